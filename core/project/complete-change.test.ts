import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addedUp, contribution, keyOf, type Count } from '#core/figures/figures.ts';
import { withNumber } from '#core/letter/number.ts';
import { letterSubmitted } from '#core/letter/submit-letter.ts';
import { searchWords } from '#core/search/search-messages.ts';
import { Journey } from '#test/support/journey.ts';
import { contextAt, decisionOf, letter, zoneSetting } from '#test/support/samples.ts';
import { apply } from './apply.ts';
import { changeBuilder } from './change-builder.ts';
import { complete, type CompleteChange } from './complete-change.ts';
import { listedAssignments } from './listing.ts';

const { contact, consent: _, ...alone } = letter();
const begin = { letter: alone, contact };

const sorted = (counts: readonly Count[]) => counts.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

/** A step that may be impossible where the project stands: then nothing happens. */
const tried = (step: (journey: Journey) => unknown) => (journey: Journey) => {
  try {
    step(journey);
  } catch {
    return;
  }
};
const later = (days: number) => (journey: Journey) =>
  journey.passDay(new Date(journey.now + days * 86_400_000).toISOString().slice(0, 10));
const steps = {
  settles: (journey: Journey) => journey.settle(),
  approves: (journey: Journey) => journey.settle().approve().arrive(),
  returns: (journey: Journey) => journey.answer('office-decision', decisionOf('returned')),
  corrects: (journey: Journey) => journey.answer('correction').arrive(),
  'sends back': (journey: Journey) => journey.sendBack('council-approval').arrive(),
  rejects: (journey: Journey) => journey.answer('office-decision', decisionOf('rejected')),
  'waits a week': later(7),
  'waits a quarter': later(90),
} as const;
const walks = fc.array(fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])), { maxLength: 14 });

const walked = (names: readonly (keyof typeof steps)[], forum?: string): Journey => {
  const journey = new Journey(forum === undefined ? {} : { forum });
  journey.arrive();
  for (const name of names) tried(steps[name])(journey);
  return journey;
};
const completed = ({ changes }: Journey): readonly CompleteChange[] =>
  changes.map((change) => complete(change, change.before ? undefined : begin));

describe('whatever happens to a project', () => {
  it('its counter deltas add up to what is counted from scratch', () => {
    fc.assert(
      fc.property(walks, fc.constantFrom(undefined, 'alpha-forum'), (names, forum) => {
        const journey = walked(names, forum);
        const deltas = completed(journey).flatMap(({ counters }) => counters);
        expect(sorted(addedUp(deltas))).toEqual(sorted(contribution(journey.state)));
      }),
      { numRuns: 60 },
    );
  });

  it('what was written of its parts is what they are, and each is written only where it changed', () => {
    fc.assert(
      fc.property(walks, (names) => {
        const journey = walked(names);
        const [assignments, documents] = [new Map<string, unknown>(), new Map<string, unknown>()];
        for (const change of completed(journey)) {
          for (const one of change.assignments) {
            expect(assignments.get(one.assignment.assignmentId)).not.toEqual(one);
            assignments.set(one.assignment.assignmentId, one);
          }
          for (const one of change.documents) documents.set(`${one.documentId} ${String(one.version)}`, one);
        }
        expect([...assignments.values()]).toEqual(expect.arrayContaining([...listedAssignments(journey.state)]));
        expect(assignments.size).toBe(journey.state.assignments.length);
        expect([...documents.values()]).toEqual(journey.state.documents);
      }),
      { numRuns: 60 },
    );
  });

  it('its messages lie in its partition in order, each in a place of its own', () => {
    fc.assert(
      fc.property(walks, (names) => {
        const rows = completed(walked(names)).flatMap(({ messages }) => messages);
        const places = rows.map(({ rowId }) => rowId);
        expect(new Set(rows.map(({ laneId }) => laneId))).toEqual(new Set(['p1']));
        expect(places).toEqual([...new Set(places)].toSorted());
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a project is found by', () => {
  const reference = 'ALP-2026-K7X3QD';
  const submitted = {
    projectId: 'p1',
    sequence: 1,
    at: Date.parse('2026-01-12T09:00:00+05:00'),
    actor: { kind: 'investor' as const },
    body: letterSubmitted(letter(), contextAt(Date.parse('2026-01-12T09:00:00+05:00'), zoneSetting()), {
      number: reference,
      reference,
    }),
  };
  const names = fc
    .array(fc.constantFrom('Ақтөбе', 'Жылу', 'ТОО', '«Мега-Агат»', 'Qoʻqon', '0001', '2026', 'Жол'), {
      minLength: 1,
      maxLength: 5,
    })
    .map((words) => words.join(' '));

  it('are the words of its letter and numbers as they are now, whatever was corrected before', () => {
    fc.assert(
      fc.property(names, fc.array(fc.oneof(names, fc.constant(undefined)), { maxLength: 8 }), (first, corrections) => {
        const named = (name: string) => ({ ...alone, company: { ...alone.company, name } });
        let now = named(first);
        let state = apply(undefined, submitted);
        const words = new Set<string>();
        const take = ({ messages, lostWords, after }: CompleteChange) => {
          state = after;
          for (const word of lostWords) words.delete(word);
          if (messages.some(({ errand }) => errand.kind === 'search'))
            for (const word of searchWords(now, state.project.number, reference)) words.add(word);
        };
        take(complete({ before: undefined, after: state, events: [submitted], notes: [] }, { letter: now, contact }));
        for (const name of corrections) {
          const builder = changeBuilder(state, submitted.at, { kind: 'system' });
          if (name === undefined) take(complete(withNumber(builder.change(), 'ALP', 0)));
          else {
            builder.rewriteLetter(now, named(name));
            now = named(name);
            take(complete(builder.change()));
          }
        }
        const { number } = state.project;
        expect([...words].toSorted()).toEqual([...searchWords(now, number, reference)].toSorted());
      }),
      { numRuns: 200 },
    );
  });
});

describe('what lies beside a project', () => {
  const first = new Journey().changes[0];
  const whole = first && complete(first, begin);

  it('is its letter and contact when it is new, and nothing when it is not touched', () => {
    expect(whole).toMatchObject({ letter: alone, contact });
    expect(whole).not.toHaveProperty('upon');
    const later = completed(new Journey().to('council-approval')).at(-1);
    expect(later).not.toHaveProperty('letter');
    expect(later).not.toHaveProperty('contact');
    expect(later?.upon).toBe((later?.after.project.version ?? 0) - (later?.events.length ?? 0));
  });

  it('is kept so many days: a request that is recognised, the contact before', () => {
    const at = Date.parse('2026-01-12T09:00:00Z');
    const journey = new Journey({ on: '2026-01-12' });
    const idempotency = { keyHash: 'k', bodyHash: 'b', projectId: 'p1', number: 'n', at };
    expect(first && complete(first, { ...begin, idempotency }).idempotency?.keptUntil).toBe(at / 1000 + 90 * 86_400);
    const builder = changeBuilder(journey.state, at, { kind: 'investor' });
    builder.emit({ type: 'address-confirmed' });
    builder.correctContact(contact, { contact, linkVersion: 2 });
    expect(complete(builder.change())).toMatchObject({
      contact,
      former: { contact, linkVersion: 2, keptUntil: at / 1000 + 90 * 86_400 },
    });
  });
});
