import { secondsLeft } from '../kernel/window.ts';
import { describe, expect, it } from 'vitest';
import type { LetterOfIntent, PaperContact } from '#core/letter/letter-of-intent.ts';
import { confirmAddress } from './confirm-address.ts';
import { changeContact, renewTrackingLink } from '../project/change-contact.ts';
import { runDay } from '../digests/run-day.ts';
import { limits, submitLetter } from './submit-letter.ts';
import { at, letter, officer, personal } from '#test/support/samples.ts';
import { world, type World } from '#test/support/world.ts';

interface Given {
  readonly change?: Partial<LetterOfIntent>;
  readonly key?: string;
  readonly ip?: string;
}
const submit = (told: World, { change, key = 'key-1', ip = '192.0.2.1' }: Given = {}) =>
  submitLetter(told.ports, { letter: letter(change), idempotencyKey: key, sourceIp: ip, now: told.now() });
const confirmed = async (told: World, projectId: string) => {
  await confirmAddress(told.ports, { projectId, now: told.now() });
  return (await told.load(projectId)).project;
};
const contactWith = (email: string) => ({ contact: { ...letter().contact, email } });

describe('a letter of intent', () => {
  it('becomes a project, with a reference, its tracking link, its errands', async () => {
    const told = world();
    const taken = await submit(told);
    expect(taken).toEqual({
      ok: true,
      value: {
        projectId: 'p1',
        number: 'ALP-2026-RSJQ38',
        trackingUrl: await told.ports.links.urlOf({ kind: 'track', projectId: 'p1', version: 0 }),
      },
    });
    expect((await told.load('p1')).project).toMatchObject({
      stage: 'letter-of-intent',
      phase: 'entering',
      confirmed: false,
      lines: ['power', 'gas'],
      signed: false,
    });
    expect(
      [...told.memory.rows.values()].map(({ errand: message }) =>
        message.kind === 'email' ? message.notice.notice : message.kind,
      ),
    ).toEqual(['start', 'receipt', 'search']);
    expect(await told.ports.projects.contact('p1')).toEqual(letter().contact);
    expect(await told.ports.counts.of('alpha')).toEqual([]);
  });

  it.each([
    ['D1, S16: on paper it counts from the day on which it came in', '2026-01-08', { receivedOn: '2026-01-08' }],
    ['D1: on a Saturday, from the Monday after', '2026-01-10', { receivedOn: '2026-01-12' }],
    [
      'D1: of the year before, it is numbered there',
      '2025-12-29',
      { receivedOn: '2025-12-29', number: 'ALP-2025-0001' },
    ],
  ])('%s', async (_, receivedOn, wanted) => {
    const told = world();
    await submitLetter(told.ports, {
      letter: letter(),
      idempotencyKey: 'key-1',
      sourceIp: '192.0.2.1',
      now: told.now(),
      enteredBy: 'officer',
      receivedOn,
    });
    expect((await told.load('p1')).project).toMatchObject({ ...wanted, submittedAt: told.now() });
  });

  it.each([
    ['in-future', '2027-01-01'],
    ['too-long-ago', '2025-01-01'],
  ])('D1: on paper it did not come in %s', async (code, receivedOn) => {
    const told = world();
    const taken = await submitLetter(told.ports, {
      letter: letter(),
      idempotencyKey: 'key-1',
      sourceIp: '192.0.2.1',
      now: told.now(),
      enteredBy: 'officer',
      receivedOn,
    });
    expect(taken).toEqual({ ok: false, failure: { kind: 'invalid', issues: [{ path: 'receivedOn', code }] } });
  });

  describe('S16: on paper, without an email address', () => {
    const { email: _, phone: _phone, ...rest } = letter().contact;
    const typed = (told: World, contact: PaperContact) =>
      submitLetter(told.ports, {
        letter: { ...letter(), contact },
        idempotencyKey: 'key-1',
        sourceIp: '192.0.2.1',
        now: told.now(),
        enteredBy: 'officer-alpha',
      });

    it('counts at once; its investor is emailed nothing, and the office may not renew a link', async () => {
      const told = world();
      expect((await typed(told, { ...rest, phone: '+7 701 000 00 00' })).ok).toBe(true);
      await told.settle();
      expect((await told.load('p1')).project).toMatchObject({
        number: 'ALP-2026-0001',
        confirmed: true,
        noAddress: true,
      });
      expect((await told.load('p1')).project.addressEntered).toBeUndefined();
      expect(await told.ports.counts.of('alpha')).not.toEqual([]);
      for (let day = 1; day <= 20; day += 1) {
        told.moveTo(told.now() + 86_400_000);
        await runDay(told.ports, told.now(), (__, error) => {
          throw error;
        });
        await told.settle();
      }
      expect(told.memory.sent.map(({ notice }) => notice)).toContain('letter-received');
      expect(
        told.memory.sent.filter(({ notice }) => ['receipt', 'confirm-reminder', 'stage-late'].includes(notice)),
      ).toEqual([]);
      expect(
        await renewTrackingLink(told.ports, {
          projectId: 'p1',
          actor: officer,
          now: told.now(),
          request: { linkVersion: 0 },
        }),
      ).toMatchObject({ failure: { kind: 'not-allowed' } });
    });

    it.each([
      ['neither address nor telephone', rest, 'officer-alpha', 'contact.phone'],
      ['a letter that nobody typed from paper', { ...rest, phone: '+7 701 000 00 00' }, undefined, 'contact.email'],
    ])('is refused: %s', async (__, contact, enteredBy, path) => {
      const told = world();
      const taken = await submitLetter(told.ports, {
        letter: { ...letter(), contact },
        idempotencyKey: 'key-1',
        sourceIp: '192.0.2.1',
        now: told.now(),
        enteredBy,
      });
      expect(taken).toEqual({ ok: false, failure: { kind: 'invalid', issues: [{ path, code: 'missing' }] } });
    });

    it('takes one later, which is confirmed like any other and not taken away again', async () => {
      const told = world();
      const phone = '+7 701 000 00 00';
      await typed(told, { ...rest, phone });
      await told.settle();
      const mend = (request: Partial<PaperContact>) =>
        changeContact(told.ports, {
          projectId: 'p1',
          actor: officer,
          now: told.now(),
          request: { name: rest.name, ...request },
        });
      expect(await mend({})).toMatchObject({ failure: { issues: [{ path: 'phone', code: 'missing' }] } });
      expect((await mend({ phone: '+7 702 000 00 00' })).ok).toBe(true);
      expect((await told.load('p1')).project).toMatchObject({ confirmed: true, noAddress: true });
      const before = told.memory.sent.length;
      expect((await mend({ phone, email: 'first@example.org' })).ok).toBe(true);
      await told.settle();
      const { project } = await told.load('p1');
      expect([project.noAddress, project.confirmed, project.addressEntered?.corrected]).toEqual([
        undefined,
        false,
        false,
      ]);
      expect(told.memory.sent.slice(before).map(({ notice, to }) => [notice, to])).toEqual([
        ['address-corrected', 'first@example.org'],
      ]);
      expect(await mend({ phone })).toMatchObject({ failure: { issues: [{ path: 'email', code: 'missing' }] } });
    });
  });

  it('leaves nothing personal in the log, the outbox or the rate limits', async () => {
    const told = world();
    await submit(told);
    for (const word of personal)
      expect(
        JSON.stringify([await told.ports.projects.events('p1', { limit: 10 }), [...told.memory.rows.values()]]),
      ).not.toContain(word);
    expect(JSON.stringify(await told.ports.projects.letter('p1'))).not.toContain('investor@example.org');
  });

  it.each([
    ['in office hours', '2026-01-12', '10:00', '2026-01-12'],
    ['after hours', '2026-01-12', '18:30', '2026-01-13'],
    ['on a Saturday', '2026-01-17', '10:00', '2026-01-19'],
    ['on a public holiday', '2026-01-01', '10:00', '2026-01-05'],
  ])('that arrives %s is received on a working day', async (_, day, time, received) => {
    const told = world();
    told.moveTo(at(day, time));
    await submit(told);
    expect((await told.load('p1')).project.receivedOn).toBe(received);
  });

  it('is numbered by the year it is received in, each zone for itself', async () => {
    const told = world({ on: '2026-01-12' });
    const numbers = [];
    for (const [key, zoneId] of [
      ['a', 'alpha'],
      ['b', 'alpha'],
      ['c', 'beta'],
    ] as const)
      numbers.push(await submit(told, { key, change: { zoneId } }));
    told.moveTo(at('2026-12-31', '20:00'));
    numbers.push(await submit(told, { key: 'd', change: { wantedStart: '2027-11-16' } }));
    expect(numbers.map((one) => one.ok && one.value.number.slice(0, 9))).toEqual([
      'ALP-2026-',
      'ALP-2026-',
      'BET-2026-',
      'ALP-2027-',
    ]);
    const given = [];
    for (const one of numbers) given.push(one.ok && (await confirmed(told, one.value.projectId)).number);
    expect(given).toEqual(['ALP-2026-0001', 'ALP-2026-0002', 'BET-2026-0001', 'ALP-2027-0001']);
  });

  it("X26: that wants to start on a day that has gone by is refused, by the zone's own day", async () => {
    const told = world({ on: '2026-01-12' });
    const past = { ok: false, failure: { kind: 'invalid', issues: [{ path: 'wantedStart', code: 'in-the-past' }] } };
    expect(await submit(told, { key: 'a', change: { wantedStart: '2020-01-01' } })).toEqual(past);
    expect(await submit(told, { key: 'b', change: { wantedStart: '2026-01-11' } })).toEqual(past);
    expect((await submit(told, { key: 'c', change: { wantedStart: '2026-01-12' } })).ok).toBe(true);
  });

  it('X26: on paper says what it says', async () => {
    const told = world({ on: '2026-01-12' });
    const typed = {
      letter: letter({ wantedStart: '2025-12-01' }),
      idempotencyKey: 'paper',
      sourceIp: '192.0.2.9',
      now: told.now(),
      enteredBy: 'p1',
    };
    expect((await submitLetter(told.ports, typed)).ok).toBe(true);
  });

  it('for a zone that does not exist is refused', async () => {
    expect(await submit(world(), { change: { zoneId: 'delta' } })).toEqual({
      ok: false,
      failure: { kind: 'invalid', issues: [{ path: 'zoneId', code: 'unknown-zone' }] },
    });
  });

  it.each([
    ['alpha-forum', true],
    ['beta-forum', false],
    [undefined, true],
  ])('for the forum %s of its zone is taken: %s', async (forum, taken) => {
    const told = world();
    const result = await submit(told, { change: forum === undefined ? {} : { forum } });
    expect(result.ok ? [...told.memory.projects.values()][0]?.aggregate.project.forum : result.failure).toEqual(
      taken ? forum : { kind: 'invalid', issues: [{ path: 'forum', code: 'unknown-forum' }] },
    );
  });
});

