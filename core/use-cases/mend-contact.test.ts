import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/domain/actor.ts';
import { Journey } from '#test/support/journey.ts';
import { decisionOf, head, headquarters, letter, membership, officer, staff } from '#test/support/samples.ts';
import { put, world } from '#test/support/world.ts';
import { confirmByLink, viewLink } from './links.ts';
import { mendContact, renewTrackingLink } from './mend-contact.ts';
import { rehearse } from './rehearse.ts';

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
    const done = await mendContact(told.ports, { projectId: 'p1', actor, now: told.now(), request });
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
    expect(sent().map(({ notice, to }) => `${notice} → ${to}`)).toEqual(['address-corrected → right@example.org']);
    const { project } = await told.load('p1');
    expect(project).toMatchObject({ confirmed: false, linkVersion: 1 });
    expect(await told.ports.projects.contact('p1')).toEqual({ ...right, language: 'en' });
    expect(said(await viewLink(told.ports, { link: old, now: told.now() }))).toBe('link-replaced');
    expect(said(await confirmByLink(told.ports, { link: linkIn(sent()[0]?.text), now: told.now() }))).toBe('done');
    expect((await told.load('p1')).project.confirmed).toBe(true);
  });

  it('an email that waits since before goes to the new address, with a link that opens', async () => {
    const { told, sent } = await begun();
    const again = await renewTrackingLink(told.ports, { projectId: 'p1', actor: officer, now: told.now(), request: {} });
    expect(again.ok).toBe(true);
    await mendContact(told.ports, { projectId: 'p1', actor: officer, now: told.now(), request: right });
    await told.settle();
    expect(sent().map(({ notice, to }) => `${notice} → ${to}`)).toEqual(['new-link → right@example.org', 'address-corrected → right@example.org']);
    for (const { text } of sent()) expect(said(await viewLink(told.ports, { link: linkIn(text), now: told.now() }))).toBe('done');
  });

  it('a link renewed before the address was confirmed confirms it in the place of the first', async () => {
    const { told, sent } = await begun(new Journey());
    expect((await told.load('p1')).project.confirmed).toBe(false);
    await renewTrackingLink(told.ports, { projectId: 'p1', actor: officer, now: told.now(), request: {} });
    await told.settle();
    expect(said(await confirmByLink(told.ports, { link: linkIn(sent().findLast(({ notice }) => notice === 'new-link')?.text), now: told.now() }))).toBe('done');
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
    expect(sent()).toHaveLength(1);
    expect((await told.load('p1')).project.version).toBe(version + 1);
  });

  it('is told neither to the log nor to the outbox', async () => {
    const { told, mend } = await begun();
    await mend({ ...right, name: 'Second Person', phone: '+7 701 111 22 33' });
    const { entries } = await told.ports.projects.events('p1', { limit: 100 });
    expect(entries.at(-1)?.body).toEqual({ type: 'contact-corrected', fields: ['name', 'email', 'phone'] });
    expect(JSON.stringify([entries, [...told.memory.rows.values()], await told.load('p1')])).not.toMatch(/right@|Second Person|111 22 33|investor@example/);
  });

  it('is shown in the preview of the email as it will go out, with nothing written', async () => {
    const { told } = await begun();
    const rehearsed = await rehearse(told.ports, told.now(), (ports) => mendContact(ports, { projectId: 'p1', actor: officer, now: told.now(), request: right }));
    expect(rehearsed).toMatchObject({ ok: true, value: [{ notice: 'address-corrected', to: 'right@example.org' }] });
    expect(await told.ports.projects.contact('p1')).toMatchObject({ email });
  });

  it.each<[string, Actor, () => Journey, string]>([
    ['the head', head, () => new Journey().arrive(), 'done'],
    ['headquarters', headquarters, () => new Journey().arrive(), 'forbidden'],
    ['the administrator', staff(membership('administrator')), () => new Journey().arrive(), 'forbidden'],
    ['an officer of another zone', staff(membership('officer', 'beta')), () => new Journey().arrive(), 'not-found'],
    ['the investor', { kind: 'investor', projectId: 'p1' }, () => new Journey().arrive(), 'forbidden'],
    ['an officer once it has ended', officer, () => new Journey().arrive().answer('office-decision', decisionOf('rejected')), 'not-allowed'],
  ])('%s: %s', async (_, actor, way, outcome) => {
    const { mend } = await begun(way());
    expect(said(await mend(right, actor))).toBe(outcome);
  });
});

describe('the investor’s link', () => {
  it('is renewed once by one form, for the confirming and the tracking link alike', async () => {
    const { told, sent } = await begun();
    const old = [...new Set(told.memory.sent.filter(({ to }) => to === email).map(({ text }) => linkIn(text)))];
    expect(old.length).toBe(2);
    for (let twice = 0; twice < 2; twice += 1) await renewTrackingLink(told.ports, { projectId: 'p1', actor: head, now: told.now(), request: { linkVersion: 0 } });
    await told.settle();
    expect(sent().map(({ notice }) => notice)).toEqual(['new-link']);
    for (const link of old) expect(said(await viewLink(told.ports, { link, now: told.now() }))).toBe('link-replaced');
    expect(said(await viewLink(told.ports, { link: linkIn(sent()[0]?.text), now: told.now() }))).toBe('done');
  });

  it('is nobody else’s to renew', async () => {
    const { told } = await begun();
    for (const actor of [headquarters, { kind: 'investor', projectId: 'p1' } as const]) {
      expect(said(await renewTrackingLink(told.ports, { projectId: 'p1', actor, now: told.now(), request: {} }))).toBe('forbidden');
    }
  });
});
