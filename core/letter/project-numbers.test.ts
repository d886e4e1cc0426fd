import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNumbered, referenceOf } from '#core/letter/number.ts';
import { rebuild } from '#core/project/apply.ts';
import { confirmAddress } from './confirm-address.ts';
import { decide } from '../stages/decide.ts';
import { askForLink } from './letter-drafts.ts';
import { changeContact } from '../project/change-contact.ts';
import { holdOriginal } from '../documents/project-documents.ts';
import { submitLetter } from './submit-letter.ts';
import { Journey } from '#test/support/journey.ts';
import { decisionOf, letter, officer } from '#test/support/samples.ts';
import { put, world, type World } from '#test/support/world.ts';

const confirm = (told: World, projectId: string) => confirmAddress(told.ports, { projectId, now: told.now() });
const project = async (told: World, projectId: string) => (await told.load(projectId)).project;
const last = (told: World) => told.ports.projects.lastNumber('alpha', 2026);
const toOffice = (told: World) =>
  told.memory.sent.filter(({ to }) => to === 'office@alpha.example.org').map(({ notice }) => notice);
const events = async (told: World, projectId: string) =>
  (await told.ports.projects.events(projectId, { limit: 100 })).entries;
const submits = (told: World, count: number) =>
  Array.from({ length: count }, (_, at) =>
    submitLetter(told.ports, {
      letter: letter({ contact: { ...letter().contact, email: `investor-${String(at)}@example.org` } }),
      idempotencyKey: `key-${String(at)}`,
      sourceIp: '192.0.2.1',
      now: told.now(),
    }),
  );

describe('a reference', () => {
  it('is readable, the same for the same project, and never a number', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
        (digest) => {
          const reference = referenceOf('AQT', 2025, digest);
          expect(reference).toMatch(/^AQT-2025-[BCDFGHJKMNPQRSTVWXYZ][2-9BCDFGHJKMNPQRSTVWXYZ]{5}$/);
          expect(referenceOf('AQT', 2025, digest)).toBe(reference);
        },
      ),
    );
  });

  it('differs from project to project', () => {
    const { hash } = world().ports.ids;
    expect(
      new Set(Array.from({ length: 2000 }, (_, at) => referenceOf('AQT', 2025, hash(`p${String(at)}`)))).size,
    ).toBe(2000);
  });
});

