import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { boardStates, builtWhats, owedSides, type BuiltMember } from '#core/board/board-counts.ts';
import { viewBoard } from '#core/board/view-board.ts';
import type { Actor } from '#core/kernel/actor.ts';
import { owedMoney } from '#core/obligations/obligation-facts.ts';
import { assignmentIdOf } from '#core/stages/assignment-id.ts';
import { apply } from '#core/project/apply.ts';
import { endings } from '#core/project/event.ts';
import { partyKinds } from '#core/reference/reference.ts';
import { sectors } from '#core/letter/sector.ts';
import type { Count } from '#core/figures/figures.ts';
import { limitNames } from '#core/figures/stage-time.ts';
import { looksAt, viewOverview } from '#core/figures/view-overview.ts';
import { stageIds } from '#core/stages/stage-id.ts';
import { projectNumber } from '#core/letter/number.ts';
import { letterSubmitted } from '#core/letter/submit-letter.ts';
import { zoneContextOf } from '#core/project/zone-context-of.ts';
import { viewPipeline } from '#core/figures/view-pipeline.ts';
import { listProjects } from '#core/project/list-projects.ts';
import type { Aggregate, Assignment, Project } from '#core/project/project.ts';
import { attributeOf } from '#functions/adapters/table/count-names.ts';
import { countStore, partOf } from '#functions/adapters/table/count-store.ts';
import { lateStore } from '#functions/adapters/table/late-store.ts';
import { startStore } from '#functions/adapters/table/start-store.ts';
import { listedAssignments, listingOf } from '#core/project/listing.ts';
import { assignmentItem, projectIndexes } from '#functions/adapters/table/items.ts';
import { countShards, keys } from '#functions/adapters/table/keys.ts';
import { projectLists } from '#functions/adapters/table/project-lists.ts';
import { referenceStore } from '#functions/adapters/table/reference-store.ts';
import { seed } from '#local/seeding/seed.ts';
import { forumLetters } from '#seeds/demo-letters.ts';
import { figure, medianMs, type Figure } from './figure.ts';
import { meteredTable, type MeteredTable } from './table.ts';

const sizes = [100, 10_000, 100_000] as const;
const now = Date.parse('2025-12-12T09:00:00+05:00');
const zoneId = 'aqtobe';
const actor: Actor = {
  kind: 'staff',
  personId: 'bench',
  memberships: [{ personId: 'bench', scope: 'zone', scopeId: zoneId, role: 'leadership' }],
};

type Item = Record<string, unknown>;

/** A project as the table holds it, at some stage, without its log: what lists and counts look at. */
async function projectMaker({ client, tableName }: MeteredTable): Promise<(at: number) => Aggregate> {
  const setting = await zoneContextOf({ reference: referenceStore(client, tableName) }, zoneId, now);
  const letter = forumLetters[0];
  if (setting === undefined || letter === undefined) throw new Error('The seeds are empty');
  return (at) => {
    const body = letterSubmitted(letter, setting, { number: projectNumber('AQT', 2025, at) });
    const { project } = apply(undefined, {
      projectId: `pbench${String(at)}`,
      sequence: 1,
      at: now,
      actor: { kind: 'system' },
      body,
    });
    const stage = stageIds[at % stageIds.length] ?? 'expertise';
    const baseline = Object.fromEntries(stageIds.map((one) => [one, '2025-12-01'])) as Project['baseline'];
    return {
      project: { ...project, baseline, confirmed: true, phase: 'open', stage, due: '2026-01-12' },
      assignments: [],
      documents: [],
      obstacles: [],
    };
  };
}

async function write({ client, tableName }: MeteredTable, items: readonly Item[]): Promise<void> {
  await Promise.all(
    Array.from({ length: Math.ceil(items.length / 25) }, async (_, batch) => {
      const requests = items.slice(batch * 25, batch * 25 + 25).map((item) => ({ PutRequest: { Item: item } }));
      await client.send(new BatchWriteCommand({ RequestItems: { [tableName]: requests } }));
    }),
  );
}

const lateAnswer = ({ projectId, stage }: Project): Assignment => ({
  assignmentId: assignmentIdOf(projectId, { kind: 'technical-condition', stage, round: 1, attempt: 1, line: 'power' }),
  kind: 'technical-condition',
  stage,
  round: 1,
  attempt: 1,
  line: 'power',
  holder: { kind: 'party', partyId: 'aqtobe-power' },
  due: '2025-12-01',
  state: 'open',
  openedAt: now,
  baselineDue: '2025-12-01',
  overdue: true,
});

/** Fills a zone from `from` to `to` projects and sets its counters to what they are then. */
async function fill(table: MeteredTable, make: (at: number) => Aggregate, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += 500) {
    const some = Array.from({ length: Math.min(500, to - start) }, (_, at) => make(start + at));
    await write(
      table,
      some.flatMap((one): Item[] => [
        {
          ...keys.project(one.project.projectId),
          project: one.project,
          version: 1,
          company: 'Bench',
          ...projectIndexes(one.project, listingOf(one)),
        },
        ...listedAssignments({ ...one, assignments: [lateAnswer(one.project)] }).map((late) =>
          assignmentItem(one.project, late),
        ),
      ]),
    );
  }
  const amount = Math.ceil(to / countShards);
  const groups = Map.groupBy([...everyCounter(amount), ...everyOfBoard(amount)], partOf);
  await write(
    table,
    [...groups].flatMap(([part, some]) =>
      Array.from({ length: countShards }, (_, shard): Item => ({
        ...keys.count(zoneId, shard, part),
        ...Object.fromEntries(some.map((count) => [attributeOf(count), count.amount])),
      })),
    ),
  );
}

