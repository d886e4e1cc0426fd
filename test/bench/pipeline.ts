import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Actor } from '#core/domain/actor.ts';
import { apply } from '#core/domain/project/apply.ts';
import { contribution, type Count } from '#core/domain/rules/figures.ts';
import { stageIds } from '#core/domain/stage-id.ts';
import { letterSubmitted, projectNumber } from '#core/use-cases/submit-letter.ts';
import { settingOf } from '#core/use-cases/setting-of.ts';
import { viewPipeline } from '#core/use-cases/view-pipeline.ts';
import { listProjects } from '#core/use-cases/list-projects.ts';
import type { Aggregate } from '#core/contracts/project.ts';
import { attributeOf } from '#functions/adapters/table/count-names.ts';
import { countStore } from '#functions/adapters/table/count-store.ts';
import { projectIndexes } from '#functions/adapters/table/items.ts';
import { countShards, keys } from '#functions/adapters/table/keys.ts';
import { projectLists } from '#functions/adapters/table/project-lists.ts';
import { referenceStore } from '#functions/adapters/table/reference-store.ts';
import { seed } from '#infra/local/seeding/index.ts';
import { forumLetters } from '#seeds/demo-letters.ts';
import { figure, medianMs, type Figure } from './figure.ts';
import { meteredTable, type MeteredTable } from './table.ts';

const sizes = [100, 10_000, 100_000] as const;
const now = Date.parse('2025-12-12T09:00:00+05:00');
const zoneId = 'aqtobe';
const actor: Actor = { kind: 'staff', personId: 'bench', memberships: [{ personId: 'bench', scope: 'zone', scopeId: zoneId, role: 'leadership' }] };

type Item = Record<string, unknown>;

/** A project as the table holds it, at some stage, without its log: what lists and counts look at. */
async function projectMaker({ client, tableName }: MeteredTable): Promise<(at: number) => Aggregate> {
  const setting = await settingOf({ reference: referenceStore(client, tableName) }, zoneId, now);
  const letter = forumLetters[0];
  if (setting === undefined || letter === undefined) throw new Error('The seeds are empty');
  return (at) => {
    const body = letterSubmitted(letter, setting, projectNumber('AQT', 2025, at));
    const { project } = apply(undefined, { projectId: `pbench${String(at)}`, sequence: 1, at: now, actor: { kind: 'system' }, body });
    return { project: { ...project, confirmed: true, stage: stageIds[at % stageIds.length] ?? 'expertise', due: '2026-01-12' }, assignments: [], documents: [], obstacles: [] };
  };
}

async function write({ client, tableName }: MeteredTable, items: readonly Item[]): Promise<void> {
  await Promise.all(Array.from({ length: Math.ceil(items.length / 25) }, async (_, batch) => {
    const requests = items.slice(batch * 25, batch * 25 + 25).map((item) => ({ PutRequest: { Item: item } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [tableName]: requests } }));
  }));
}

/** Fills a zone from `from` to `to` projects and sets its counters to what they are then. */
async function fill(table: MeteredTable, make: (at: number) => Aggregate, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += 500) {
    const some = Array.from({ length: Math.min(500, to - start) }, (_, at) => make(start + at));
    await write(table, some.map((one) => ({ ...keys.project(one.project.projectId), project: one.project, version: 1, company: 'Bench', ...projectIndexes(one) })));
  }
  // Every kind of counter that a zone can have, each about as great as so many projects make it.
  const counts = stageIds.flatMap((_, at) => contribution(make(at)));
  const attributes = (some: readonly Count[]): Item => Object.fromEntries(some.map((count) => [attributeOf(count), Math.floor(count.amount * to / stageIds.length / countShards)]));
  const forums = Map.groupBy(counts, (count) => (count.group === 'forum' ? count.member : undefined));
  await write(table, [...forums].flatMap(([forum, some]) => Array.from({ length: countShards }, (_, shard): Item => ({ ...keys.count(zoneId, shard, forum), ...attributes(some) }))));
}

/** The leadership's page and the office's list as a zone grows from 100 to 100,000 projects: time and read units. */
export async function benchPipeline(): Promise<readonly Figure[]> {
  const table = await meteredTable();
  try {
    await seed({ ...table, now, demo: false });
    const make = await projectMaker(table);
    const ports = { reference: referenceStore(table.client, table.tableName), counts: countStore(table.client, table.tableName), lists: projectLists(table.client, table.tableName) };
    const page = () => viewPipeline(ports, { actor, zoneId });
    const list = () => listProjects(ports, { zoneId, actor, page: { limit: 50 }, query: { stage: 'expertise' } });
    const figures: Figure[] = [];
    let filled = 0;
    for (const size of sizes) {
      await fill(table, make, filled, size);
      filled = size;
      const named = `at ${size.toLocaleString('en')} projects`;
      const counted = await table.consumed(() => ports.counts.of(zoneId));
      const listed = await table.consumed(list);
      figures.push(
        figure(`pipeline page ${named}`, await medianMs(20, page), 'ms'),
        figure(`pipeline page, counts of the zone ${named}`, counted.readUnits, 'read units'),
        figure(`list of 50 in a stage ${named}`, await medianMs(20, list), 'ms'),
        figure(`list of 50 in a stage ${named}`, listed.readUnits, 'read units'),
      );
    }
    return figures;
  } finally {
    await table.stop();
  }
}
