import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/kernel/actor.ts';
import { Journey } from '#test/support/journey.ts';
import { decisionOf, head, headquarters, letter, membership, officer, staff } from '#test/support/samples.ts';
import { put, world } from '#test/support/world.ts';
import { actOnProject } from './act-on-project.ts';
import {
  confirmByLink,
  correctByLink,
  decideByLink,
  openToAct,
  viewLink,
  withdrawByLink,
} from '../links/act-by-link.ts';
import { changeContact, renewTrackingLink } from './change-contact.ts';
import { raiseObstacleByLink } from '../obstacles/obstacles-by-link.ts';
import { raiseObstacle } from '../obstacles/raise-obstacle.ts';
import { recordDelivery } from '../notices/record-delivery.ts';
import { previewEmails } from './preview-emails.ts';
import { submitLetter } from '../letter/submit-letter.ts';
import { viewTracking } from './view-tracking.ts';

const { name, email, phone } = letter().contact;
const known = { name, email, ...(phone && { phone }) };
const right = { ...known, email: 'right@example.org' };
const said = (result: { ok: boolean; failure?: { kind: string } }) => (result.ok ? 'done' : result.failure?.kind);
const linkIn = (text = '') => /https:\/\/zone\.example\.org\/l\/\S+/.exec(text)?.[0] ?? '';

async function begun(journey = new Journey().to('design-documentation')) {
  const told = world();
  await put(told, journey);
  await told.settle();
  told.moveTo(journey.now);
  const before = told.memory.sent.length;
  const mend = async (request: typeof known, actor: Actor = officer) => {
    const done = await changeContact(told.ports, { projectId: 'p1', actor, now: told.now(), request });
    await told.settle();
    return done;
  };
  return { told, mend, sent: () => told.memory.sent.slice(before) };
}

describe('the investor’s contact', () => {
  it('gets a new address: it is confirmed anew, what waits goes there, the old links open no more', async () => {
    const { told, mend, sent } = await begun();
    const old = linkIn(told.memory.sent.findLast(({ to }) => to === email)?.text);
    expect(said(await viewLink(told.ports, { link: old, now: told.now() }))).toBe('done');
    expect(said(await mend(right))).toBe('done');
    expect(sent().map(({ notice, to }) => `${notice} → ${to}`)).toEqual([
      'address-changed → investor@example.org',
      'address-corrected → right@example.org',
    ]);
    const { project } = await told.load('p1');
    expect(project).toMatchObject({ confirmed: false, linkVersion: 1 });
    expect(await told.ports.projects.contact('p1')).toEqual({ ...right, language: 'en' });
    expect(said(await viewLink(told.ports, { link: old, now: told.now() }))).toBe('link-replaced');
    expect(said(await confirmByLink(told.ports, { link: linkIn(sent()[1]?.text), now: told.now() }))).toBe('done');
    expect((await told.load('p1')).project.confirmed).toBe(true);
  });

  it('an email that waits since before goes to the new address, with a link that opens', async () => {
    const { told, sent } = await begun();
    const again = await renewTrackingLink(told.ports, {
      projectId: 'p1',
      actor: officer,
      now: told.now(),
      request: {},
    });
    expect(again.ok).toBe(true);
    await changeContact(told.ports, { projectId: 'p1', actor: officer, now: told.now(), request: right });
    await told.settle();
    expect(sent().map(({ notice, to }) => `${notice} → ${to}`)).toEqual([
      'new-link → right@example.org',
      'address-changed → investor@example.org',
      'address-corrected → right@example.org',
    ]);
    for (const { text } of sent().filter(({ to }) => to === right.email))
      expect(said(await viewLink(told.ports, { link: linkIn(text), now: told.now() }))).toBe('done');
  });

  it('a link renewed before the address was confirmed confirms it in the place of the first', async () => {
    const { told, sent } = await begun(new Journey());
    expect((await told.load('p1')).project.confirmed).toBe(false);
    await renewTrackingLink(told.ports, { projectId: 'p1', actor: officer, now: told.now(), request: {} });
    await told.settle();
    expect(
      said(
        await confirmByLink(told.ports, {
          link: linkIn(sent().findLast(({ notice }) => notice === 'new-link')?.text),
          now: told.now(),
        }),
      ),
    ).toBe('done');
    expect((await told.load('p1')).project.confirmed).toBe(true);
  });

  it('gets a new name or telephone: nothing is sent and every link opens', async () => {
    const { told, mend, sent } = await begun();
    const { project } = await told.load('p1');
    expect(said(await mend({ name: 'Another representative', email }))).toBe('done');
    expect(sent()).toEqual([]);
    expect((await told.load('p1')).project).toEqual({ ...project, version: project.version + 1 });
    expect(await told.ports.projects.contact('p1')).toEqual({ name: 'Another representative', email, language: 'en' });
  });

  it('stays as it is when nothing is different, also when the form is sent twice, at once or again', async () => {
    const { told, mend, sent } = await begun();
    const { version } = (await told.load('p1')).project;
    expect(said(await mend(known))).toBe('done');
    expect((await told.load('p1')).project.version).toBe(version);
    await Promise.all([mend(right), mend(right)]);
    await mend(right);
    expect(sent()).toHaveLength(2);
    expect((await told.load('p1')).project.version).toBe(version + 1);
  });

  it('is told neither to the log nor to the outbox', async () => {
    const { told, mend } = await begun();
    await mend({ ...right, name: 'Second Person', phone: '+7 701 111 22 33' });
    const { entries } = await told.ports.projects.events('p1', { limit: 100 });
    expect(entries.at(-1)?.body).toEqual({ type: 'contact-corrected', fields: ['name', 'email', 'phone'] });
    expect(JSON.stringify([entries, [...told.memory.rows.values()], await told.load('p1')])).not.toMatch(
      /right@|Second Person|111 22 33|investor@example/,
    );
  });

  it('is shown in the preview of the email as it will go out, with nothing written', async () => {
    const { told } = await begun();
    const rehearsed = await previewEmails(told.ports, told.now(), (ports) =>
      changeContact(ports, { projectId: 'p1', actor: officer, now: told.now(), request: right }),
    );
    expect(rehearsed).toMatchObject({
      ok: true,
      value: [
        { notice: 'address-changed', to: email },
        { notice: 'address-corrected', to: right.email },
      ],
    });
    expect(await told.ports.projects.contact('p1')).toMatchObject({ email });
  });

  it.each<[string, Actor, () => Journey, string]>([
    ['the head', head, () => new Journey().arrive(), 'done'],
    ['headquarters', headquarters, () => new Journey().arrive(), 'forbidden'],
    ['the administrator', staff(membership('administrator')), () => new Journey().arrive(), 'forbidden'],
    ['an officer of another zone', staff(membership('officer', 'beta')), () => new Journey().arrive(), 'not-found'],
    ['the investor', { kind: 'investor', projectId: 'p1' }, () => new Journey().arrive(), 'forbidden'],
    [
      'an officer once it has ended',
      officer,
      () => new Journey().arrive().answer('office-decision', decisionOf('rejected')),
      'not-allowed',
    ],
  ])('%s: %s', async (_, actor, way, outcome) => {
    const { mend } = await begun(way());
    expect(said(await mend(right, actor))).toBe(outcome);
  });
});