/** The same of the board: each rung in every sector and of four forums, with what contracts owe in ten years. */
function everyOfBoard(amount: number): readonly Count[] {
  const members: readonly BuiltMember[] = boardStates.flatMap((state) => [
    ...sectors.map((sector): BuiltMember => `sector ${sector} ${state}`),
    ...forums.map((forum): BuiltMember => `forum ${forum} ${state}`),
  ]);
  const money = ['KZT', 'USD'] as const;
  return [
    ...members.flatMap((member) =>
      [...builtWhats, ...money].map((what): Count => ({ group: 'built', member, what, amount: amount * 1e6 })),
    ),
    ...Array.from({ length: 10 }, (_, at) => 2025 + at).flatMap((year) =>
      owedSides.flatMap((side) =>
        owedMoney.flatMap((field) =>
          money.map((what): Count => ({
            group: 'owed',
            member: `${year} ${field} ${side}`,
            what,
            amount: amount * 1e6,
          })),
        ),
      ),
    ),
  ];
}

const forums = ['forum-2023', 'forum-2024', 'forum-2025', 'aqtobe-investment-forum-2025'] as const;

/** Every counter that a zone with two currencies and four forums can have, none of them nought: its items at their greatest. */
function everyCounter(amount: number): readonly Count[] {
  const worth = ['projects', 'jobs', 'overdue', 'KZT', 'USD'] as const;
  const member = [...worth, 'started', 'lost'] as const;
  return [
    ...[...stageIds, ...endings].flatMap((bucket) =>
      worth.map((what): Count => ({ group: 'stage', member: bucket, what, amount: amount * 1e6 })),
    ),
    ...sectors.flatMap((sector) =>
      member.map((what): Count => ({ group: 'sector', member: sector, what, amount: amount * 1e6 })),
    ),
    ...forums.flatMap((forum) =>
      member.map((what): Count => ({ group: 'forum', member: forum, what, amount: amount * 1e6 })),
    ),
    ...(['office', 'investor', ...partyKinds] as const).flatMap((holder) =>
      (['answers', 'projects'] as const).map((what): Count => ({ group: 'late', member: holder, what, amount })),
    ),
    ...['2026-1', '2026-2', '2026-3', '2026-4', '2027-1', '2027-2'].flatMap((quarter) =>
      (['projects', 'behind'] as const).map((what): Count => ({ group: 'start', member: quarter, what, amount })),
    ),
    ...stageIds.flatMap((stage) =>
      (['closings', 'days', 'stood', 'within', ...limitNames.slice(2, 14)] as const).map((what): Count => ({
        group: 'took',
        member: stage,
        what,
        amount,
      })),
    ),
  ];
}

/** The leadership's page and the office's list as a zone grows from 100 to 100,000 projects: time and read units. */
export async function benchPipeline(): Promise<readonly Figure[]> {
  const table = await meteredTable();
  try {
    await seed({ ...table, now, demo: false });
    const make = await projectMaker(table);
    const ports = {
      reference: referenceStore(table.client, table.tableName),
      counts: countStore(table.client, table.tableName),
      lists: projectLists(table.client, table.tableName),
      late: lateStore(table.client, table.tableName),
      starts: startStore(table.client, table.tableName),
    };
    const overview = () => viewOverview(ports, { actor, zoneId, now });
    const page = () => viewPipeline(ports, { actor, zoneId });
    const board = () => viewBoard(ports, { actor, zoneId, now });
    const list = () => listProjects(ports, { zoneId, actor, page: { limit: 50 }, query: { stage: 'expertise' } });
    const figures: Figure[] = [];
    let filled = 0;
    for (const size of sizes) {
      await fill(table, make, filled, size);
      filled = size;
      const named = `at ${size.toLocaleString('en')} projects`;
      const counted = await table.consumed(() => ports.counts.of(zoneId));
      const listed = await table.consumed(list);
      const behind = await table.consumed(() =>
        Promise.all([
          ports.lists.work(zoneId, undefined, looksAt.work),
          ports.starts.unconfirmed(zoneId, looksAt.unconfirmed),
        ]),
      );
      const shownAll = await table.consumed(overview);
      const built = await table.consumed(() => ports.counts.board(zoneId));
      figures.push(
        figure(`pipeline page ${named}`, await medianMs(20, page), 'ms'),
        figure(`pipeline page, counts of the zone ${named}`, counted.readUnits, 'read units'),
        figure(`leadership's page, the two looks beside the counts ${named}`, behind.readUnits, 'read units'),
        figure(`leadership's page with reference data ${named}`, shownAll.readUnits, 'read units'),
        figure(`board, its own counts ${named}`, built.readUnits, 'read units'),
        figure(`board ${named}`, await medianMs(20, board), 'ms'),
        figure(`leadership's page ${named}`, await medianMs(20, overview), 'ms'),
        figure(`list of 50 in a stage ${named}`, await medianMs(20, list), 'ms'),
        figure(`list of 50 in a stage ${named}`, listed.readUnits, 'read units'),
      );
    }
    return figures;
  } finally {
    await table.stop();
  }
}
