import { fail, ok, type Failure, type Issue, type Result } from '../kernel/result.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { changed, isAlive, replaced, type Happened } from './change-item.ts';
import type { Asked, Proposal, ShowcaseAction } from './proposal.ts';
import type { ShowcaseChange, Showcased } from './showcase.ts';

/** Who does something: of the office, or by a link of their own. */
export type Who =
  | { readonly kind: 'staff'; readonly personId: string }
  | { readonly kind: 'buyer' }
  | { readonly kind: 'proposer'; readonly proposalId: string }
  | { readonly kind: 'party'; readonly partyId: string; readonly askedId: string };

type Name = ShowcaseAction['action'];

export const mayDo: Readonly<Record<Name, readonly Who['kind'][]>> = {
  withdraw: ['staff'],
  accept: ['staff', 'buyer'],
  decline: ['staff', 'buyer'],
  existing: ['staff', 'proposer'],
  leave: ['proposer'],
  question: ['proposer'],
  answer: ['staff', 'buyer'],
  ask: ['staff'],
  report: ['staff', 'party', 'proposer'],
  inquire: ['party'],
  reply: ['proposer'],
};

export interface Act {
  readonly who: Who;
  readonly action: ShowcaseAction;
  /** For what is new. */
  readonly id: string;
}

type On<Action extends Name> = Act & { readonly action: Extract<ShowcaseAction, { action: Action }> };
type Made = Result<{ readonly after: Showcased } & Pick<Happened, 'about' | 'tells'>>;

/** Open questions of one proposer, and requests of one proposal (ours). */
const most = { questions: 10, asked: 40, talk: 20 } as const;

const byOf = (who: Who): string => {
  if (who.kind === 'staff') return `staff:${who.personId}`;
  return who.kind === 'party' ? `party:${who.partyId}` : who.kind;
};

const invalid = (...issues: readonly Issue[]): { ok: false; failure: Failure } => fail({ kind: 'invalid', issues });
const notAllowed = ({ action: { action } }: Act, because: string): { ok: false; failure: Failure } =>
  fail({ kind: 'not-allowed', action, because });

const gone = fail({ kind: 'not-found' });

function withProposal(
  showcased: Showcased,
  act: Act & { readonly action: { readonly proposalId: string } },
  fits: (proposal: Proposal) => boolean,
  next: (proposal: Proposal) => Omit<Extract<Made, { ok: true }>['value'], 'about'>,
): Made {
  const { proposalId } = act.action;
  const proposal = showcased.proposals.find((one) => one.proposalId === proposalId);
  if (proposal === undefined) return gone;
  return fits(proposal) ? ok({ ...next(proposal), about: proposalId }) : notAllowed(act, 'done');
}

/** Nobody waits for what is asked of a proposal that does not go on. */
const without = (showcased: Showcased, next: Proposal): Showcased => ({
  ...showcased,
  proposals: replaced(
    showcased.proposals,
    ({ proposalId }) => proposalId === next.proposalId,
    () => next,
  ),
  asked: isAlive(next)
    ? showcased.asked
    : replaced(
        showcased.asked,
        ({ proposalId, state }) => proposalId === next.proposalId && state === 'open',
        (one) => ({ ...one, state: 'over' }),
      ),
});

function judge(showcased: Showcased, act: On<'accept' | 'decline'>, on: string): Made {
  const { action, who } = act;
  const isYes = action.action === 'accept';
  const fits = (proposal: Proposal) => isAlive(proposal) && (!isYes || proposal.state === 'waiting');
  return withProposal(showcased, { ...act, action }, fits, (proposal) => ({
    after: without(showcased, {
      ...proposal,
      state: isYes ? 'accepted' : 'declined',
      answer: {
        by: who.kind === 'buyer' ? 'buyer' : 'office',
        on,
        ...(action.action === 'decline' && { reason: action.reason }),
      },
    }),
    tells: [{ tell: 'answered', proposalId: proposal.proposalId }],
  }));
}

function end(showcased: Showcased, act: On<'existing' | 'leave'>, on: string): Made {
  const { action } = act;
  const fits = (proposal: Proposal) =>
    isAlive(proposal) && (action.action === 'leave' || proposal.state === 'accepted');
  return withProposal(showcased, { ...act, action }, fits, (proposal) => ({
    after: without(
      showcased,
      action.action === 'leave'
        ? { ...proposal, state: 'left' }
        : { ...proposal, outcome: { kind: 'existing', on, words: action.words } },
    ),
  }));
}

