import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod/mini';
import type { EventPage } from '#core/api/views.ts';
import { addDays } from '#core/calendar/local-date.ts';
import { languages } from '#core/kernel/common.ts';
import type { LadderView } from '#core/ladder/ladder-facts.ts';
import { ladderTexts } from '#core/texts/areas/ladder.ts';
import { fill } from '#core/texts/index.ts';
import { signedSheet, uploadByLink } from '#local/demo/upload.ts';
import { request } from '#local/kit/request.ts';
import { fileOf } from '#test/support/files.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { drive, today } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const words = ladderTexts('en');
const ladderOf = async (projectId: string, as = 'leadership'): Promise<LadderView> =>
  (await host.ask<LadderView>(`/api/projects/${projectId}/ladder`, { as })).body;

async function started() {
  const placed = await placeAt(host, 'construction-start');
  await drive(host, placed.projectId, ({ phase }) => phase === 'ended');
  return placed;
}

describe('what is built after the start', () => {
  it('is said by the investor’s link, disputed by the office, taken back, said anew and confirmed, a month on', async () => {
    const { projectId, track } = await started();
    const page = `${host.endpoints.site}/l/${track}/ladder`;
    const photo = async (name: string) =>
      (
        await uploadByLink(host, track, 'ladder-paper', {
          ...signedSheet,
          mediaType: 'image/jpeg',
          content: fileOf(name, 'image/jpeg'),
        })
      ).documentId;
    const post = async (query: string, fields: Readonly<Record<string, string>>) =>
      request(`${page}?${query}`, { method: 'POST', body: new URLSearchParams({ ...fields, step: 'send' }) });
    const on = await today(host);
    const first = { phase: '1', rung: 'roof', on, documentId: await photo('roof'), words: 'Built in one go.' };

    const refused = async (fields: Readonly<Record<string, string>>) => {
      const { headers } = await post('do=say', fields);
      expect(headers.get('location')).toContain('check');
      return (await request(`${host.endpoints.site}${headers.get('location') ?? ''}&lang=en`)).text;
    };
    expect(await refused({ ...first, words: '' })).toContain('href="#words"');
    const done = await post('do=say', first);
    expect(done.headers.get('location')).toContain('done=say');
    expect(await refused({ ...first, rung: 'equipment' })).toContain(
      fill(words.fileUsed, { rung: words.rungs.roof, phase: '1' }),
    );
    const said = (await ladderOf(projectId)).phases[0]?.rungs[0]?.said ?? 0;
    expect((await post(`do=confirm&said=${String(said)}`, {})).status).toBe(403);

    const officer = await visitorOf(host, 'officer');
    const address = `/office/projects/${projectId}/ladder`;
    const disputed = await officer.post(`${address}?do=dispute&said=${String(said)}`, {
      words: 'Half of it is open.',
      step: 'send',
    });
    expect(disputed.location).toBe(`${address}?done=dispute`);
    expect((await request(`${page}?lang=en`)).text).toContain('Half of it is open.');
    expect((await post(`do=take-back&said=${String(said)}`, { words: 'It is so.' })).status).toBe(303);

    // The same photo may be used once its rung is taken back.
    await host.advance('P30D');
    const later = { ...first, on: addDays(on, 25) };
    expect((await post('do=say', later)).status).toBe(303);
    const again = (await ladderOf(projectId)).phases[0]?.rungs[1]?.said ?? 0;
    const confirmed = await (
      await visitorOf(host, 'head')
    ).post(`${address}?do=confirm&said=${String(again)}`, { step: 'send' });
    expect(confirmed.location).toBe(`${address}?done=confirm`);

    expect((await ladderOf(projectId)).phases).toMatchObject([
      {
        phase: 1,
        top: 'roof',
        rungs: [{ state: 'taken-back' }, { state: 'confirmed', confirmed: { body: 'office' } }],
      },
    ]);
    // Words are for those who read notes.
    expect((await ladderOf(projectId)).phases[0]?.rungs[0]?.disputed).not.toHaveProperty('text');
    expect((await ladderOf(projectId, 'officer')).phases[0]?.rungs[0]?.disputed).toHaveProperty('text');
    const log = await host.ask<z.infer<typeof EventPage>>(`/api/projects/${projectId}/events?limit=100`, {
      as: 'leadership',
    });
    expect(log.body.entries.map(({ body }) => body.type).filter((type) => type.startsWith('rung-'))).toEqual([
      'rung-said',
      'rung-disputed',
      'rung-taken-back',
      'rung-said',
      'rung-confirmed',
    ]);
    for (const language of languages) {
      const told = await request(`${host.endpoints.site}/l/${track}?lang=${language}`);
      expect(told.text).toContain(ladderTexts(language).rungs.roof);
      expect(told.text).toContain(ladderTexts(language).states.confirmed);
    }
    expect((await request(page.replace(/.$/, 'x'))).status).toBe(404);
  });
});
