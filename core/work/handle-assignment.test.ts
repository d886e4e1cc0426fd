import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assignment } from '#core/project/project.ts';
import { Project, Assignment as AssignmentSchema } from '#core/project/project.ts';
import type { Actor } from '#core/kernel/actor.ts';
import { localDateOf } from '#core/calendar/local-date.ts';
import { rebuild } from '#core/project/apply.ts';
import { handlings, type Handling } from '#core/project/project-action.ts';
import { allowedHandlings } from '#core/work/handling.ts';
import { openWaits } from '#core/stages/waits.ts';
import { missing } from '#core/stages/gate.ts';
import { Journey } from '#test/support/journey.ts';
import {
  at,
  decisionOf,
  goodAnswer,
  head,
  headquarters,
  membership,
  officer,
  staff,
  zones,
  zoneSetting,
} from '#test/support/samples.ts';
import { put, world } from '#test/support/world.ts';
import { decide } from '../stages/decide.ts';
import { handleAssignment, type HandlingRequest } from './handle-assignment.ts';

const colleague = staff({ ...membership('officer'), personId: 'officer-two' });
const reason = { reasonCode: 'other-party', reason: 'The feeder is theirs.' } as const;
const toGas: HandlingRequest = { handling: 'hand-over', partyId: 'alpha-gas', ...reason };
const requests: Readonly<Record<Handling, HandlingRequest>> = {
  'send-again': { handling: 'send-again' },
  'hand-over': toGas,
  take: { handling: 'take' },
  'give-back': { handling: 'give-back' },
  'renew-link': { handling: 'renew-link' },
};
const lines = () => new Journey().to('technical-conditions');

async function begun(journey: Journey) {
  const told = world();
  await put(told, journey);
  await told.settle();
  told.moveTo(journey.now);
  const before = told.memory.sent.length;
  const find = async (kind: Assignment['kind'], line?: Assignment['line']): Promise<Assignment> => {
    const found = (await told.load('p1')).assignments.findLast((one) => one.kind === kind && one.line === line);
    if (!found) throw new Error(`No ${kind}`);
    return found;
  };
  const handle = async (
    request: HandlingRequest,
    {
      kind = 'technical-condition',
      line = kind === 'technical-condition' ? 'power' : undefined,
      actor = officer,
    }: { kind?: Assignment['kind']; line?: Assignment['line']; actor?: Actor } = {},
  ) => {
    const done = await handleAssignment(told.ports, {
      assignmentId: (await find(kind, line)).assignmentId,
      actor,
      now: told.now(),
      request,
    });
    await told.settle();
    return done;
  };
  return {
    told,
    find,
    handle,
    sent: () => told.memory.sent.slice(before).map(({ notice, to }) => `${notice} → ${to}`),
    last: () => told.memory.sent.at(-1),
  };
}
const said = (result: { ok: boolean; failure?: { kind: string } }) => (result.ok ? 'done' : result.failure?.kind);
const linkIn = (text = '') => /https:\/\/zone\.example\.org\/l\/\S+/.exec(text)?.[0] ?? '';

