import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventPage, PipelineView, ProjectPage } from '#core/api/views.ts';
import type * as z from 'zod/mini';
import { calendarOf } from '#core/calendar/calendar.ts';
import { addDays, localDateOf } from '#core/calendar/local-date.ts';
import { addWorkingDays } from '#core/calendar/working-days.ts';
import { ladder } from '#core/digests/digests.ts';
import { dueReminders } from '#core/notices/due-reminders.ts';
import { goodAnswer } from '#local/demo/answers.ts';
import type { Email } from '#local/aws/ses/message.ts';
import { emailTextsOf } from '#core/texts/areas/emails.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { answer, linkOf, openOne, today } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost({ zones: ['aqtobe'] });
});
afterAll(() => host.close());

const calendar = calendarOf('KZ');
const dayOf = ({ at }: Email): string => localDateOf(Date.parse(at), 300);
const digests = async () => (await host.mail()).filter(({ notice }) => notice === 'digest');
/** Days on which somebody got a digest. */
const daysOf = async (to: string) => (await digests()).filter((email) => email.to === to).map(dayOf);
/** Working days from one to another, both included. */
function workingDays(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) days.push(day);
  return days;
}
/** Days up to and with one on which whoever must answer by another day is reminded. */
function remindersUntil(due: string, until: string): readonly string[] {
  const after = Array.from({ length: 20 }, (_, week) => dueReminders.after + week * dueReminders.every);
  return [...dueReminders.before.map((days) => -days), ...after]
    .map((days) => addWorkingDays(calendar, due, days))
    .filter((day) => day <= until);
}
const overdueOf = async () =>
  (await host.ask<PipelineView>('/api/pipeline?zone=aqtobe', { as: 'leadership' })).body.total.overdue;
const eventsOf = async (projectId: string) =>
  (await host.ask<z.infer<typeof EventPage>>(`/api/projects/${projectId}/events?limit=100`, { as: 'officer' })).body
    .entries;