describe('the same key', () => {
  it('with the same letter gives the same answer, even days later', async () => {
    const told = world();
    const first = await submit(told);
    await told.settle();
    told.moveTo(at('2026-02-12'));
    expect(await submit(told)).toEqual(first);
    expect([told.memory.projects.size, told.memory.sent.length]).toEqual([1, 1]);
  });

  it('whatever the order of the letter’s fields', async () => {
    const told = world();
    const first = await submit(told);
    const turned = Object.fromEntries(Object.entries(letter()).reverse()) as LetterOfIntent;
    expect(
      await submitLetter(told.ports, {
        letter: { ...turned, utilities: { gas: letter().utilities.gas, power: letter().utilities.power } },
        idempotencyKey: 'key-1',
        sourceIp: '192.0.2.9',
        now: told.now(),
      }),
    ).toEqual(first);
  });

  it.each<[string, Partial<LetterOfIntent>]>([
    ['another amount', { jobs: 121 }],
    ['another contact', contactWith('other@example.org')],
    ['another zone', { zoneId: 'beta' }],
  ])('with %s is refused', async (_, change) => {
    const told = world();
    await submit(told);
    expect(await submit(told, { change })).toEqual({ ok: false, failure: { kind: 'key-reused' } });
    expect(told.memory.projects.size).toBe(1);
  });

  it('fifty times at once makes one project and one receipt; another key a second', async () => {
    const told = world();
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit(told)));
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    await submit(told, { key: 'key-2' });
    await told.settle();
    expect(told.memory.projects.size).toBe(2);
    expect(told.memory.sent.filter(({ notice }) => notice === 'receipt')).toHaveLength(2);
  });

  it('with two letters at once: one is taken, the other is refused', async () => {
    const told = world();
    const answers = await Promise.all([submit(told), submit(told, { change: { jobs: 121 } })]);
    expect(answers.map((one) => (one.ok ? 'taken' : one.failure.kind)).toSorted()).toEqual(['key-reused', 'taken']);
    expect(told.memory.projects.size).toBe(1);
  });
});

