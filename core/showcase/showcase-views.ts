import * as z from 'zod/mini';
import { isAlive } from './change-item.ts';
import { mayDo } from './act.ts';
import type { OpenedShowcase } from './showcase-by-link.ts';
import { Asked, Proposal, Question, type ShowcaseAction, type ShowcaseLinkRequest } from './proposal.ts';
import { Item, PublicItem, type Showcased } from './showcase.ts';
import { publicItem } from './view-showcase.ts';

/** An item to its office, with everything. */
export const OfficeItem = z.object({
  item: Item,
  proposals: z.array(Proposal),
  questions: z.array(Question),
  asked: z.array(Asked),
});

const linkActions = [
  'confirm',
  'accept',
  'decline',
  'answer',
  'existing',
  'leave',
  'question',
  'reply',
  'report',
  'inquire',
] as const satisfies readonly ShowcaseLinkRequest['action'][];

const AnsweredQuestion = z.omit(Question, { proposalId: true });

/** What somebody sees by their link. A bank reads the passport of one proposal; a proposer their own; a buyer all of them. */
export const ShowcaseLinkView = z.object({
  who: z.enum(['buyer', 'proposer', 'party']),
  item: PublicItem,
  /** Whether its address waits to be confirmed. */
  unconfirmed: z.boolean(),
  proposals: z.array(Proposal),
  questions: z.array(AnsweredQuestion),
  asked: z.array(Asked),
  actions: z.array(z.enum(linkActions)),
});
export type ShowcaseLinkView = z.infer<typeof ShowcaseLinkView>;

/** Until a proposal was chosen its buyer is told no address. */
const toBuyer = (proposal: Proposal): Proposal => {
  if (proposal.state === 'accepted') return proposal;
  const { contact: _, ...rest } = proposal;
  return rest;
};

function shownTo({ who, showcased, unconfirmed, asked }: OpenedShowcase): Omit<Showcased, 'item'> {
  const { proposals, questions } = showcased;
  const answered = questions.filter((one) => one.answer !== undefined);
  switch (who.kind) {
    case 'buyer':
      // What a bank and a proposer say to each other is theirs.
      return {
        proposals: proposals.map(toBuyer),
        questions,
        asked: showcased.asked.map((one) => ({ ...one, talk: [] })),
      };
    case 'proposer': {
      const isOwn = ({ proposalId }: { readonly proposalId: string }) => proposalId === who.proposalId;
      return {
        proposals: unconfirmed ? [unconfirmed] : proposals.filter(isOwn),
        questions: questions.filter((one) => one.answer !== undefined || isOwn(one)),
        asked: showcased.asked.filter(isOwn),
      };
    }
    case 'party':
      return {
        proposals: proposals.filter(({ proposalId }) => proposalId === asked?.proposalId),
        questions: answered,
        asked: asked ? [asked] : [],
      };
  }
}

function actionsOf({ who, unconfirmed }: OpenedShowcase, shown: Omit<Showcased, 'item'>): ShowcaseLinkView['actions'] {
  if (unconfirmed) return ['confirm'];
  const { proposals, questions, asked } = shown;
  const alive = proposals.filter(isAlive);
  const open = asked.filter(({ state }) => state === 'open');
  const holds: Readonly<Record<ShowcaseAction['action'], boolean>> = {
    withdraw: false,
    ask: false,
    accept: alive.some(({ state }) => state === 'waiting'),
    decline: alive.length > 0,
    existing: alive.some(({ state }) => state === 'accepted'),
    leave: alive.length > 0,
    question: alive.length > 0,
    answer: questions.some(({ answer }) => answer === undefined),
    report: open.some(({ partyId }) => who.kind === 'party' || partyId === undefined),
    inquire: open.length > 0,
    reply: open.some(({ talk }) => talk.at(-1)?.by === 'party'),
  };
  return (Object.keys(holds) as (keyof typeof holds)[]).filter(
    (name): name is Exclude<keyof typeof holds, 'withdraw' | 'ask'> => holds[name] && mayDo[name].includes(who.kind),
  );
}

export function linkViewOf(opened: OpenedShowcase): ShowcaseLinkView {
  const { who, showcased, unconfirmed } = opened;
  const shown = shownTo(opened);
  const { price } = showcased.item;
  return {
    who: who.kind,
    item: { ...publicItem(showcased), ...(price && who.kind !== 'proposer' && { price }) },
    unconfirmed: unconfirmed !== undefined,
    proposals: [...shown.proposals],
    questions: shown.questions.map(({ proposalId: _, ...question }) => question),
    asked: [...shown.asked],
    actions: actionsOf(opened, shown),
  };
}
