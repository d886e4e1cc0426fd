import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { confirmAddress } from '#core/letter/confirm-address.ts';
import { calendarOf } from '#core/calendar/calendar.ts';
import { localDateOf } from '#core/calendar/local-date.ts';
import { actOnDocket } from '#core/docket/act-on-docket.ts';
import { actOnObligations } from '#core/obligations/change-obligations.ts';
import { takeOverProject } from '#core/project/take-over-project.ts';
import { submitLetter } from '#core/letter/submit-letter.ts';
import { ids } from '#functions/adapters/ids.ts';
import { limitStore } from '#functions/adapters/table/count-store.ts';
import { fileRecordStore } from '#functions/adapters/table/file-record-store.ts';
import { countMissing } from '#functions/adapters/table/count-plots.ts';
import { projectStore } from '#functions/adapters/table/project-store.ts';
import { referenceStore } from '#functions/adapters/table/reference-store.ts';
import { forumLetters } from '#seeds/demo-letters.ts';
import { demoObstacles } from '#seeds/demo-obstacles.ts';
import { demoProjects, type DemoProject } from '#seeds/demo-projects.ts';
import { demoMemberships } from '#seeds/memberships.ts';
import { head, officer, seedObstacle } from './obstacles.ts';
import { type Item, plotItems, referenceItems, showcaseItems } from '#seeds/reference-items.ts';

export interface SeedTarget {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** The host's time, epoch ms. */
  readonly now: number;
  readonly demo: boolean;
  /** With the memberships of demo people, who sign in without a password; not without being told. */
  readonly people?: boolean;
  /** All, without being told. */
  readonly zones?: readonly string[] | undefined;
}

/** Each where nothing is yet: what an administrator has set since is never set back. In a new table all of a portion go at once. */
async function putMissing({ client, tableName }: SeedTarget, items: readonly Item[]): Promise<void> {
  const put = async (some: readonly Item[]): Promise<void> => {
    const TransactItems = some.map((Item) => ({
      Put: { TableName: tableName, Item: { ...Item }, ConditionExpression: 'attribute_not_exists(PK)' },
    }));
    try {
      await client.send(new TransactWriteCommand({ TransactItems }));
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      if (some.length > 1) for (const item of some) await put([item]);
      else if (error.CancellationReasons?.[0]?.Code !== 'ConditionalCheckFailed') throw error;
    }
  };
  for (let from = 0; from < items.length; from += 25) await put(items.slice(from, from + 25));
}

/** Letters of the forum hall were signed on paper; their sheets lie with the office. */
const originalHeldBy = { kind: 'staff', personId: 'demo-officer' } as const;

/** Projects go in by the same use cases as on any day, so they bring their events, counts, workflows and emails with them. */
async function demoData({ client, tableName, now }: SeedTarget): Promise<void> {
  const ports = {
    projects: projectStore(client, tableName),
    reference: referenceStore(client, tableName),
    limits: limitStore(client, tableName),
    fileRecords: fileRecordStore(client, tableName),
    ids,
    // A seeded letter's tracking link goes out with its receipt; nobody waits for the answer here.
    links: { urlOf: () => Promise.resolve(''), officeUrlOf: () => '', read: () => Promise.resolve(undefined) },
  };
  for (const [place, letter] of forumLetters.entries()) {
    const submitted = await submitLetter(ports, {
      letter,
      idempotencyKey: `seed-forum-letter-${String(place)}`,
      sourceIp: 'seed',
      now,
      originalHeldBy,
    });
    if (!submitted.ok) throw new Error(`Demo letter ${String(place)}: ${submitted.failure.kind}`);
    const { projectId } = submitted.value;
    await confirmAddress(ports, { projectId, now });
    const obstacle = demoObstacles.find((one) => one.letter === place);
    if (obstacle) await seedObstacle(ports, projectId, obstacle, now);
  }
  // A zone's projects one after another: they take the same counter of numbers. Zones side by side.
  const zones = Map.groupBy(demoProjects.entries(), ([, { letter }]) => letter.zoneId);
  await Promise.all(
    [...zones.values()].map(async (projects) => {
      for (const [at, project] of projects) await takeOver(ports, project, at, now);
    }),
  );
}

/** A start that was cut off begins seeding again: a project's id says which seed it is. */
async function takeOver(
  ports: Parameters<typeof takeOverProject>[0],
  project: DemoProject,
  at: number,
  now: number,
): Promise<void> {
  const projectId = `pdemo${ids.hash(`demo-project-${String(at)}`).slice(0, 16)}`;
  if (await ports.projects.load(projectId)) return;
  const taken = await takeOverProject({ ...ports, ids: { ...ids, projectId: () => projectId } }, { ...project, now });
  if (!taken.ok) throw new Error(`Demo project ${String(at)}: ${taken.failure.kind}`);
  await seedOutput(ports, projectId, project, now);
  if (project.frozen) await seedDocket(ports, projectId, project.letter.zoneId, now);
}

/** Promised, reported and confirmed as it was: planned by the officer, confirmed by the head. */
async function seedOutput(
  ports: Parameters<typeof takeOverProject>[0],
  projectId: string,
  { output = {}, letter: { zoneId, investment } }: DemoProject,
  now: number,
): Promise<void> {
  for (const [year, amount] of Object.entries(output)) {
    const figures = { output: { amountMinor: amount * 100, currency: investment.currency } };
    for (const [actor, request] of [
      [officer(zoneId), { act: 'plan', every: 'year', year: Number(year), figures }],
      [officer(zoneId), { act: 'report', period: year, figures }],
      [head(zoneId), { act: 'confirm', period: year, figures }],
    ] as const) {
      const done = await actOnObligations(ports, { projectId, actor, now, request });
      if (!done.ok) throw new Error(`Demo output: ${done.failure.kind}`);
    }
  }
}

/** Opened, with the act of breach of today. */
async function seedDocket(
  ports: Parameters<typeof takeOverProject>[0],
  projectId: string,
  zoneId: string,
  now: number,
): Promise<void> {
  const on = localDateOf(now, calendarOf('KZ').offsetMinutes);
  for (const request of [
    { step: 'open', words: 'Құрылыс басталған жоқ.' },
    { step: 'act-of-breach', number: '3-07/118', on, cureDays: 60, words: 'Телімде жұмыс жүріп жатқан жоқ.' },
  ] as const) {
    const done = await actOnDocket(ports, { projectId, actor: officer(zoneId), now, request });
    if (!done.ok) throw new Error(`Demo docket: ${done.failure.kind}`);
  }
}

export async function seed(target: SeedTarget): Promise<void> {
  await putMissing(
    target,
    referenceItems((zoneId) => target.zones?.includes(zoneId) ?? true),
  );
  if (target.people) await putMissing(target, demoMemberships());
  if (target.demo) await putMissing(target, [...plotItems(), ...showcaseItems()]);
  await countMissing(target.client, target.tableName);
  if (target.demo) await demoData(target);
}
