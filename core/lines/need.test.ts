import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utilities, type Utility } from '../kernel/common.ts';
import { addDays } from '../calendar/local-date.ts';
import { addWorkingDays, workingDayFrom, workingDaysBetween } from '../calendar/working-days.ts';
import { careFor } from '../project/care.ts';
import { takeOverProject } from '../project/take-over-project.ts';
import { viewProject } from '../project/view-project.ts';
import type { ZoneLine } from '../reference/reference.ts';
import { expectedStart, forecastOf, holdingLine, planOf, type OnItsWay } from '../stages/expected-start.ts';
import { stageIds, stageIndex } from '../stages/stage-id.ts';
import { at, contextAt, head, headquarters, letter, needs, officer, zoneSetting } from '#test/support/samples.ts';
import { world } from '#test/support/world.ts';
import { changeLine } from './change-line.ts';
import { dependsOn, neededLines, type LineNeed, type SayNeed } from './need.ts';
import { viewLine } from './view-lines.ts';

const on = '2026-01-12';
const now = at(on);
const names = { kk: 'L', ru: 'L', en: 'L', uz: 'L', 'uz-cyrl': 'Л' };
const kept = (lineId: string, readyBy: string, utility: Utility = 'power'): ZoneLine => ({
  zoneId: 'alpha',
  utility,
  report: { state: 'committed', readyBy },
  reportedOn: on,
  lineId,
  names,
  partyId: 'alpha-power',
});
const need = (lineId: string, more: Partial<LineNeed> = {}): LineNeed => ({
  lineId,
  utility: 'power',
  capacity: 400,
  by: '2026-09-01',
  stage: 'expertise',
  ...more,
});

describe('the lines that a project needs', () => {
  const lines = [kept('a', '2026-09-01'), kept('b', '2026-10-01'), kept('g', '2026-11-02', 'gas')];
  it.each<[string, readonly Utility[], readonly LineNeed[], readonly string[]]>([
    ['what its letter tells, where nothing is said', ['power', 'gas'], [], ['power a expertise', 'gas g expertise']],
    ['what is said, in the place of its kind', ['power', 'gas'], [need('b')], ['power b expertise', 'gas g expertise']],
    ['two of a kind', ['power'], [need('a'), need('b')], ['power a expertise', 'power b expertise']],
    ['a kind of which its letter does not tell', [], [need('g', { utility: 'gas' })], ['gas g expertise']],
    [
      'for the stage that was said',
      ['power'],
      [need('b', { stage: 'construction-start' })],
      ['power b construction-start'],
    ],
    ['the first of the kind, where the line is kept no longer', ['power'], [need('z')], ['power a expertise']],
  ])('are %s', (_, kinds, said, expected) => {
    const found = neededLines(lines, { projectId: 'p1', lines: [...kinds], needs: [...said] });
    expect(found.map(({ utility, line, stage }) => `${utility} ${String(line?.lineId)} ${stage}`)).toEqual(expected);
  });

  it.each<[string, readonly LineNeed[], { utility: Utility; lineId?: string }, boolean]>([
    ['a line of its kind, where nothing is said', [], { utility: 'power', lineId: 'b' }, true],
    ['the line that was said', [need('b')], { utility: 'power', lineId: 'b' }, true],
    ['no other line of the kind', [need('b')], { utility: 'power', lineId: 'a' }, false],
    ['what is reported of the kind', [need('b')], { utility: 'power' }, true],
    ['no line of another kind', [need('b')], { utility: 'water', lineId: 'w' }, false],
  ])('follow %s', (_, said, moved, follows) => {
    expect(dependsOn({ needs: said, kinds: ['power'] }, moved)).toBe(follows);
  });
});

const way: OnItsWay = { projectId: 'p1', receivedOn: '2025-12-12', stage: 'letter-of-intent', lines: ['power'] };

