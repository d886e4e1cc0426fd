import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PipelineView } from '#core/api/views.ts';
import { rebuild } from '#core/project/apply.ts';
import { addedUp, contribution, isOfBoard, isPast, keyOf, type Count } from '#core/figures/figures.ts';
import { countStore } from '#functions/adapters/table/count-store.ts';
import { projectStore } from '#functions/adapters/table/project-store.ts';
import type { ProjectEvent } from '#core/project/event.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { answer, drive, inStage, openOne } from '#test/support/walk.ts';

let host: TestHost;
const projects: string[] = [];
const reason = { reasonCode: 'remarks', reason: 'Sheet 4 does not agree with sheet 7.' } as const;

async function place(
  ...of: Parameters<typeof placeAt> extends [TestHost, ...infer Rest] ? Rest : never
): Promise<string> {
  const { projectId } = await placeAt(host, ...of);
  projects.push(projectId);
  return projectId;
}

/** Every way to move the counters: on, back, corrected, late, suspended, withdrawn, terminated, started. */
async function live(): Promise<void> {
  const forum = 'aqtobe-investment-forum-2025';
  await drive(host, await place('council-approval', { sector: 'food', forum }), inStage('contract-and-land'));
  const back = await place('contract-and-land', {
    sector: 'metals',
    investment: { amountMinor: 700_000_000, currency: 'USD' },
  });
  await answer(host, openOne(await host.project(back), 'office-decision'), {
    outcome: 'sent-back',
    to: 'council-approval',
    ...reason,
  });
  const returned = await place('council-approval', { forum });
  await answer(host, openOne(await host.project(returned), 'office-decision'), {
    outcome: 'returned',
    daysToCure: 5,
    ...reason,
  });
  await host.settle();
  await answer(host, openOne(await host.project(returned), 'correction'), { outcome: 'done', facts: {} });
  await drive(
    host,
    await place('construction-start', { sector: 'recycling', forum }),
    ({ ending }) => ending === 'construction-started',
  );
  const act = (projectId: string, action: string, body: object) =>
    host.ask(`/api/projects/${projectId}/${action}`, { as: 'head', body });
  await act(await place('technical-conditions'), 'terminate', { reasonCode: 'not-started', reason: 'No start' });
  await act(await place('technical-conditions', { forum }), 'withdraw', {
    reasonCode: 'not-started',
    reason: 'By the investor',
  });
  const stopped = await place('expertise', { sector: 'wood' });
  await host.advance('P30D');
  await act(stopped, 'suspend', {
    reasonCode: 'supplier-late',
    reason: 'Under repair',
    fault: 'third-party',
    reviewOn: '2026-02-27',
  });
  await host.advance('P60D');
  await host.settle();
}

beforeAll(async () => {
  host = await openHost({ zones: ['aqtobe'] });
  await live();
});
afterAll(async () => {
  await host.close();
});

const sorted = (counts: readonly Count[]) => counts.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));

describe('the counters of a zone, after all that can happen to its projects', () => {
  it('equal a recount of the projects, and one of their logs alone', async () => {
    const { tableName } = host.endpoints;
    const store = projectStore(host.table, tableName);
    const counts = countStore(host.table, tableName);
    const [now, past, board] = await Promise.all([counts.of('aqtobe'), counts.past('aqtobe'), counts.board('aqtobe')]);
    expect(now.some((count) => isPast(count) || isOfBoard(count))).toBe(false);
    const counted = sorted([...now, ...past, ...board]);
    const states = await Promise.all(projects.map((projectId) => store.load(projectId)));
    expect(counted).toEqual(sorted(addedUp(states.flatMap((one) => contribution(one)))));
    const logs = await Promise.all(
      projects.map(async (projectId) => {
        const events: ProjectEvent[] = [];
        for (let after: string | undefined; ;) {
          const page = await store.events(projectId, { limit: 100, after });
          events.push(...page.entries);
          if (page.next === undefined) return rebuild(events);
          after = page.next;
        }
      }),
    );
    expect(counted).toEqual(sorted(addedUp(logs.flatMap((one) => contribution(one)))));
    for (const group of ['stage', 'sector', 'forum', 'late', 'start', 'took', 'month', 'refused'] as const)
      expect(
        counted.some((count) => count.group === group),
        group,
      ).toBe(true);
  });

  it('are what the API answers, by sector and forum as by stage', async () => {
    const {
      body: {
        zones: [zone],
      },
    } = await host.ask<PipelineView>('/api/pipeline?zone=aqtobe', { as: 'leadership' });
    const going = zone?.buckets
      .filter(({ bucket }) => !['rejected', 'withdrawn', 'terminated', 'construction-started'].includes(bucket))
      .reduce((sum, one) => sum + one.projects, 0);
    expect(zone?.sectors.reduce((sum, one) => sum + one.projects, 0)).toBe(going);
    expect(zone?.sectors.reduce((sum, one) => sum + one.started + one.lost, 0)).toBe(3);
    expect(zone?.forums).toMatchObject([
      {
        forum: 'aqtobe-investment-forum-2025',
        names: { en: 'Aqtobe Investment Forum – 2025' },
        projects: 2,
        started: 1,
        lost: 1,
      },
    ]);
    expect(zone?.took.find(({ stage }) => stage === 'construction-start')?.closings).toBe(1);
  });
});