describe('too many letters', () => {
  it('of one address in a day are refused, and taken again the next day', async () => {
    const told = world();
    const keys = Array.from({ length: limits.email.count }, (_, index) => `key-${String(index)}`);
    for (const key of keys) expect((await submit(told, { key, ip: key })).ok).toBe(true);
    expect(await submit(told, { key: 'one-more', ip: 'x' })).toEqual({
      ok: false,
      failure: { kind: 'too-many', retryAfterSeconds: secondsLeft(told.now(), 86_400) },
    });
    expect((await submit(told, { key: 'other', ip: 'x', change: contactWith('other@example.org') })).ok).toBe(true);
    // What was taken in is repeated, not counted.
    expect((await submit(told, { key: 'key-0', ip: 'x' })).ok).toBe(true);
    told.moveTo(told.now() + 86_400_000);
    expect((await submit(told, { key: 'one-more', ip: 'x' })).ok).toBe(true);
  });

  it('of one network address in an hour are refused', async () => {
    const told = world();
    for (let index = 0; index < limits.ip.count; index += 1) {
      const key = `key-${String(index)}`;
      await submit(told, { key, change: contactWith(`investor${String(index)}@example.org`) });
    }
    const late = (ip: string) => submit(told, { key: 'late', ip, change: contactWith('late@example.org') });
    expect(await late('192.0.2.1')).toEqual({
      ok: false,
      failure: { kind: 'too-many', retryAfterSeconds: secondsLeft(told.now(), 3600) },
    });
    expect((await late('192.0.2.2')).ok).toBe(true);
  });
});
