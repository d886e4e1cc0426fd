import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import { problemTextsOf } from '#core/texts/areas/problems.ts';
import { limitStore } from '#functions/adapters/table/count-store.ts';
import { draftUpTo } from '#test/browser/pages/letter-draft.ts';
import { openHost, type TestHost } from '#test/support/host.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

/** Asks for a file of 100 MB, as the script does. */
const ask = (path: string, language = 'en') =>
  fetch(`${host.endpoints.site}${path}/documents?lang=${language}`, {
    method: 'POST',
    body: new URLSearchParams({
      kind: 'signed-letter',
      step: 'upload',
      fileName: 'a.pdf',
      bytes: '100000000',
      sha256: 'a'.repeat(64),
      beginning: '255044462d312e37',
    }),
  });

describe('S3: files that anybody asks to bring', () => {
  it('are 500 MB a letter, also all at once, then refused in words; 2 GB a network and hour', async () => {
    const [first, ...others] = await Promise.all(
      Array.from({ length: 5 }, () => draftUpTo(host.endpoints.site, 'documents')),
    );
    const statuses = await Promise.all(Array.from({ length: 12 }, async () => (await ask(first!)).status));
    expect(statuses.filter((status) => status === 200)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
    for (const language of languages) {
      const told = (await (await ask(first!, language)).json()) as { error: string };
      expect(told.error).toContain(problemTextsOf(language).problems['too-many'].title);
    }
    let more = 0;
    for (const other of others)
      for (let time = 0; time < 5; time += 1) if ((await ask(other)).status === 200) more += 1;
    expect(more).toBe(15);
  });
});

describe('S3: a budget in the table', () => {
  it('is never passed by many who spend at once, gets back what was spent, and no more', async () => {
    const limits = limitStore(host.table, host.endpoints.tableName);
    const budget = { amount: 1_000, seconds: 3600 };
    const now = Date.parse('2025-12-12T09:00:00+05:00');
    const spends = await Promise.all(Array.from({ length: 30 }, () => limits.spend('hall', 90, budget, now)));
    expect([spends.filter(Boolean).length, await limits.spent('hall', budget, now)]).toEqual([11, 990]);
    await limits.giveBack('hall', 990, budget, now + 1);
    expect(await limits.spend('hall', 1_000, budget, now)).toBe(true);
    await limits.giveBack('hall', 1_001, budget, now);
    await limits.giveBack('nobody', 1, budget, now);
    expect(
      await Promise.all([
        limits.spent('hall', budget, now),
        limits.spent('nobody', budget, now),
        limits.spent('hall', budget, now + 3_600_000),
      ]),
    ).toEqual([1_000, 0, 0]);
    expect(await limits.spend('other', 1_001, budget, now)).toBe(false);
  });
});