function question(showcased: Showcased, act: On<'question'>, on: string): Made {
  const { proposalId, text } = act.action;
  const open = showcased.questions.filter((one) => one.proposalId === proposalId && one.answer === undefined);
  // A form that was sent twice asks once.
  if (open.some((one) => one.text === text)) return ok({ after: showcased, about: proposalId });
  if (open.length >= most.questions) return notAllowed(act, 'too-many');
  return withProposal(showcased, { ...act, action: act.action }, isAlive, () => ({
    after: { ...showcased, questions: [...showcased.questions, { questionId: act.id, proposalId, text, on }] },
    tells: [{ tell: 'question', questionId: act.id }],
  }));
}

function answer(showcased: Showcased, act: On<'answer'>, on: string): Made {
  const { questionId, text } = act.action;
  const found = showcased.questions.find((one) => one.questionId === questionId);
  if (found === undefined) return gone;
  if (found.answer) return notAllowed(act, 'done');
  const by = act.who.kind === 'buyer' ? ('buyer' as const) : ('office' as const);
  return ok({
    after: {
      ...showcased,
      questions: replaced(
        showcased.questions,
        (one) => one === found,
        (one) => ({ ...one, answer: { by, text, on } }),
      ),
    },
    about: questionId,
    tells: showcased.proposals
      .filter(isAlive)
      .map(({ proposalId }) => ({ tell: 'told' as const, proposalId, questionId })),
  });
}

function ask(showcased: Showcased, act: On<'ask'>, context: ZoneContext): Made {
  const { proposalId, kind, of, due, note } = act.action;
  const on = today(context);
  const isBank = kind === 'financing';
  const parties = context.parties.filter(({ endedOn }) => endedOn === undefined);
  const isKnown = (one: string): boolean =>
    one === 'proposer' ? !isBank : parties.some((party) => party.partyId === one && (!isBank || party.kind === 'bank'));
  const isOpen = (one: string): boolean =>
    showcased.asked.some(
      (known) =>
        known.proposalId === proposalId &&
        known.kind === kind &&
        known.state === 'open' &&
        (known.partyId ?? 'proposer') === one,
    );
  if (due <= on) return invalid({ path: 'due', code: 'not-in-future' });
  if (!of.every(isKnown) || new Set(of).size < of.length) return invalid({ path: 'of', code: 'invalid_value' });
  if (of.some(isOpen)) return invalid({ path: 'of', code: 'taken' });
  if (showcased.asked.length + of.length > most.asked) return notAllowed(act, 'too-many');
  const fresh = of.map((one, place): Asked => ({
    askedId: `${act.id}${String(place)}`,
    proposalId,
    kind,
    ...(one !== 'proposer' && { partyId: one }),
    ...(note !== undefined && { note }),
    openedAt: context.now,
    due,
    state: 'open',
    talk: [],
  }));
  return withProposal(
    showcased,
    { ...act, action: act.action },
    (proposal) => isAlive(proposal) && proposal.state === 'accepted',
    () => ({
      after: { ...showcased, asked: [...showcased.asked, ...fresh] },
      tells: fresh.map(({ askedId }) => ({ tell: 'asked' as const, askedId, proposalId })),
    }),
  );
}

/** A bank says yes with an amount or no with a reason; a step is done, or failed with a reason. */
function resultIssues({ kind }: Asked, { outcome, amount, reason }: On<'report'>['action']): readonly Issue[] {
  const fitting = kind === 'financing' ? ['yes', 'no'] : ['done', 'failed'];
  const issue = (path: string, code: string, holds: boolean): Issue[] => (holds ? [{ path, code }] : []);
  return [
    ...issue('outcome', 'invalid_value', !fitting.includes(outcome)),
    ...issue('amount', 'missing', outcome === 'yes' && amount === undefined),
    ...issue('reason', 'missing', (outcome === 'no' || outcome === 'failed') && reason === undefined),
  ];
}

