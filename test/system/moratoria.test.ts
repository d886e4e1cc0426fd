import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarOf } from '#core/calendar/calendar.ts';
import { addWorkingDays, workingDaysBetween } from '#core/calendar/working-days.ts';
import type { AgendaView } from '#core/headquarters/view-headquarters.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { drive, holderLink, inStage, openOne, today } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost({ zones: ['aqtobe', 'kokand'] });
});
afterAll(() => host.close());

const calendar = calendarOf('KZ');
const powered = { utilities: { power: { kilowatts: 900 } } };
const gassed = { utilities: { gas: { cubicMetresPerHour: 200 } } };
const reason = 'The main substation is being rebuilt.';

const put = async (id: string, change: object, as = 'head') =>
  host.ask(`/api/moratoria/${id}`, {
    as,
    method: 'PUT',
    body: { scope: 'zone', scopeId: 'aqtobe', utility: 'power', reason, ...change },
  });
const power = async (projectId: string) => openOne(await host.project(projectId), 'technical-condition', 'power');
const emails = async (projectId: string, notice: string) =>
  (await host.mailOf(projectId)).filter((email) => email.notice === notice);

describe('a moratorium of a supplier', () => {
  it('stops and explains its line in every project, also in one that comes later, and none other; ends for all together', async () => {
    const now = await placeAt(host, 'technical-conditions', powered);
    const beside = await placeAt(host, 'technical-conditions', powered);
    const later = await placeAt(host, 'contract-and-land', powered);
    const other = await placeAt(host, 'technical-conditions', gassed);
    const from = await today(host);
    const left = workingDaysBetween(calendar, from, (await power(now.projectId)).due);
    const gasDue = openOne(await host.project(other.projectId), 'technical-condition', 'gas').due;

    expect((await put('m-1', { from }, 'officer')).status).toBe(403);
    expect((await put('m-1', { from }, 'head-kokand')).status).toBe(404);
    expect(await put('m-1', { from })).toMatchObject({ status: 200, body: { version: 1, utility: 'power' } });
    expect(await put('m-1', { from })).toMatchObject({ status: 200, body: { version: 1 } });
    await host.settle();

    expect(await power(now.projectId)).toMatchObject({ state: 'paused', moratorium: { moratoriumId: 'm-1', reason } });
    expect(await power(beside.projectId)).toMatchObject({
      state: 'paused',
      moratorium: { moratoriumId: 'm-1', reason },
    });
    expect(openOne(await host.project(other.projectId), 'technical-condition', 'gas').state).toBe('open');
    const [told] = await emails(now.projectId, 'moratorium-began');
    expect(told?.text).toContain(reason);
    expect(await emails(other.projectId, 'moratorium-began')).toEqual([]);
    const tracked = await host.ask<{ assignments: { line?: string; moratorium?: { reason: string } }[] }>(
      `/api/links/${now.track}`,
    );
    expect(tracked.body.assignments.find(({ line }) => line === 'power')?.moratorium?.reason).toBe(reason);
    const party = await holderLink(host, await power(now.projectId));
    const page = await (await fetch(`${host.endpoints.site}/l/${party}`)).text();
    expect(page).toContain(reason);

    await drive(host, later.projectId, inStage('technical-conditions'));
    // What a function has read of a zone it trusts for some seconds: the next morning finds what it missed.
    await host.advance('P1D');
    const opened = await power(later.projectId);
    expect(opened).toMatchObject({ state: 'paused', moratorium: { moratoriumId: 'm-1' } });
    const leftLater = workingDaysBetween(calendar, from, opened.due);
    expect(await emails(later.projectId, 'moratorium-began')).toHaveLength(1);

    await host.advance('P45D');
    expect((await power(now.projectId)).overdue).toBe(false);
    const other2 = openOne(await host.project(other.projectId), 'technical-condition', 'gas');
    expect(other2).toMatchObject({ due: gasDue, overdue: true });
    const { body: agenda } = await host.ask<AgendaView>('/api/headquarters/aqtobe/agenda', { as: 'head' });
    const pauses = agenda.sections.find(({ section }) => section === 'pauses')?.items ?? [];
    expect(pauses.filter(({ moratoriumId }) => moratoriumId === 'm-1')).toHaveLength(1);

    const until = await today(host);
    expect(await put('m-1', { from, until })).toMatchObject({ status: 200, body: { version: 2 } });
    await host.settle();
    for (const [projectId, days] of [
      [now.projectId, left],
      [beside.projectId, left],
      [later.projectId, leftLater],
    ] as const) {
      const one = await power(projectId);
      expect(one).toMatchObject({ state: 'open', due: addWorkingDays(calendar, until, days) });
      expect(one.moratorium).toBeUndefined();
      expect(await emails(projectId, 'moratorium-ended')).toHaveLength(1);
      const suppliers = (await host.mailOf(projectId)).filter(({ notice }) => notice === 'resumed');
      expect(suppliers).toEqual([]);
    }
    expect(await put('m-1', { from })).toMatchObject({ status: 409 });
    const { body } = await host.ask<{ moratoria: { moratoriumId: string; until?: string }[] }>(
      '/api/moratoria?zone=aqtobe',
      { as: 'leadership' },
    );
    expect(body.moratoria).toMatchObject([{ moratoriumId: 'm-1', until }]);
  });

  it('that begins on a day to come, and has a last one, needs nobody on those days', async () => {
    const { projectId } = await placeAt(host, 'technical-conditions', gassed);
    const gas = async () => openOne(await host.project(projectId), 'technical-condition', 'gas');
    const begun = await today(host);
    const [from, until] = [addWorkingDays(calendar, begun, 5), addWorkingDays(calendar, begun, 25)];
    const { due } = await gas();
    expect((await put('m-2', { utility: 'gas', from, until })).status).toBe(200);
    await host.settle();
    expect((await gas()).state).toBe('open');
    await host.advance('P14D');
    expect(await gas()).toMatchObject({ state: 'paused', pausedUntil: until });
    await host.advance('P30D');
    expect(await gas()).toMatchObject({ state: 'open', due: addWorkingDays(calendar, due, 20) });
  });
});