describe('sent again', () => {
  it.each<[string, () => Journey, Assignment['kind'], string]>([
    ['to a party', lines, 'technical-condition', 'assignment → power@alpha.example.org'],
    [
      'to the investor',
      () => new Journey().to('design-documentation'),
      'documentation',
      'assignment → investor@example.org',
    ],
    [
      'a correction to the investor',
      () => lines().answer('office-decision', decisionOf('returned')).arrive(),
      'correction',
      'correction → investor@example.org',
    ],
  ])('%s: the same email with the same link', async (_, way, kind, email) => {
    const { told, handle, sent, last, find } = await begun(way());
    const first = told.memory.sent.findLast(({ notice, to }) => `${notice} → ${to}` === email);
    expect(said(await handle({ handling: 'send-again' }, { kind }))).toBe('done');
    expect(sent()).toEqual([email]);
    expect(linkIn(last()?.text)).toBe(linkIn(first?.text));
    expect(last()?.subject).toBe(first?.subject);
    expect((await find(kind, kind === 'technical-condition' ? 'power' : undefined)).sentAgain).toMatchObject({
      times: 1,
      onThatDay: 1,
    });
  });

  it('not twice by one form, three times a day, and again on the next', async () => {
    const { told, handle, sent } = await begun(lines());
    for (const times of [0, 0, 1, 2])
      expect(said(await handle({ handling: 'send-again', sentAgain: times }))).toBe('done');
    expect(sent()).toHaveLength(3);
    const refused = await handle({ handling: 'send-again' });
    expect(said(refused)).toBe('too-many');
    const wait = refused.ok || refused.failure.kind !== 'too-many' ? 0 : refused.failure.retryAfterSeconds;
    expect(localDateOf(told.now() + wait * 1000, 300)).not.toBe(localDateOf(told.now(), 300));
    told.moveTo(told.now() + wait * 1000);
    expect(said(await handle({ handling: 'send-again' }))).toBe('done');
    expect(sent()).toHaveLength(4);
  });
});

describe('given to another party', () => {
  it('the new one is asked, the old one thanked; due date, gate and token stay', async () => {
    const { told, handle, sent, find } = await begun(lines());
    const before = await find('technical-condition', 'power');
    const pausedDays = await told.load('p1');
    expect(said(await handle(toGas))).toBe('done');
    expect(sent()).toEqual(['assignment-closed → power@alpha.example.org', 'assignment → gas@alpha.example.org']);
    const stands = await told.load('p1');
    expect(await find('technical-condition', 'power')).toEqual({
      ...before,
      holder: { kind: 'party', partyId: 'alpha-gas' },
      linkVersion: 1,
      ownLinksFrom: 1,
      heldSince: told.now(),
    });
    expect(openWaits(stands)).toEqual(openWaits(pausedDays));
    expect(missing(stands, zoneSetting().lines)).toEqual(missing(pausedDays, zoneSetting().lines));
    const answered = await decide(told.ports, {
      assignmentId: before.assignmentId,
      actor: { kind: 'party', projectId: 'p1', assignmentId: before.assignmentId, partyId: 'alpha-gas' },
      now: told.now(),
      decision: goodAnswer('technical-condition'),
    });
    expect(said(answered)).toBe('done');
  });

  it('the old party may not answer any more', async () => {
    const { told, handle, find } = await begun(lines());
    await handle(toGas);
    const { assignmentId } = await find('technical-condition', 'power');
    const late = await decide(told.ports, {
      assignmentId,
      actor: { kind: 'party', projectId: 'p1', assignmentId, partyId: 'alpha-power' },
      now: told.now(),
      decision: goodAnswer('technical-condition'),
    });
    expect(said(late)).toBe('forbidden');
  });

  it('twice is once; an unknown party, or one of another zone, is none', async () => {
    const { handle, sent, told } = await begun(lines());
    await handle(toGas);
    const { version } = (await told.load('p1')).project;
    expect(said(await handle(toGas))).toBe('done');
    expect((await told.load('p1')).project.version).toBe(version);
    expect(sent()).toHaveLength(2);
    for (const partyId of ['nobody', 'beta-power']) {
      expect(await handle({ ...toGas, partyId } as HandlingRequest)).toMatchObject({
        ok: false,
        failure: { kind: 'invalid', issues: [{ path: 'partyId', code: 'unknown-party' }] },
      });
    }
  });

  it('what the new party returns or refuses comes back to it, and so does the next round', async () => {
    const { told, handle, find } = await begun(lines());
    await handle(toGas);
    const { assignmentId } = await find('technical-condition', 'power');
    await decide(told.ports, {
      assignmentId,
      actor: { kind: 'party', projectId: 'p1', assignmentId, partyId: 'alpha-gas' },
      now: told.now(),
      decision: decisionOf('returned', 'technical-condition'),
    });
    const cure = await find('cure', 'power');
    await decide(told.ports, {
      assignmentId: cure.assignmentId,
      actor: { kind: 'investor', projectId: 'p1' },
      now: told.now(),
      decision: goodAnswer('cure'),
    });
    expect(await find('technical-condition', 'power')).toMatchObject({ attempt: 2, holder: { partyId: 'alpha-gas' } });
  });

  it('a line its party had paused runs again, with the days that were left', async () => {
    const journey = lines().answer('technical-condition', decisionOf('suspended'));
    const { due } = journey.find('technical-condition', 'power');
    const { told, handle, find } = await begun(journey);
    told.moveTo(at('2026-03-25'));
    expect(said(await handle(toGas))).toBe('done');
    const after = await find('technical-condition', 'power');
    expect(after).toMatchObject({ state: 'open', holder: { partyId: 'alpha-gas' } });
    expect(after.due > due).toBe(true);
    expect(after.pausedUntil).toBeUndefined();
  });
});