const isTheirs = (who: Who, { askedId, partyId, proposalId }: Asked): boolean => {
  if (who.kind === 'party') return who.askedId === askedId;
  return who.kind !== 'proposer' || (partyId === undefined && who.proposalId === proposalId);
};

function report(showcased: Showcased, act: On<'report'>, on: string, found: Asked): Made {
  const { outcome, amount, reason } = act.action;
  const issues = resultIssues(found, act.action);
  if (issues.length > 0) return invalid(...issues);
  const { who } = act;
  const given: NonNullable<Asked['answer']> = {
    outcome,
    on,
    ...(outcome === 'yes' && amount && { amount }),
    ...(reason !== undefined && { reason }),
    ...(who.kind === 'staff' && { enteredBy: who.personId }),
  };
  const { askedId, proposalId } = found;
  return ok({
    after: {
      ...showcased,
      asked: replaced(
        showcased.asked,
        (one) => one === found,
        (one) => ({ ...one, state: 'answered', answer: given }),
      ),
    },
    about: askedId,
    tells: who.kind === 'proposer' ? [] : [{ tell: 'reported', askedId, proposalId }],
  });
}

function talk(showcased: Showcased, act: On<'inquire' | 'reply'>, on: string, found: Asked): Made {
  const by = act.action.action === 'inquire' ? ('party' as const) : ('proposer' as const);
  if (found.partyId === undefined || found.talk.length >= most.talk) return notAllowed(act, 'too-many');
  const last = found.talk.at(-1);
  if (last?.by === by && last.text === act.action.text) return ok({ after: showcased, about: found.askedId });
  const { askedId, proposalId } = found;
  return ok({
    after: {
      ...showcased,
      asked: replaced(
        showcased.asked,
        (one) => one === found,
        (one) => ({ ...one, talk: [...one.talk, { by, text: act.action.text, on }] }),
      ),
    },
    about: askedId,
    tells: [{ tell: by === 'party' ? 'inquired' : 'replied', askedId, proposalId }],
  });
}

function withAsked(showcased: Showcased, act: On<'report' | 'inquire' | 'reply'>, on: string): Made {
  const { action, who } = act;
  const found = showcased.asked.find(({ askedId }) => askedId === action.askedId);
  if (found === undefined || found.state === 'over') return gone;
  const isOwn =
    action.action === 'reply' ? who.kind === 'proposer' && who.proposalId === found.proposalId : isTheirs(who, found);
  if (!isOwn) return gone;
  if (found.state !== 'open') return notAllowed(act, 'done');
  return action.action === 'report'
    ? report(showcased, { ...act, action }, on, found)
    : talk(showcased, { ...act, action }, on, found);
}

function made(showcased: Showcased, act: Act, context: ZoneContext): Made {
  const on = today(context);
  const { action } = act;
  switch (action.action) {
    case 'withdraw':
      return showcased.item.withdrawn
        ? notAllowed(act, 'done')
        : ok({
            after: { ...showcased, item: { ...showcased.item, withdrawn: { on, reason: action.reason } } },
            about: showcased.item.itemId,
          });
    case 'accept':
    case 'decline':
      return judge(showcased, { ...act, action }, on);
    case 'existing':
    case 'leave':
      return end(showcased, { ...act, action }, on);
    case 'question':
      return question(showcased, { ...act, action }, on);
    case 'answer':
      return answer(showcased, { ...act, action }, on);
    case 'ask':
      return ask(showcased, { ...act, action }, context);
    default:
      return withAsked(showcased, { ...act, action }, on);
  }
}

/** What one thing done makes of an item; undefined: it was done already. Fails with `forbidden`, `not-found`, `invalid`, `not-allowed`. */
export function actOn(showcased: Showcased, act: Act, context: ZoneContext): Result<ShowcaseChange | undefined> {
  const { who, action } = act;
  if (!mayDo[action.action].includes(who.kind)) return fail({ kind: 'forbidden' });
  if (who.kind === 'proposer' && 'proposalId' in action && action.proposalId !== who.proposalId)
    return fail({ kind: 'forbidden' });
  const done = made(showcased, act, context);
  if (!done.ok) return done;
  const { after, about, tells } = done.value;
  if (after === showcased) return ok(undefined);
  return ok(
    changed(showcased, after, { by: byOf(who), what: action.action, about, now: context.now, ...(tells && { tells }) }),
  );
}