describe('a project that nobody works on', () => {
  let projectId: string;
  let due: string;
  let until: string;
  beforeAll(async () => {
    ({ projectId } = await placeAt(host, 'technical-conditions', { utilities: { power: { kilowatts: 1 } } }));
    ({ due } = openOne(await host.project(projectId), 'technical-condition', 'power'));
    await host.advance('P50D');
    until = await today(host);
  });

  it('tells the officer each working morning from three days before the due date', async () => {
    const expected = workingDays(addWorkingDays(calendar, due, -ladder.remindBefore), until);
    expect(expected.length).toBeGreaterThan(15);
    expect(await daysOf('officer@example.org')).toEqual(expected);
  });

  it('A12: reminds the parties 5 working days and 1 before the due date, 1 after it, then once a week', async () => {
    const expected = remindersUntil(due, until);
    expect(expected.length).toBeGreaterThan(4);
    expect(expected.length).toBeLessThan(workingDays(due, until).length / 2);
    expect(await daysOf('power.aqtobe@example.org')).toEqual(expected);
    expect(await daysOf('architecture.aqtobe@example.org')).toEqual(expected);
  });

  it('S5, S11: a line names the company, what is needed and the day; staff get their list, and what is new first', async () => {
    const all = await digests();
    const [toParty] = all.filter(({ to }) => to.startsWith('power.'));
    const [toOfficer] = all.filter(({ to }) => to === 'officer@example.org');
    const { number, company } = await host.project(projectId);
    expect(toParty?.text).toContain(`- ${number} · ${company} · `);
    expect(toParty?.text).toContain('1 кВт');
    expect(toParty?.subject).not.toMatch(/: 0/);
    expect(toOfficer?.text).toContain(`${emailTextsOf('kk').digest.sections.fresh}:`);
    expect(toOfficer?.links).toContain(`${host.endpoints.site}/office`);
  });

  it('escalates to the head and then to headquarters, and never to leadership', async () => {
    // On a week's first working day the head reads as well how many projects nobody has verified for long.
    const { number } = await host.project(projectId);
    const toHead = (await digests()).filter(({ to }) => to === 'head@example.org');
    expect(toHead.filter(({ text }) => text.includes(number)).map(dayOf)).toEqual(
      workingDays(addWorkingDays(calendar, due, ladder.head), until),
    );
    expect(toHead.filter(({ text }) => !text.includes(number)).length).toBeGreaterThan(0);
    expect(await daysOf('headquarters@example.org')).toEqual(
      workingDays(addWorkingDays(calendar, due, ladder.headquarters), until),
    );
    expect(await daysOf('leadership@example.org')).toEqual([]);
  });

  it('sends digests in the morning, each in the language of its reader', async () => {
    const hours = new Set((await digests()).map(({ at }) => new Date(Date.parse(at) + 5 * 3_600_000).getUTCHours()));
    expect([...hours]).toEqual([6]);
    const languages = new Map((await digests()).map(({ to, language }) => [to, language]));
    expect(Object.fromEntries(languages)).toMatchObject({
      'power.aqtobe@example.org': 'ru',
      'officer@example.org': 'kk',
      'headquarters@example.org': 'ru',
    });
  });

  it('leads the party to its own assignment, and staff to no secret link', async () => {
    const [toParty] = (await digests()).filter(({ to }) => to.startsWith('power.'));
    const { body, status } = await host.ask(`/api/links/${linkOf(toParty?.links[0] ?? '')}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ kind: 'assignment', assignments: [{ kind: 'technical-condition', line: 'power' }] });
    expect(
      (await digests()).filter(
        ({ to, links }) => to === 'officer@example.org' && links.some((link) => link.includes('/l/')),
      ),
    ).toEqual([]);
  });

  it('is counted as overdue once, in the log once for each assignment, and listed', async () => {
    expect(await overdueOf()).toBe(1);
    const marked = (await eventsOf(projectId)).flatMap(({ body }) =>
      body.type === 'became-overdue' ? [body.assignmentId] : [],
    );
    expect(new Set(marked).size).toBe(marked.length);
    expect(marked).toHaveLength(3);
    const {
      body: { entries },
    } = await host.ask<z.infer<typeof ProjectPage>>('/api/projects?zone=aqtobe&overdue=true', { as: 'officer' });
    expect(entries.map((entry) => entry.projectId)).toEqual([projectId]);
  });

  it('is quiet once it has ended', async () => {
    await host.ask(`/api/projects/${projectId}/terminate`, {
      as: 'head',
      body: { reasonCode: 'not-started', reason: 'Nobody answers.' },
    });
    const before = (await digests()).length;
    await host.advance('P7D');
    expect((await digests()).length).toBe(before);
    expect(await overdueOf()).toBe(0);
  });
});

describe('an investor who does not answer', () => {
  it('A12: is reminded of a correction a few times in 30 working days, and not once more after answering', async () => {
    const { projectId } = await placeAt(host, 'letter-of-intent');
    const decision = {
      outcome: 'returned' as const,
      reasonCode: 'remarks' as const,
      reason: 'One page is missing.',
      daysToCure: 10,
    };
    expect(await answer(host, openOne(await host.project(projectId), 'office-decision'), decision)).toMatchObject({
      status: 200,
    });
    await host.settle();
    const asked = (await host.mailOf(projectId)).findLast(({ notice }) => notice === 'correction');
    const contact = String(asked?.to);
    const correction = openOne(await host.project(projectId), 'correction');
    const until = addWorkingDays(calendar, await today(host), 30);
    while ((await today(host)) < until) await host.advance('P5D');
    const reminded = await daysOf(contact);
    expect(reminded).toEqual(remindersUntil(correction.due, await today(host)));
    expect(reminded.length).toBeLessThan(9);
    expect(
      await answer(
        host,
        openOne(await host.project(projectId), 'correction'),
        goodAnswer('correction', await today(host)),
      ),
    ).toMatchObject({ status: 200 });
    await host.advance('P14D');
    expect(await daysOf(contact)).toEqual(reminded);
  });
});

describe('days on which the host was off', () => {
  it('are caught up: what became overdue is marked, a pause has ended, and one digest comes', async () => {
    const late = await placeAt(host, 'letter-of-intent');
    const paused = await placeAt(host, 'council-approval');
    const reviewOn = addDays(await today(host), 4);
    await host.ask(`/api/projects/${paused.projectId}/suspend`, {
      as: 'head',
      body: { reasonCode: 'law-changed', reason: 'New rules.', fault: 'office', reviewOn },
    });
    const before = (await digests()).length;
    const { dataDir } = host;
    await host.host.close();
    const clock = join(dataDir, 'clock.json');
    const { offset } = JSON.parse(readFileSync(clock, 'utf8')) as { offset: number };
    writeFileSync(clock, JSON.stringify({ offset: offset + 20 * 86_400_000 }));
    host = await openHost({ dataDir });
    await host.advance('PT1S');
    // The morning that was missed last may have been a holiday: the next working one has come by then.
    if (!calendar.isWorkingDay(await today(host))) await host.advance('P4D');
    expect((await host.project(late.projectId)).assignments.every(({ overdue }) => overdue)).toBe(true);
    expect((await host.project(paused.projectId)).suspended).toBe(false);
    expect((await eventsOf(paused.projectId)).filter(({ body }) => body.type === 'resumed')).toHaveLength(1);
    const caughtUp = (await digests())
      .slice(before)
      .filter(({ to }) => to === 'officer@example.org')
      .map(dayOf);
    expect(caughtUp.length).toBeGreaterThan(0);
    expect(new Set(caughtUp).size).toBe(caughtUp.length);
  });
});