describe('an address that staff have written', () => {
  const day = 86_400_000;
  const changedOnce = async (
    journey = new Journey().to('letter-of-intent').answer('office-decision', decisionOf('returned')).arrive(),
  ) => {
    const all = await begun(journey);
    await all.mend(right);
    const link = linkIn(all.sent().find(({ to }) => to === right.email)?.text);
    return { ...all, link, now: all.told.now() };
  };

  it('S7: is told, not in full and with no link, to whoever had the one before, who can answer the office', async () => {
    const { sent } = await changedOnce();
    const told = sent().find(({ to }) => to === email);
    expect(told).toMatchObject({ notice: 'address-changed', replyTo: 'office@alpha.example.org' });
    expect(told?.text).toContain('r…@e….org');
    for (const part of [told?.text, told?.html]) expect(part).not.toMatch(/right@|example\.org\/l\//);
  });

  it('S7: shows by its link only where the project stands, and only confirms, until that is done', async () => {
    const { told, link, now } = await changedOnce();
    const acts = {
      withdraw: () => withdrawByLink(told.ports, { link, now }),
      correct: () => correctByLink(told.ports, { link, now, note: 'x' }),
      decide: () => decideByLink(told.ports, { link, now, decision: { outcome: 'done', facts: {} } }),
      obstacle: () =>
        raiseObstacleByLink(told.ports, {
          link,
          now,
          request: { about: { kind: 'stage', stage: 'letter-of-intent' }, words: 'x' },
        }),
      documents: () => openToAct(told.ports, { link, now }),
    };
    const before = JSON.stringify(await told.load('p1'));
    for (const [name, act] of Object.entries(acts)) expect(said(await act()), name).toBe('address-unconfirmed');
    // The rules hold whoever forgets to ask by the link.
    const actor = { kind: 'investor', projectId: 'p1' } as const;
    expect(said(await actOnProject(told.ports, { projectId: 'p1', actor, now, request: { action: 'withdraw' } }))).toBe(
      'forbidden',
    );
    expect(
      said(
        await raiseObstacle(told.ports, {
          projectId: 'p1',
          actor,
          now,
          request: { about: { kind: 'stage', stage: 'letter-of-intent' }, words: 'x' },
        }),
      ),
    ).toBe('forbidden');
    expect(JSON.stringify(await told.load('p1'))).toBe(before);
    expect(await viewLink(told.ports, { link, now })).toMatchObject({
      ok: true,
      value: { actions: ['confirm'], company: '', assignments: [], obstacles: [], lines: [], holders: [] },
    });
    expect(await viewTracking(told.ports, { link, now })).toMatchObject({
      ok: true,
      value: { unproven: true, events: [], notes: [], asked: [] },
    });

    expect(said(await confirmByLink(told.ports, { link, now }))).toBe('done');
    expect(said(await correctByLink(told.ports, { link, now, note: 'x' }))).toBe('done');
  });

  it('S7: stands in the log beside whatever is done by a link that went there', async () => {
    const { told, link, now } = await changedOnce();
    await confirmByLink(told.ports, { link, now });
    await withdrawByLink(told.ports, { link, now });
    const { entries } = await told.ports.projects.events('p1', { limit: 100 });
    const entered = { by: 'officer-alpha', at: now };
    expect(
      entries
        .filter(({ body }) => body.type === 'address-confirmed' || body.type === 'ended')
        .map(({ actor }) => actor),
    ).toEqual([
      { kind: 'investor', entered },
      { kind: 'investor', entered },
    ]);
  });

  it('S7: is changed once more within 30 days by the head alone; name and telephone by an officer', async () => {
    const { told, mend, now } = await changedOnce();
    const third = { ...right, email: 'third@example.org' };
    const cases: readonly [number, typeof known, Actor, string][] = [
      [now + 30 * day - 1, third, officer, 'forbidden'],
      [now + 30 * day - 1, { ...right, name: 'Other' }, officer, 'done'],
      [now + 30 * day - 1, third, head, 'done'],
      [now + 60 * day - 2, right, officer, 'forbidden'],
      [now + 60 * day - 1, right, officer, 'done'],
    ];
    for (const [at, request, actor, outcome] of cases) {
      told.moveTo(at);
      expect(said(await mend(request, actor))).toBe(outcome);
    }
  });

  it('S7: that bounces before it was replaced asks nobody for a better one', async () => {
    const { told } = await changedOnce();
    const row = [...told.memory.rows.values()].find(
      ({ errand: message }) => message.kind === 'email' && message.notice.notice === 'address-changed',
    );
    if (row === undefined) throw new Error('Not told');
    await recordDelivery(told.ports, { row, state: 'bounced', now: told.now() });
    expect((await told.load('p1')).assignments.some(({ kind }) => kind === 'bounced-email')).toBe(false);
  });

  it('S7: of a letter typed from paper waits to be confirmed; then the investor acts, and its first correction is no second', async () => {
    const told = world();
    const entered = await submitLetter(told.ports, {
      letter: letter(),
      idempotencyKey: 'paper',
      sourceIp: '192.0.2.1',
      now: told.now(),
      enteredBy: 'officer-alpha',
      originalHeldBy: { kind: 'staff', personId: 'officer-alpha' },
    });
    if (!entered.ok) throw new Error(entered.failure.kind);
    await told.settle();
    const { projectId } = entered.value;
    const link = linkIn(told.memory.sent.find(({ notice }) => notice === 'receipt')?.text);
    expect(said(await withdrawByLink(told.ports, { link, now: told.now() }))).toBe('address-unconfirmed');
    expect(said(await changeContact(told.ports, { projectId, actor: officer, now: told.now(), request: right }))).toBe(
      'done',
    );
    await told.settle();
    const next = linkIn(told.memory.sent.find(({ notice }) => notice === 'address-corrected')?.text);
    expect(said(await confirmByLink(told.ports, { link: next, now: told.now() }))).toBe('done');
    expect(said(await withdrawByLink(told.ports, { link: next, now: told.now() }))).toBe('done');
  });
});

describe('the investor’s link', () => {
  it('is renewed once by one form, for the confirming and the tracking link alike', async () => {
    const { told, sent } = await begun();
    const old = [
      ...new Set(
        told.memory.sent.filter(({ to }) => to === email).map(({ text }) => linkIn(text).replace('/documents', '')),
      ),
    ];
    expect(old.length).toBe(2);
    for (let twice = 0; twice < 2; twice += 1)
      await renewTrackingLink(told.ports, {
        projectId: 'p1',
        actor: head,
        now: told.now(),
        request: { linkVersion: 0 },
      });
    await told.settle();
    expect(sent().map(({ notice }) => notice)).toEqual(['new-link']);
    for (const link of old) expect(said(await viewLink(told.ports, { link, now: told.now() }))).toBe('link-replaced');
    expect(said(await viewLink(told.ports, { link: linkIn(sent()[0]?.text), now: told.now() }))).toBe('done');
  });

  it('is nobody else’s to renew', async () => {
    const { told } = await begun();
    for (const actor of [headquarters, { kind: 'investor', projectId: 'p1' } as const]) {
      expect(said(await renewTrackingLink(told.ports, { projectId: 'p1', actor, now: told.now(), request: {} }))).toBe(
        'forbidden',
      );
    }
  });
});