/** Stage after stage, none before the lines that it needs: counted anew, by nothing that the forecast uses but the calendar. */
function bruteForce(lines: readonly ZoneLine[], said: readonly LineNeed[]): string {
  const context = contextAt(now, zoneSetting(undefined, { lines }));
  const { calendar } = context;
  const plan = planOf(context, way.receivedOn);
  let end = forecastOf(context, { ...way, lines: [], needs: [] })['letter-of-intent'].due;
  for (const stage of stageIds) {
    const { start, due } = plan[stage];
    if (stage !== 'letter-of-intent') end = addWorkingDays(calendar, end, workingDaysBetween(calendar, start, due));
    for (const one of said) {
      const line = lines.find(({ lineId }) => lineId === one.lineId);
      if (one.stage !== stage || line?.report.state !== 'committed') continue;
      const ready = workingDayFrom(calendar, line.report.readyBy);
      if (ready > end) end = ready;
    }
  }
  return end;
}

describe('the forecast', () => {
  const readyBy = fc.integer({ min: 0, max: 500 }).map((days) => addDays(on, days));
  const said = fc.uniqueArray(
    fc.record({ lineId: fc.constantFrom('a', 'b', 'c', 'd'), stage: fc.constantFrom(...stageIds) }),
    { selector: ({ lineId }) => lineId, maxLength: 4 },
  );
  it('waits with each stage for the lines that it needs, and names the one but for which it would be sooner', () => {
    fc.assert(
      fc.property(fc.tuple(readyBy, readyBy, readyBy, readyBy), said, (days, chosen) => {
        const lines = days.map((day, at) => kept('abcd'[at] ?? '', day, utilities[at]));
        const wanted = chosen.map(({ lineId, stage }) =>
          need(lineId, { stage, utility: utilities['abcd'.indexOf(lineId)] ?? 'power' }),
        );
        const context = contextAt(now, zoneSetting(undefined, { lines }));
        const needing = { ...way, lines: [], needs: wanted };
        expect(expectedStart(context, needing)).toBe(bruteForce(lines, wanted));
        const holding = holdingLine(context, needing);
        const alone = bruteForce(
          lines,
          wanted.filter(({ lineId }) => lineId === holding?.lineId),
        );
        expect(alone).toBe(expectedStart(context, needing));
        if (holding === undefined) expect(bruteForce(lines, [])).toBe(alone);
        else expect(bruteForce(lines, []) < alone).toBe(true);
      }),
    );
  });

  it('does not wait for a line of the kind that was not said', () => {
    const lines = [kept('a', '2026-12-01'), kept('b', '2026-08-03')];
    const context = contextAt(now, zoneSetting(undefined, { lines }));
    const inferred = expectedStart(context, way);
    const said = expectedStart(context, { ...way, needs: [need('b')] });
    expect([inferred > '2026-12-01', said < '2026-12-01']).toEqual([true, true]);
  });
});

const lineId = 'alpha-l-4';
const request: SayNeed = { lineId, capacity: 700, unit: 'kilowatts', by: '2026-08-03', stage: 'expertise' };

async function placed() {
  const here = world();
  const power = { zoneId: 'alpha', utility: 'power', partyId: 'alpha-power', why: 'Plan.', version: 0 } as const;
  for (const [id, expected] of [
    ['alpha-l-3', '2026-06-01'],
    [lineId, '2026-07-01'],
  ] as const)
    await changeLine(here.ports, {
      lineId: id,
      request: { ...power, names: { kk: id, ru: id, en: id, 'uz-cyrl': id }, milestones: { energised: { expected } } },
      actor: officer,
      now,
    });
  const taken = await takeOverProject(here.ports, {
    letter: letter({ utilities: needs('power') }),
    stage: 'design-documentation',
    receivedOn: '2025-12-12',
    now,
  });
  if (!taken.ok) throw new Error(taken.failure.kind);
  await here.settle();
  return { here, projectId: taken.value.projectId };
}