describe('worked on by somebody', () => {
  it('taken, taken over by name, given back; anybody may still decide', async () => {
    const { told, handle, find, sent } = await begun(new Journey().to('council-approval'));
    const kind = 'document-check';
    const take = (actor: Actor, from?: string) => handle({ handling: 'take', ...(from && { from }) }, { kind, actor });
    const worker = async () => (await find(kind)).assignee;
    expect(said(await take(officer))).toBe('done');
    expect(await worker()).toBe('officer-alpha');
    expect(said(await take(colleague))).toBe('conflict');
    expect(said(await take(colleague, 'somebody-else'))).toBe('conflict');
    expect(said(await take(colleague, 'officer-alpha'))).toBe('done');
    expect(await worker()).toBe('officer-two');
    expect(said(await handle({ handling: 'give-back' }, { kind, actor: officer }))).toBe('not-allowed');
    expect(said(await handle({ handling: 'give-back' }, { kind, actor: head }))).toBe('done');
    expect(await worker()).toBeUndefined();
    expect(said(await handle({ handling: 'give-back' }, { kind, actor: colleague }))).toBe('done');
    await take(colleague);
    expect(
      said(
        await decide(told.ports, {
          assignmentId: (await find(kind)).assignmentId,
          actor: officer,
          now: told.now(),
          decision: goodAnswer(kind),
        }),
      ),
    ).toBe('done');
    await told.settle();
    // Only the next step's email: who works on something is nobody's outside.
    expect(sent()).toEqual(['assignment → council-secretary@alpha.example.org']);
  });
});

describe('who may', () => {
  it.each<[string, Actor, Handling, string]>([
    ...handlings.map((handling): [string, Actor, Handling, string] => [
      'headquarters',
      headquarters,
      handling,
      'forbidden',
    ]),
    ...handlings.map((handling): [string, Actor, Handling, string] => [
      'an officer of another zone',
      staff(membership('officer', 'beta')),
      handling,
      'not-found',
    ]),
    ...handlings.map((handling): [string, Actor, Handling, string] => [
      'the investor',
      { kind: 'investor', projectId: 'p1' },
      handling,
      'forbidden',
    ]),
    ...handlings.map((handling): [string, Actor, Handling, string] => [
      'the administrator',
      staff(membership('administrator')),
      handling,
      'forbidden',
    ]),
    ['an officer', officer, 'send-again', 'done'],
    ['the head', head, 'send-again', 'done'],
    ['an officer', officer, 'hand-over', 'done'],
    ['an officer', officer, 'renew-link', 'done'],
    ['an officer', officer, 'take', 'not-allowed'],
    ['an officer', officer, 'give-back', 'not-allowed'],
  ])('%s: %s', async (_, actor, handling, outcome) => {
    const { handle } = await begun(lines());
    expect(said(await handle(requests[handling], { actor }))).toBe(outcome);
  });

  it.each<[string, () => Journey, Assignment['kind'], Handling, string]>([
    ['of the office', () => new Journey().to('council-approval'), 'document-check', 'send-again', 'not-allowed'],
    ['of the office', () => new Journey().to('council-approval'), 'document-check', 'hand-over', 'not-allowed'],
    ['of the investor', () => new Journey().to('design-documentation'), 'documentation', 'hand-over', 'not-allowed'],
    ['that was answered', () => lines().answer('technical-condition'), 'technical-condition', 'send-again', 'conflict'],
    [
      'that its party paused',
      () => lines().answer('technical-condition', decisionOf('suspended')),
      'technical-condition',
      'send-again',
      'not-allowed',
    ],
  ])('an assignment %s: %s', async (_, way, kind, handling, outcome) => {
    const { handle } = await begun(way());
    expect(said(await handle(requests[handling], { kind }))).toBe(outcome);
  });
});

