import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EmailView } from '#core/api/email-view.ts';
import { countsAgree, eventsGapless } from '#local/demo/checks.ts';
import { enginesOn } from '#local/aws/dynamodb/orphan.ts';
import { letterOf, newFolder, newKey, openHost, type TestHost } from '#test/support/host.ts';
import { seeded, step } from '#test/support/steps.ts';

const dataDir = realpathSync(newFolder());
let host: TestHost;
beforeAll(async () => {
  host = await openHost({ dataDir });
});
afterAll(() => host.close());

const engines = (): number[] => enginesOn(join(dataDir, 'table.sqlite'));

/** A step that met the loss of the table in a request that may have written. */
const isUnavailable = (error: unknown): boolean => error instanceof Error && error.message.startsWith('503 ');

it('R3: kill -9 of the database engine at random moments of a walk: the host goes on, nothing is lost, nothing comes twice but in the window of a crash', async () => {
  const random = seeded(20_260_112);
  const kills = 8;
  const [letter, key] = [letterOf(), newKey()];
  const killed = new Set<number>();
  const hostDied = host.host.died.then((said) => {
    throw new Error(said);
  });
  for (let count = 0, arrived = false; !arrived; count += 1) {
    expect(count, 'steps of the walk').toBeLessThan(120);
    const walking = step(host, letter, key).catch((error: unknown) => {
      if (!isUnavailable(error)) throw error;
      return false;
    });
    const [engine] = engines();
    const strikes = killed.size < kills && engine !== undefined && random(2) === 0;
    if (strikes) {
      await after(random(120));
      process.kill(engine, 'SIGKILL');
      killed.add(engine);
    }
    arrived = await Promise.race([walking, hostDied]);
    // What was being sent when the table went belongs to that attempt for two minutes; then the sweep takes it.
    if (strikes) await host.advance('PT10M');
  }
  expect(killed.size).toBe(kills);
  expect(engines()).toHaveLength(1);
  await host.advance('PT10M');

  const { projectId } = await host.anonymously<{ projectId: string }>('/api/letters-of-intent', letter, {
    'idempotency-key': key,
  });
  const project = await host.project(projectId);
  expect(project).toMatchObject({ ending: 'construction-started' });
  expect(await host.execution(projectId)).toBe('SUCCEEDED');
  const checks = [
    await eventsGapless(host, 'officer', project),
    await countsAgree(host, 'officer', 'leadership', 'aqtobe'),
  ];
  expect(checks.filter(({ holds }) => !holds)).toEqual([]);

  const sent = (await host.mailOf(projectId)).map(({ tags }) => tags['row'] ?? '');
  const {
    body: { entries },
  } = await host.ask<{ entries: EmailView[] }>(`/api/projects/${projectId}/emails`, { as: 'officer' });
  expect(entries.filter(({ state }) => state !== 'delivered' && state !== 'sent')).toEqual([]);
  expect([...new Set(sent)].toSorted()).toEqual(entries.map(({ rowId }) => rowId));
  // The window: the provider took an email and the table was lost before that was noted; such a row was tried more than once.
  const twice = sent.filter((row, at) => sent.indexOf(row) !== at);
  expect(twice.length).toBeLessThanOrEqual(kills);
  for (const row of twice) expect(entries.find(({ rowId }) => rowId === row)?.attempts).toBeGreaterThan(1);
});