describe('the number of a letter', () => {
  it('S16: twenty tries of one letter take none, and one when its address is confirmed', async () => {
    const told = world();
    const tries = await Promise.all(
      Array.from({ length: 20 }, () =>
        submitLetter(told.ports, { letter: letter(), idempotencyKey: 'one', sourceIp: '192.0.2.1', now: told.now() }),
      ),
    );
    expect(new Set(tries.map((one) => one.ok && one.value.number)).size).toBe(1);
    expect(await last(told)).toBe(0);
    await Promise.all(Array.from({ length: 20 }, () => confirm(told, 'p1')));
    expect([await last(told), (await project(told, 'p1')).number]).toEqual([1, 'ALP-2026-0001']);
    expect((await events(told, 'p1')).map(({ body }) => body.type)).toEqual([
      'letter-submitted',
      'address-confirmed',
      'number-given',
    ]);
  });

  it('S5: is not taken by letters that nobody confirms, and the office hears nothing of them', async () => {
    const told = world();
    expect((await Promise.all(submits(told, 25))).every(({ ok }) => ok)).toBe(true);
    await told.settle();
    expect([await last(told), toOffice(told), told.memory.sent.map(({ notice }) => notice)]).toEqual([
      0,
      [],
      Array.from({ length: 25 }, () => 'receipt'),
    ]);
    await confirm(told, 'p7');
    await told.settle();
    expect([await last(told), toOffice(told)]).toEqual([1, ['letter-received']]);
    expect(told.memory.sent.at(-1)?.subject).toContain('ALP-2026-0001');
  });

  it('S5: is not taken by a signed sheet from somebody unknown: a file proves nothing', async () => {
    const told = world();
    const projectId = await told.submit();
    await told.settle();
    expect([(await project(told, projectId)).signed, await last(told), toOffice(told)]).toEqual([true, 0, []]);
  });

  it('is given once to each of many that are confirmed at the same moment, without a gap', async () => {
    const told = world();
    await Promise.all(submits(told, 10));
    await Promise.all(Array.from({ length: 10 }, (_, at) => confirm(told, `p${String(at + 1)}`)));
    const numbers = await Promise.all(
      Array.from({ length: 10 }, async (_, at) => (await project(told, `p${String(at + 1)}`)).number),
    );
    expect(numbers.toSorted()).toEqual(
      Array.from({ length: 10 }, (_, at) => `ALP-2026-${String(at + 1).padStart(4, '0')}`),
    );
  });

  it('is given at the office’s word for the original, and to a letter on paper at once', async () => {
    const told = world();
    const projectId = await told.submit({}, 'typed', false);
    await told.settle();
    expect((await holdOriginal(told.ports, { projectId, actor: officer, now: told.now() })).ok).toBe(true);
    const paper = await submitLetter(told.ports, {
      letter: letter(),
      idempotencyKey: 'paper',
      sourceIp: '192.0.2.1',
      now: told.now(),
      originalHeldBy: { kind: 'staff', personId: 'officer-alpha' },
    });
    expect([(await project(told, projectId)).number, paper.ok && paper.value.number, await last(told)]).toEqual([
      'ALP-2026-0001',
      'ALP-2026-0002',
      2,
    ]);
    await told.settle();
    expect(toOffice(told)).toEqual(['letter-received', 'letter-received']);
  });

  it('is given when an officer accepts the letter, who is not told of it then', async () => {
    const told = world();
    const projectId = await told.submit();
    await told.settle();
    const { assignments } = await told.load(projectId);
    expect(
      (
        await decide(told.ports, {
          assignmentId: assignments[0]?.assignmentId ?? '',
          actor: officer,
          now: told.now(),
          decision: decisionOf('approved'),
        })
      ).ok,
    ).toBe(true);
    await told.settle();
    expect([(await project(told, projectId)).number, toOffice(told).includes('letter-received')]).toEqual([
      'ALP-2026-0001',
      false,
    ]);
  });

  it('stays when the address is mended, and is no other after it is confirmed anew', async () => {
    const told = world();
    await Promise.all(submits(told, 1));
    await confirm(told, 'p1');
    await changeContact(told.ports, {
      projectId: 'p1',
      actor: officer,
      now: told.now(),
      request: { name: 'A', email: 'new@example.org', phone: '+7 700 000 00 01' },
    });
    await confirm(told, 'p1');
    expect([(await project(told, 'p1')).number, await last(told)]).toEqual(['ALP-2026-0001', 1]);
  });

  it('is what everything says from then on, and the reference finds the project ever after', async () => {
    const told = world();
    const [first] = await Promise.all(submits(told, 1));
    const reference = first?.ok ? first.value.number : '';
    await confirm(told, 'p1');
    expect(await submits(told, 1)[0]).toMatchObject({ ok: true, value: { number: 'ALP-2026-0001' } });
    for (const text of [reference, 'ALP-2026-0001']) {
      expect(
        (await told.ports.lists.list('alpha', { by: 'search', text }, { limit: 10 })).entries.map(
          (one) => one.project.projectId,
        ),
      ).toEqual(['p1']);
    }
    await told.settle();
    expect(
      await askForLink(told.ports, {
        number: reference,
        address: 'investor-0@example.org',
        sourceIp: '192.0.2.1',
        now: told.now(),
      }),
    ).toMatchObject({ ok: true });
    await told.settle();
    expect(told.memory.sent.at(-1)).toMatchObject({
      notice: 'link',
      subject: expect.stringContaining('ALP-2026-0001'),
    });
    expect(rebuild(await events(told, 'p1'))?.project).toEqual(await project(told, 'p1'));
  });

  it('of the logs before there were references stays as it is', async () => {
    const told = world();
    const journey = new Journey().arrive();
    await put(told, journey);
    expect(isNumbered(journey.project)).toBe(true);
    await confirm(told, 'p1');
    expect([(await project(told, 'p1')).number, await last(told)]).toEqual(['ALP-2026-0001', 0]);
  });

  it('follows, one by one, whatever comes in which order at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom('submit', 'confirm', 'hold')), {
          maxLength: 30,
        }),
        async (acts) => {
          const told = world();
          await Promise.all(submits(told, 6));
          await told.settle();
          await Promise.all(
            acts.map(async ([at, act]) => {
              const projectId = `p${String(at + 1)}`;
              if (act === 'confirm') await confirm(told, projectId);
              else if (act === 'hold') await holdOriginal(told.ports, { projectId, actor: officer, now: told.now() });
              else await submits(told, at + 1)[at];
            }),
          );
          const all = await Promise.all(Array.from({ length: 6 }, (_, at) => project(told, `p${String(at + 1)}`)));
          const numbers = all.filter(isNumbered).map(({ number }) => Number(number.slice(-4)));
          expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, at) => at + 1));
          expect(await last(told)).toBe(numbers.length);
          expect(all.filter(isNumbered).map(({ projectId }) => projectId)).toEqual(
            all
              .filter(({ projectId }) =>
                acts.some(([at, act]) => act !== 'submit' && projectId === `p${String(at + 1)}`),
              )
              .map(({ projectId }) => projectId),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
