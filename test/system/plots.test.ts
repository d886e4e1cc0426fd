import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import type { ZoneList } from '#core/api/public-operations.ts';
import type { OfficePlotView } from '#core/api/plot-views.ts';
import { addDays } from '#core/calendar/local-date.ts';
import type { FoundPlots, Plot } from '#core/plots/plot.ts';
import { plotTexts } from '#core/texts/areas/plots.ts';
import { deskTexts } from '#core/texts/areas/desk.ts';
import { countPlots } from '#functions/adapters/table/count-plots.ts';
import { keys } from '#functions/adapters/table/keys.ts';
import { factsOn } from '#local/demo/answers.ts';
import { signedSheet, uploadByLink } from '#local/demo/upload.ts';
import { checkFolder } from '#local/folder/check/index.ts';
import { request } from '#local/kit/request.ts';
import { fileOf } from '#test/support/files.ts';
import { letterOf, newKey, openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { answer, drive, openOne, today } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const found = async (query: string) => (await host.ask<FoundPlots>(`/api/plots?zone=aqtobe&${query}`)).body.plots;
const shown = async (plotId: string) => (await found('hectares=1')).find((plot) => plot.plotId === plotId);
const counted = async () =>
  (await host.ask<z.infer<typeof ZoneList>>('/api/zones')).body.register.find(
    ({ registerId }) => registerId === 'aqtobe',
  );

/** The form of the plot as its office sends it; what is not named stays empty. */
async function form(plotId: string, fields: Readonly<Record<string, string>>) {
  const officer = await visitorOf(host, 'officer');
  const { body } = await host.ask<z.infer<typeof OfficePlotView>>(`/api/plots/${plotId}`, { as: 'officer' });
  return officer.post(`/office/zones/aqtobe/plots/${plotId}?do=plot`, {
    cadastre: '02-036-098-017',
    hectares: '3,5',
    ownership: 'state',
    reason: 'For the test.',
    version: String(body.plot.version),
    ...fields,
  });
}

/** A contract that is signed today and whose construction is to begin in twenty days. */
async function underContract() {
  const placed = await placeAt(host, 'contract-and-land');
  const facts = { ...factsOn(await today(host), 'contract'), startBy: addDays(await today(host), 20) };
  await answer(host, openOne(await host.project(placed.projectId), 'contract'), { outcome: 'done', facts });
  await drive(host, placed.projectId, ({ stage }) => stage === 'technical-conditions');
  return placed;
}

describe('a plot', () => {
  it('goes through all its states, as typed and then as its project has it, and its zone’s hectares go with it', async () => {
    const plotId = 'aqtobe-017';
    const head = await visitorOf(host, 'head');
    const entered = await head.post('/office/zones/aqtobe/plots/new?register=aqtobe', {
      code: '017',
      cadastre: '02-036-098-017',
      hectares: '3,5',
      ownership: 'state',
      state: 'free',
      reason: 'Surveyed.',
      version: '0',
    });
    expect(entered.location).toBe(`/office/zones/aqtobe/plots/${plotId}?done=`);
    const seen: string[] = [];
    const look = async () => {
      await host.settle();
      const plot = await shown(plotId);
      const zone = await counted();
      expect(zone?.states).toEqual([{ state: plot?.state, plots: 1, hectares: 3.5 }]);
      expect(zone?.remainder).toBe(56.5);
      seen.push(plot?.state ?? '');
      return plot;
    };
    const typed = async (fields: Readonly<Record<string, string>>) => {
      expect((await form(plotId, fields)).location).toBe(`/office/zones/aqtobe/plots/${plotId}?done=`);
      return look();
    };
    await look();
    const on = await today(host);
    expect(await typed({ state: 'held', until: addDays(on, 10) })).toMatchObject({ until: addDays(on, 10) });
    await host.advance('P11D');
    await look();
    const from = addDays(await today(host), 5);
    expect(await typed({ state: 'planned', from })).toMatchObject({ fits: 'by-date', from });
    expect(await found(`hectares=3&by=${addDays(from, -1)}`)).toMatchObject([{ plotId, fits: 'later' }]);
    await host.advance('P6D');
    await look();
    await typed({ state: 'auction' });
    const unsaid = await form(plotId, { state: 'blocked' });
    expect(unsaid.text).toContain('href="#why"');
    expect(await typed({ state: 'blocked', why: 'A gas main.' })).toMatchObject({ why: 'A gas main.', fits: 'no' });

    const { projectId, track } = await underContract();
    const { number } = await host.project(projectId);
    await typed({ state: 'free', project: number });
    // Nothing of whose it is is told to everybody.
    expect(JSON.stringify(await shown(plotId))).not.toContain(projectId);
    // Its construction does not begin, then does, and what is built produces.
    await host.advance('P30D');
    await look();
    await drive(host, projectId, ({ phase }) => phase === 'ended');
    await look();
    const { documentId } = await uploadByLink(host, track, 'ladder-paper', {
      ...signedSheet,
      mediaType: 'image/jpeg',
      content: fileOf('plant', 'image/jpeg'),
    });
    const page = `${host.endpoints.site}/l/${track}/ladder?do=say`;
    const rung = { phase: '1', rung: 'production', on: await today(host), documentId, words: 'All at once.' };
    await request(page, { method: 'POST', body: new URLSearchParams({ ...rung, step: 'send' }) });
    await look();
    const ladder = await host.ask<{ readonly phases: readonly { readonly rungs: readonly { said: number }[] }[] }>(
      `/api/projects/${projectId}/ladder`,
      { as: 'head' },
    );
    const said = String(ladder.body.phases[0]?.rungs[0]?.said);
    await head.post(`/office/projects/${projectId}/ladder?do=confirm&said=${said}`, { step: 'send' });
    await look();
    expect(seen).toEqual([
      'free',
      'held',
      'free',
      'planned',
      'free',
      'auction',
      'blocked',
      'contract',
      'in-docket',
      'building',
      'building',
      'producing',
    ]);
    const office = (await head.get(`/office/zones/aqtobe/plots/${plotId}?lang=en`)).text;
    expect(office).toContain(number);
    expect(office).toContain('Surveyed.');
  });
});

it('npm run check knows when plots are counted otherwise than they are', async () => {
  const line = async () =>
    (await checkFolder(host.dataDir)).find(({ name }) => name === 'plots are counted as they are');
  expect((await line())?.findings).toEqual([]);
  await host.table.send(
    new UpdateCommand({
      TableName: host.endpoints.tableName,
      Key: keys.registerCount('aqtobe'),
      UpdateExpression: 'ADD #free :one',
      ExpressionAttributeNames: { '#free': 'p free' },
      ExpressionAttributeValues: { ':one': 1 },
    }),
  );
  expect((await line())?.findings).toMatchObject([{ mend: { plots: 'aqtobe' } }]);
  await countPlots(host.table, host.endpoints.tableName, 'aqtobe');
  expect((await line())?.findings).toEqual([]);
});

describe('two letters for one plot', () => {
  it('know of each other at once, and one of them gets it', async () => {
    const plotId = 'aqtobe-two';
    const plot: Omit<Plot, 'plotId' | 'zoneId'> = {
      registerId: 'aqtobe',
      hectares: 2,
      ownership: 'state',
      typed: { state: 'free' },
      lines: {},
      version: 0,
    };
    await host.ask(`/api/plots/${plotId}`, { as: 'officer', method: 'PUT', body: plot });
    await expect(
      host.anonymously('/api/letters-of-intent', letterOf({ plotId: 'aqtobe-none' }), { 'idempotency-key': newKey() }),
    ).rejects.toThrow('400');
    const [first, second] = [await host.submit({ plotId }), await host.submit({ plotId })];
    await host.settle();
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      const project = await host.project(one.projectId);
      expect(project).toMatchObject({ plotId, samePlot: [{ projectId: other.projectId }] });
      const officer = await visitorOf(host, 'officer');
      const page = (await officer.get(`/office/projects/${one.projectId}?lang=en`)).text;
      expect(page).toContain(plotTexts('en').askedToo);
      expect(page).toContain(`/office/projects/${other.projectId}`);
    }
    const list = (await (await visitorOf(host, 'officer')).get('/office?zone=aqtobe&lang=en')).text;
    expect(list.split(deskTexts('en').mark['same-plot'])).toHaveLength(3);
    expect((await host.project(first.projectId, 'leadership')) as object).not.toHaveProperty('samePlot');

    const seen = () => host.ask<z.infer<typeof OfficePlotView>>(`/api/plots/${plotId}`, { as: 'officer' });
    expect((await seen()).body.asked.map(({ projectId }) => projectId)).toEqual([first.projectId, second.projectId]);
    const { number } = await host.project(second.projectId);
    const fields = { cadastre: '', hectares: '2', state: 'free' };
    expect((await form(plotId, { ...fields, project: 'AQT-2025-9999' })).text).toContain('href="#project"');
    expect((await form(plotId, { ...fields, project: number })).location).toContain('done=');
    expect((await seen()).body).toMatchObject({ project: { number }, standing: { state: 'held' } });
  });
});
