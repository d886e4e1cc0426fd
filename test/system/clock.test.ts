import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarOf } from '#core/calendar/calendar.ts';
import { addDays } from '#core/calendar/local-date.ts';
import { addWorkingDays, workingDaysBetween } from '#core/calendar/working-days.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { answer, openOne, today } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost({ zones: ['aqtobe'] });
});
afterAll(() => host.close());

const calendar = calendarOf('KZ');
const act = (projectId: string, action: string, body: object, as = 'head') =>
  host.ask(`/api/projects/${projectId}/${action}`, { as, body });
const suspension = (reviewOn: string) => ({
  reasonCode: 'supplier-late',
  reason: 'The substation is under repair.',
  fault: 'third-party',
  reviewOn,
});
const daysFromNow = async (days: number) => addDays(await today(host), days);

describe('a suspended project', () => {
  it('stands still and runs on with the working days it had', async () => {
    const { projectId } = await placeAt(host, 'contract-and-land');
    const before = await host.project(projectId);
    const left = workingDaysBetween(calendar, await today(host), before.due!);
    expect((await act(projectId, 'suspend', suspension(await daysFromNow(60)))).status).toBe(200);
    await host.advance('P45D');
    const standing = await host.project(projectId);
    expect(standing).toMatchObject({ suspended: true, due: before.due });
    expect(standing.assignments.some(({ overdue }) => overdue)).toBe(false);
    const decision = await answer(host, openOne(standing, 'office-decision'), { outcome: 'approved' });
    expect(decision).toMatchObject({ status: 409, body: { state: 'suspended' } });
    expect((await act(projectId, 'suspend', suspension(await daysFromNow(10)))).status).toBe(409);
    expect((await act(projectId, 'resume', {}, 'officer')).status).toBe(403);
    expect((await act(projectId, 'resume', {})).status).toBe(200);
    const after = await host.project(projectId);
    expect(after.suspended).toBe(false);
    expect(after.due).toBe(addWorkingDays(calendar, await today(host), left));
    expect(after.stages.map(({ baseline }) => baseline)).toEqual(before.stages.map(({ baseline }) => baseline));
    await host.settle();
    const told = (await host.mailOf(projectId)).filter(({ to }) => to.startsWith('plant-')).map(({ notice }) => notice);
    expect(told.slice(-2)).toEqual(['suspended', 'resumed']);
    expect(await host.execution(projectId)).toBe('RUNNING');
  });

  it('runs on by itself when nobody renews the pause', async () => {
    const { projectId } = await placeAt(host, 'design-documentation');
    await act(projectId, 'suspend', suspension(await daysFromNow(14)));
    await host.advance('P13D');
    expect((await host.project(projectId)).suspended).toBe(true);
    await host.advance('P1D');
    expect((await host.project(projectId)).suspended).toBe(false);
  });

  it('goes on where it is renewed in time, after a notice, and ends by itself on the day of its review', async () => {
    const { projectId } = await placeAt(host, 'design-documentation');
    const started = await today(host);
    await act(projectId, 'suspend', suspension(await daysFromNow(21)));
    await host.advance('P15D');
    await host.settle();
    const number = (await host.project(projectId)).number;
    const warned = async () =>
      (await host.mail()).filter(
        ({ notice, to, text }) => notice === 'digest' && !to.startsWith('plant-') && text.includes(number),
      ).length;
    expect(await warned()).toBeGreaterThan(0);
    const request = { reasonCode: 'supplier-late', reason: 'The transformer is late.' };
    const renewed = { ...request, reviewOn: await daysFromNow(40) };
    expect((await act(projectId, 'renew-pause', renewed, 'officer')).status).toBe(403);
    expect(await act(projectId, 'renew-pause', { ...request, reviewOn: await daysFromNow(91) })).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'reviewOn', code: 'too-late' }] },
    });
    expect((await act(projectId, 'renew-pause', renewed)).status).toBe(200);
    await host.advance('P39D');
    expect(await host.project(projectId)).toMatchObject({
      suspended: true,
      pause: { on: started, reviewOn: renewed.reviewOn },
    });
    await host.advance('P1D');
    await host.settle();
    expect((await host.project(projectId)).suspended).toBe(false);
    const told = (await host.mailOf(projectId)).filter(({ to }) => to.startsWith('plant-')).map(({ notice }) => notice);
    expect(told.slice(-3)).toEqual(['suspended', 'pause-renewed', 'pause-ended']);
    expect((await act(projectId, 'renew-pause', renewed)).status).toBe(409);
  });

  it('that was overdue stays overdue by as much', async () => {
    const { projectId } = await placeAt(host, 'letter-of-intent');
    await host.advance('P14D');
    const late = openOne(await host.project(projectId), 'office-decision');
    expect(late.overdue).toBe(true);
    const by = workingDaysBetween(calendar, late.due, await today(host));
    await act(projectId, 'suspend', suspension(await daysFromNow(30)));
    await host.advance('P20D');
    await act(projectId, 'resume', {});
    const after = openOne(await host.project(projectId), 'office-decision');
    expect(after.overdue).toBe(true);
    expect(workingDaysBetween(calendar, after.due, await today(host))).toBe(by);
  });

  it.each([
    ['in the past', -1, 'not-in-future'],
    ['further than 90 days', 91, 'too-late'],
  ])('is not reviewed %s', async (_, days, code) => {
    const { projectId } = await placeAt(host, 'expertise');
    expect(await act(projectId, 'suspend', suspension(await daysFromNow(days)))).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'reviewOn', code }] },
    });
  });

  it('may still be withdrawn', async () => {
    const { projectId, track } = await placeAt(host, 'expertise');
    await act(projectId, 'suspend', suspension(await daysFromNow(14)));
    expect((await host.ask(`/api/links/${track}/withdraw`, { body: {} })).status).toBe(200);
    await host.settle();
    expect(await host.execution(projectId)).toBe('SUCCEEDED');
  });
});