describe('what the office says of a need', () => {
  it.each<[string, Partial<SayNeed>, readonly string[]]>([
    ['a line of another zone', { lineId: 'beta-l-1' }, ['lineId no-such-line']],
    ['another unit', { unit: 'trucksPerDay' }, ['unit invalid_value']],
    ['a day that is gone', { by: '2026-01-09' }, ['by not-in-future']],
    ['a day that nobody can mean', { by: '2126-01-09' }, ['by too-late']],
    ['a stage that is behind', { stage: 'council-approval' }, ['stage invalid_value']],
  ])('is not taken with %s', async (_, change, issues) => {
    const { here, projectId } = await placed();
    const said = await careFor(here.ports, {
      projectId,
      actor: officer,
      now,
      request: { act: 'say-need', ...request, ...change },
    });
    expect(
      !said.ok && said.failure.kind === 'invalid' && said.failure.issues.map(({ path, code }) => `${path} ${code}`),
    ).toEqual(issues);
  });

  it('is the office’s alone', async () => {
    const { here, projectId } = await placed();
    const said = await careFor(here.ports, {
      projectId,
      actor: headquarters,
      now,
      request: { act: 'say-need', ...request },
    });
    expect(said).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
  });

  it('moves the project from one line to the other, with its capacity; taken back, it is as its letter tells', async () => {
    const { here, projectId } = await placed();
    const act = (one: Parameters<typeof careFor>[1]['request']) =>
      careFor(here.ports, { projectId, actor: head, now, request: one });
    const waiting = async () =>
      Promise.all(
        ['alpha-l-3', lineId].map(async (id) => {
          const seen = await viewLine(here.ports, { lineId: id, actor: officer, now });
          return seen.ok ? [seen.value.waiting.projects, seen.value.waiting.capacity, seen.value.waiting.neededBy] : [];
        }),
      );
    const inferred = await waiting();
    await act({ act: 'say-need', ...request });
    const { version } = (await here.load(projectId)).project;
    await act({ act: 'say-need', ...request });
    expect((await here.load(projectId)).project.version).toBe(version);
    expect(await waiting()).toEqual([
      [0, 0, undefined],
      [1, 700, '2026-08-03'],
    ]);
    const seen = await viewProject(here.ports, { projectId, actor: officer, now });
    expect(seen.ok && seen.value.lineNeeds).toMatchObject([
      { lineId, capacity: 700, unit: 'kilowatts', by: '2026-08-03', stage: 'expertise' },
    ]);
    await act({ act: 'remove-need', lineId });
    expect(await waiting()).toEqual(inferred);
    expect(inferred[0]?.[0]).toBe(1);
  });

  it('is followed by what moves: its line, and no other of the kind', async () => {
    const { here, projectId } = await placed();
    await careFor(here.ports, { projectId, actor: head, now, request: { act: 'say-need', ...request } });
    await here.settle();
    const tell = async (id: string) => {
      await changeLine(here.ports, {
        lineId: id,
        request: { milestones: { energised: { expected: '2027-01-11' } }, why: 'A letter.', version: 1 },
        actor: officer,
        now,
      });
      await here.settle();
      const { lateLine, version } = (await here.load(projectId)).project;
      return [lateLine, version] as const;
    };
    const before = (await here.load(projectId)).project.version;
    expect(await tell('alpha-l-3')).toEqual([undefined, before]);
    expect(await tell(lineId)).toEqual([lineId, before + 1]);
    const seen = await viewProject(here.ports, { projectId, actor: officer, now });
    expect(seen.ok && seen.value.start?.because).toMatchObject({ by: 'line', lineId });
    expect(seen.ok && seen.value.lineNeeds[0]?.late).toBe(
      workingDaysBetween(contextAt(now).calendar, '2026-08-03', '2027-01-11'),
    );
  });
});

it('a stage that is behind waits for nothing', () => {
  const context = contextAt(now, zoneSetting(undefined, { lines: [kept('a', '2027-06-01')] }));
  const later: OnItsWay = { ...way, stage: 'construction-start', endsOn: '2026-09-01', needs: [need('a')] };
  expect(stageIndex('expertise') < stageIndex(later.stage) && expectedStart(context, later)).toBe('2026-09-01');
});
