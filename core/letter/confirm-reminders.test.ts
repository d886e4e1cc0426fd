import { describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import { reminderDays } from '#core/notices/reminders.ts';
import { addDays } from '#core/calendar/local-date.ts';
import { wordsOf } from '#core/notices/words.ts';
import { actOnProject } from '../project/act-on-project.ts';
import { confirmAddress } from './confirm-address.ts';
import { changeContact } from '../project/change-contact.ts';
import { recordDelivery } from '../notices/record-delivery.ts';
import { runDay } from '../digests/run-day.ts';
import { submitLetter } from './submit-letter.ts';
import { at, head, letter, officer } from '#test/support/samples.ts';
import { world, type World } from '#test/support/world.ts';

const first = '2026-01-12';
const strict = (_: string, error: unknown) => {
  throw error;
};

/** A day begins, and everything it brings is done. */
async function day(told: World, date: string): Promise<void> {
  told.moveTo(at(date, '06:00'));
  await runDay(told.ports, told.now(), strict);
  await told.settle();
}
async function days(told: World, count: number, from = 1): Promise<void> {
  for (let after = from; after < from + count; after += 1) await day(told, addDays(first, after));
}
const reminded = ({ memory }: World) => memory.sent.filter(({ notice }) => notice === 'confirm-reminder');
const submit = (told: World, email = 'investor@example.org', key = email, language: 'en' | 'kk' = 'en') =>
  submitLetter(told.ports, {
    letter: letter({ contact: { ...letter().contact, email, language } }),
    idempotencyKey: key,
    sourceIp: '192.0.2.1',
    now: told.now(),
  });
async function begun(): Promise<World> {
  const told = world({ on: first });
  await submit(told);
  await told.settle();
  return told;
}
const reminders = async (told: World) =>
  (await told.ports.projects.events('p1', { limit: 100 })).entries.flatMap(({ body, at: when }) =>
    body.type === 'confirmation-reminded' ? [[body.days, when]] : [],
  );

describe('an address that nobody confirms', () => {
  it('S17: is reminded after one, three and seven days, and never again', async () => {
    const told = await begun();
    await days(told, 60);
    expect(await reminders(told)).toEqual(reminderDays.map((after) => [after, at(addDays(first, after), '06:00')]));
    expect(reminded(told)).toHaveLength(3);
    expect(reminded(told)[0]).toMatchObject({ to: 'investor@example.org' });
    expect(reminded(told)[0]?.text).toContain(
      await told.ports.links.urlOf({ kind: 'confirm', projectId: 'p1', version: 0 }),
    );
  });

  it('S17: is reminded once a day however often the day runs, each email under a row of its own', async () => {
    const told = await begun();
    for (let run = 0; run < 3; run += 1) await day(told, addDays(first, 1));
    await Promise.all([1, 2, 3].map(() => runDay(told.ports, at(addDays(first, 3), '06:00'), strict)));
    await told.settle();
    expect(new Set(reminded(told).map(({ row }) => row.rowId)).size).toBe(2);
    expect(reminded(told)).toHaveLength(2);
  });

  it.each([
    [2, [1]],
    [5, [3]],
    [10, [7]],
    [14, [7]],
    [15, []],
  ])('S17: after %i days without a run gets the latest reminder only: %j', async (after, expected) => {
    const told = await begun();
    await days(told, 2, after);
    expect((await reminders(told)).map(([which]) => which).slice(0, 1)).toEqual(expected);
    expect(reminded(told).length).toBeLessThanOrEqual(2);
  });

  it('S17: is left alone once it is confirmed, also when a reminder waits already', async () => {
    const told = await begun();
    await runDay(told.ports, at(addDays(first, 1), '06:00'), strict);
    await confirmAddress(told.ports, { projectId: 'p1', now: told.now() });
    await told.settle();
    await days(told, 20, 2);
    expect(reminded(told)).toEqual([]);
  });

  it('S17: is left alone once the project has ended', async () => {
    const told = await begun();
    const ended = await actOnProject(told.ports, {
      projectId: 'p1',
      actor: head,
      now: told.now(),
      request: { action: 'terminate', reasonCode: 'other', reason: 'x' },
    });
    expect(ended.ok).toBe(true);
    await days(told, 20);
    expect(reminded(told)).toEqual([]);
  });

  it('S17: is left alone while emails come back from it, and a mended one is asked from its own day on', async () => {
    const told = await begun();
    const [receipt] = told.memory.sent;
    if (receipt) await recordDelivery(told.ports, { row: receipt.row, state: 'bounced', now: told.now() });
    await days(told, 4);
    expect(reminded(told)).toEqual([]);
    await changeContact(told.ports, {
      projectId: 'p1',
      actor: officer,
      now: told.now(),
      request: { name: 'A', email: 'right@example.org', phone: '+7 700 000 00 01' },
    });
    const { asked } = (await told.load('p1')).project;
    expect(asked).toEqual({ on: addDays(first, 4), reminded: 0 });
  });

  it('S5: named in many letters is reminded of three a day, whatever stands after its plus', async () => {
    const told = world({ on: first });
    for (let letters = 0; letters < 10; letters += 1) await submit(told, `victim+${String(letters)}@example.org`);
    await told.settle();
    await day(told, addDays(first, 1));
    expect(reminded(told)).toHaveLength(3);
  });

  it.each(languages)('S17: is reminded in %s', (language) => {
    const { heading, paragraphs } = wordsOf(language).notices['confirm-reminder'].investor;
    expect([heading.length > 10, paragraphs.length, paragraphs[0]?.includes('{number}')]).toEqual([true, 3, true]);
  });
});