describe('an obstacle that is not removed by its day', () => {
  it('goes up to the head, and to the headquarters', async () => {
    const { projectId } = await placeAt(host, 'design-documentation');
    const due = addWorkingDays(calendar, await today(host), 2);
    const about = { kind: 'stage', stage: 'design-documentation' };
    const raised = await host.ask(`/api/projects/${projectId}/obstacles`, {
      as: 'officer',
      body: { about, words: 'The designer has no licence.', due },
    });
    expect(raised.status).toBe(200);
    const reads = async () =>
      new Set(
        (await host.mail())
          .filter(
            ({ notice, links }) =>
              notice === 'digest' && links.some((link) => link.includes(`/projects/${projectId}/obstacles/`)),
          )
          .map(({ to }) => to),
      ).size;
    await host.advance('P21D');
    await host.settle();
    // The officer, the head and the headquarters.
    expect(await reads()).toBeGreaterThanOrEqual(3);
  });
});

describe('a later due date', () => {
  const later = async (from: string) => ({
    reasonCode: 'weather',
    reason: 'Frost.',
    to: addWorkingDays(calendar, from, 10),
  });

  it.each([
    [
      'of a party is given by an officer',
      'contract-and-land',
      'plot',
      { officer: 200, headquarters: 403, leadership: 403 },
    ],
    ['of the office by its head', 'contract-and-land', 'contract', { officer: 403, head: 200 }],
    ['of a stage by the head', 'contract-and-land', undefined, { officer: 403, head: 200 }],
    [
      'of the council stage by headquarters alone',
      'council-approval',
      undefined,
      { officer: 403, head: 403, headquarters: 200 },
    ],
  ] as const)('%s', async (_, stage, kind, ranks) => {
    const { projectId } = await placeAt(host, stage);
    for (const [rank, status] of Object.entries(ranks)) {
      const before = await host.project(projectId);
      const assignment = kind && openOne(before, kind);
      const body = {
        ...(await later(assignment?.due ?? before.due!)),
        ...(assignment && { assignmentId: assignment.assignmentId }),
      };
      expect((await act(projectId, 'extend', body, rank)).status, rank).toBe(status);
      const after = await host.project(projectId);
      const due = kind ? openOne(after, kind).due : openOne(after, 'office-decision').due;
      expect(due, rank).toBe(status === 200 ? body.to : (assignment?.due ?? before.due));
      expect(after.stages.map(({ baseline }) => baseline)).toEqual(before.stages.map(({ baseline }) => baseline));
    }
    await host.settle();
    expect((await host.mailOf(projectId)).filter(({ notice }) => notice === 'extended')).toHaveLength(1);
  });

  it('of construction start is given once', async () => {
    const { projectId } = await placeAt(host, 'construction-start');
    const { due } = await host.project(projectId);
    expect((await act(projectId, 'extend', await later(due!))).status).toBe(200);
    expect(await act(projectId, 'extend', await later(addDays(due!, 30)))).toMatchObject({
      status: 409,
      body: { state: 'extended-once' },
    });
  });

  it.each([
    ['earlier', -3, 'not-later'],
    ['on a Sunday', 0, 'not-a-working-day'],
  ])('is not %s', async (_, days, code) => {
    const { projectId } = await placeAt(host, 'contract-and-land');
    const { due } = await host.project(projectId);
    const sunday = addDays(due!, 7 - new Date(`${due!}T00:00:00Z`).getUTCDay());
    const to = days < 0 ? addDays(due!, days) : sunday;
    expect(await act(projectId, 'extend', { reasonCode: 'weather', reason: 'Frost.', to })).toMatchObject({
      status: 400,
      body: { issues: [{ path: 'to', code }] },
    });
  });
});
