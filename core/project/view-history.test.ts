import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/kernel/actor.ts';
import { decisionOf, head, headquarters, membership, officer, staff } from '#test/support/samples.ts';
import { world } from '#test/support/world.ts';
import { sequenceOf } from '../notices/email-view.ts';
import { viewEmail } from '../notices/view-email.ts';
import { decide } from '../stages/decide.ts';
import { historyKinds, type HistoryFilter } from './history-filter.ts';
import { viewHistory, type HistoryEntry } from './view-history.ts';

const leadership = staff(membership('leadership', 'north', 'region'));
const link = /https?:\/\/|\/l\//;

async function returned() {
  const told = world();
  const projectId = await told.submit();
  await told.settle();
  const { assignments } = await told.load(projectId);
  const assignmentId = assignments.find(({ kind }) => kind === 'office-decision')?.assignmentId ?? '';
  const done = await decide(told.ports, {
    assignmentId,
    actor: head,
    now: told.now(),
    decision: decisionOf('returned'),
  });
  expect(done.ok).toBe(true);
  await told.settle();
  const view = async (
    actor: Actor,
    filter: HistoryFilter = {},
    page: { readonly limit: number; readonly before?: number | undefined } = { limit: 50 },
  ) => {
    const found = await viewHistory(told.ports, { projectId, actor, filter, ...page });
    if (!found.ok) throw new Error(JSON.stringify(found.failure));
    return found.value;
  };
  return { told, projectId, view };
}

const placeOf = (one: HistoryEntry): number => ('event' in one ? one.event.sequence : sequenceOf(one.email));
const nameOf = (one: HistoryEntry): string =>
  'event' in one ? String(one.event.sequence) : `email ${one.email.rowId}`;

describe('the history of a project', () => {
  it('is told from its end, each email above the event that brought it', async () => {
    const { view, told, projectId } = await returned();
    const { entries, next } = await view(officer);
    const places = entries.map(placeOf);
    expect(places).toEqual(places.toSorted((a, b) => b - a));
    expect(next).toBeUndefined();
    const { project } = await told.load(projectId);
    expect(entries.filter((one) => 'event' in one)).toHaveLength(project.version);
    for (const [at, one] of entries.entries())
      if ('email' in one)
        expect(entries.slice(at).some((below) => 'event' in below && placeOf(below) === placeOf(one))).toBe(true);
  });

  it.each([1, 2, 3, 7])('loses and repeats nothing on pages of %i', async (limit) => {
    const { view } = await returned();
    const all = (await view(officer)).entries.map(nameOf);
    const paged: string[] = [];
    let before: number | undefined;
    do {
      const page = await view(officer, {}, { limit, before });
      paged.push(...page.entries.map(nameOf));
      before = page.next;
    } while (before !== undefined);
    expect(paged).toEqual(all);
  });

  it('every entry is of one kind, and of somebody', async () => {
    const { view } = await returned();
    const all = (await view(officer)).entries.map(nameOf);
    const kinds = await Promise.all(
      historyKinds.map(async (kind) => (await view(officer, { kind })).entries.map(nameOf)),
    );
    expect(kinds.flat().toSorted()).toEqual(all.toSorted());
    const of = await Promise.all(
      ['office', 'investor', 'system'].map(async (who) => (await view(officer, { of: who })).entries.map(nameOf)),
    );
    expect(of.flat().toSorted()).toEqual(all.toSorted());
  });

  it.each<[string, HistoryFilter, readonly string[]]>([
    ['decisions', { kind: 'decisions' }, ['stage-decided']],
    ['obstacles, of which there are none', { kind: 'obstacles' }, []],
  ])('is narrowed to %s', async (_, filter, types) => {
    const { view } = await returned();
    const { entries } = await view(officer, filter);
    expect(entries.map((one) => ('event' in one ? one.event.body.type : 'email'))).toEqual(types);
  });

  it('is narrowed to a person of the office by something they did', async () => {
    const { view } = await returned();
    const did = (await view(officer, { kind: 'decisions' })).entries.map(placeOf).at(0);
    const found = await view(officer, { of: `by:${String(did)}` });
    expect(found.personId).toBe('head-alpha');
    const types = found.entries.map((one) => ('event' in one ? one.event.body.type : 'email'));
    expect(types).toEqual(['stage-decided', 'assignment-answered']);
  });

  it.each(['by:1', 'by:9999', 'by:x', 'nobody'])('is empty for whom %s does not name', async (of) => {
    const { view } = await returned();
    expect((await view(officer, { of })).entries).toEqual([]);
  });

  it('tells address, subject and words to those who work with the investor alone', async () => {
    const { view } = await returned();
    const to = { of: 'investor', kind: 'emails' } as const;
    const [email] = (await view(officer, to)).entries;
    expect(email).toMatchObject({
      to: { address: 'investor@example.org', sure: true },
      subject: { text: expect.stringContaining('correction needed') as unknown, language: 'en' },
    });
    for (const actor of [headquarters, leadership]) {
      const { entries } = await view(actor);
      expect(JSON.stringify(entries)).not.toMatch(/example\.org|Sheet 4/);
      expect(entries.some((one) => 'email' in one)).toBe(true);
    }
  });

  it('is none for those of another zone', async () => {
    const { told, projectId } = await returned();
    const actor = staff(membership('officer', 'beta'));
    expect(await viewHistory(told.ports, { projectId, actor, limit: 50 })).toMatchObject({
      failure: { kind: 'not-found' },
    });
  });
});

describe('an email of a project', () => {
  it('is what was sent, word for word, without its links', async () => {
    const { told, projectId, view } = await returned();
    const { entries } = await view(officer, { kind: 'emails' });
    expect(entries.length).toBeGreaterThan(1);
    for (const one of entries) {
      if (!('email' in one)) continue;
      const { rowId } = one.email;
      const sent = told.memory.sent.find(({ row }) => row.rowId === rowId);
      const found = await viewEmail(told.ports, { projectId, rowId, actor: officer });
      if (!found.ok || sent === undefined) throw new Error(rowId);
      const { content } = found.value;
      expect(content?.subject).toBe(sent.subject);
      expect(one.subject?.text).toBe(sent.subject);
      expect(content?.text).not.toMatch(link);
      expect(content?.text.replaceAll(/…\S*/g, '…')).toBe(sent.text.replaceAll(/https?:\/\/\S+/g, '…'));
    }
  });

  it.each<[string, Actor, string]>([
    ['leadership', leadership, 'forbidden'],
    ['headquarters', headquarters, 'forbidden'],
    ['an officer of another zone', staff(membership('officer', 'beta')), 'not-found'],
  ])('is not read by %s', async (_, actor, kind) => {
    const { told, projectId, view } = await returned();
    const [one] = (await view(officer, { kind: 'emails' })).entries;
    const rowId = one && 'email' in one ? one.email.rowId : '';
    expect(await viewEmail(told.ports, { projectId, rowId, actor })).toMatchObject({ failure: { kind } });
  });

  it.each(['none', '999999-000'])('there is none at %s', async (rowId) => {
    const { told, projectId } = await returned();
    expect(await viewEmail(told.ports, { projectId, rowId, actor: officer })).toMatchObject({
      failure: { kind: 'not-found' },
    });
  });
});