it('S16: nothing is sent again to an investor without an email address; a party has its links as ever', () => {
  const offered = ({ state }: Journey, asked: Assignment['kind']) => {
    const aggregate = { ...state, project: { ...state.project, noAddress: true as const } };
    return aggregate.assignments
      .filter(({ kind, line }) => kind === asked && (line === undefined || line === 'power'))
      .map((one) => allowedHandlings(officer, aggregate, one));
  };
  expect(offered(new Journey().to('design-documentation'), 'documentation')).toEqual([[]]);
  expect(offered(lines(), 'technical-condition')).toEqual([['send-again', 'hand-over', 'renew-link']]);
});

describe('whatever an office does, in any order', () => {
  const doing = fc.record({
    what: fc.constantFrom(...handlings),
    who: fc.constantFrom(officer, colleague, head),
    kind: fc.constantFrom('technical-condition', 'office-decision', 'architectural-planning'),
    party: fc.constantFrom('alpha-power', 'alpha-gas', 'alpha-bank'),
    from: fc.constantFrom(undefined, 'officer-alpha', 'officer-two'),
    hours: fc.integer({ min: 0, max: 30 }),
  });

  it('the log tells the state, what is offered is done, nothing waits for less or more', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(doing, { maxLength: 12 }), async (steps) => {
        const journey = lines();
        const { told, handle, find } = await begun(journey);
        const [waits, gaps] = [openWaits(journey.state), journey.missing];
        for (const { what, who, kind, party, from, hours } of steps) {
          told.moveTo(told.now() + hours * 3_600_000);
          const target = { kind, actor: who } as const;
          const line = kind === 'technical-condition' ? ('power' as const) : undefined;
          const offered = allowedHandlings(who, await told.load('p1'), await find(kind, line)).includes(what);
          const done = await handle(
            what === 'hand-over'
              ? ({ ...toGas, partyId: party } as HandlingRequest)
              : what === 'take'
                ? { handling: 'take', ...(from && { from }) }
                : requests[what],
            target,
          );
          if (!offered && done.ok) expect(['take', 'give-back']).toContain(what);
          if (offered) expect(['done', 'too-many', 'conflict']).toContain(said(done));
        }
        const state = await told.load('p1');
        const { entries } = await told.ports.projects.events('p1', { limit: 100 });
        const rebuilt = rebuild(entries);
        expect(rebuilt?.project).toEqual(state.project);
        const byId = (all: readonly Assignment[] = []) => Object.fromEntries(all.map((one) => [one.assignmentId, one]));
        expect(byId(rebuilt?.assignments)).toEqual(byId(state.assignments));
        expect(Project.parse(state.project)).toEqual(state.project);
        expect(state.assignments.map((one) => AssignmentSchema.parse(one))).toEqual(state.assignments);
        expect(openWaits(state)).toEqual(waits);
        expect(missing(state, zoneSetting(zones.alpha).lines)).toEqual(gaps);
      }),
      { numRuns: 30 },
    );
  });
});
