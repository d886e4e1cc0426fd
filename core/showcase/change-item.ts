import { waitingRow, type OutboxRow } from '../notices/outbox.ts';
import type { Proposal, ShowcaseTell } from './proposal.ts';
import type { ListedItem, ShowcaseChange, Showcased } from './showcase.ts';

export const isAlive = ({ state, outcome }: Proposal): boolean =>
  (state === 'waiting' || state === 'accepted') && outcome === undefined;

/** The row of lists. */
export function listedOf({ item, proposals, questions, asked }: Showcased): ListedItem {
  return {
    item,
    proposals: proposals.map(({ proposalId, company, district, state, on, outcome }) => {
      const own = asked.filter((one) => one.proposalId === proposalId);
      const said = (which: 'yes' | 'no') => own.filter(({ answer }) => answer?.outcome === which).length;
      return {
        proposalId,
        company: company.name,
        district,
        state,
        on,
        ...(outcome && { outcome: outcome.kind }),
        open: own
          .filter((one) => one.state === 'open')
          .map(({ askedId, kind, partyId, openedAt, due }) => ({
            askedId,
            kind,
            ...(partyId !== undefined && { partyId }),
            openedAt,
            due,
          })),
        yes: said('yes'),
        no: said('no'),
      };
    }),
    questions: questions.filter(({ answer }) => answer === undefined).length,
  };
}

/** An email that tells of an item: in a partition of whoever it goes to, so that nothing holds it up. */
export function tellRow(tell: ShowcaseTell, rowId: string, now: number): OutboxRow {
  const whose = tell.askedId ?? tell.proposalId ?? tell.itemId;
  return waitingRow({ laneId: `showcase-${tell.tell}-${whose}`, rowId }, { kind: 'showcase', of: tell }, now);
}

export interface Happened {
  readonly by: string;
  readonly what: string;
  readonly about: string;
  readonly now: number;
  readonly tells?: readonly Omit<ShowcaseTell, 'zoneId' | 'itemId'>[];
}

const newIn = <One>(before: readonly One[] = [], after: readonly One[]): readonly One[] =>
  after.filter((one) => !before.includes(one));

/** What is written of an item and what was said of it, as they are by now. */
export function changed(
  before: Showcased | undefined,
  after: Showcased,
  { by, what, about, now, tells = [] }: Happened,
): ShowcaseChange {
  const { zoneId, itemId, version } = after.item;
  const rowId = String(version + 1).padStart(6, '0');
  const next = { ...after, item: { ...after.item, version: version + 1 } };
  return {
    ...next,
    fresh: {
      proposals: newIn(before?.proposals, after.proposals),
      questions: newIn(before?.questions, after.questions),
      asked: newIn(before?.asked, after.asked),
    },
    listed: listedOf(next),
    event: { at: now, by, what, about },
    rows: tells.map((tell) => tellRow({ ...tell, zoneId, itemId }, rowId, now)),
  };
}

export const replaced = <One>(all: readonly One[], is: (one: One) => boolean, next: (one: One) => One): One[] =>
  all.map((one) => (is(one) ? next(one) : one));
