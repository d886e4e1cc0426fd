import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Company } from '#core/letter/letter-of-intent.ts';
import type { ChangedView } from '#core/api/define.ts';
import type { ProjectView } from '#core/api/views.ts';
import { emailTextsOf } from '#core/texts/areas/emails.ts';
import { languages } from '#core/kernel/common.ts';
import { duplicatesTexts } from '#core/texts/areas/duplicates.ts';
import { fill } from '#core/texts/index.ts';
import { countsAgree } from '#local/demo/checks.ts';
import type { Events } from '#local/demo/host-client.ts';
import { letterOf, sharedHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { letterAt, linkFromMail, openKinds, openOne } from '#test/support/walk.ts';

let host: TestHost;
beforeAll(async () => {
  host = await sharedHost();
});
afterAll(() => host.close());

let companies = 0;

/** A number that no other company of this file has. */
const newNumber = (): string => {
  companies += 1;
  return `2511400${String(companies).padStart(5, '0')}`;
};
const company = (name: string, number = newNumber()): { readonly company: Company } => ({
  company: { country: 'KZ', name, number },
});
const letter = (...change: Parameters<TestHost['submit']>) => letterAt(host, ({ phase }) => phase === 'open', change);
const duplicatesOf = async (projectId: string, account?: string) =>
  ((await host.project(projectId, account)) as ProjectView).duplicates;
const merge = (projectId: string, into: string, as = 'officer') =>
  host.ask<ChangedView & { readonly issues?: readonly { readonly path: string }[] }>(
    `/api/projects/${projectId}/merge`,
    { as, body: { into } },
  );
const eventsOf = async (projectId: string) =>
  (await host.asStaff<Events>('officer', `/api/projects/${projectId}/events?limit=100`)).entries.map(
    ({ body }) => body,
  );

describe('possible duplicates', () => {
  it('D30: three spellings of a name and two letters of a number are shown to the officer on the project, its decision and by the API', async () => {
    const number = newNumber();
    const first = await placeAt(host, 'council-approval', company('ТОО «Мега-Агат»', number));
    const second = await placeAt(host, 'contract-and-land', company('Mega-Agat LLP'));
    const third = await placeAt(host, 'letter-of-intent', company('Мега Агат'));
    const renamed = await placeAt(host, 'letter-of-intent', company('Совсем другое имя', number));
    await placeAt(host, 'letter-of-intent', company('Мега Строй'));
    const found = await duplicatesOf(third.projectId);
    expect(found).toMatchObject([
      { projectId: first.projectId, by: 'name', sameContact: false, stage: 'council-approval' },
      { projectId: second.projectId, by: 'name' },
    ]);
    expect(found).toHaveLength(2);
    expect(await duplicatesOf(renamed.projectId)).toMatchObject([{ projectId: first.projectId, by: 'number' }]);
    expect((await duplicatesOf(first.projectId))?.map(({ projectId, by }) => [projectId, by])).toEqual([
      [second.projectId, 'name'],
      [third.projectId, 'name'],
      [renamed.projectId, 'number'],
    ]);
    const project = await host.project(third.projectId);
    const officer = await visitorOf(host, 'officer');
    for (const path of [
      `/office/projects/${third.projectId}`,
      `/office/assignments/${openOne(project, 'office-decision').assignmentId}`,
    ]) {
      const { text } = await officer.get(path);
      for (const one of found ?? [])
        expect(text).toContain(`href="/office/projects/${one.projectId}">${one.number} · `);
    }
  });

  it('D30: the same address of both letters is told', async () => {
    const { contact } = letterOf();
    const one = company('Same Address Works');
    const first = await placeAt(host, 'council-approval', { ...one, contact });
    const second = await placeAt(host, 'letter-of-intent', {
      ...one,
      contact: { ...contact, email: contact.email.toUpperCase() },
    });
    expect(await duplicatesOf(second.projectId)).toMatchObject([
      { projectId: first.projectId, by: 'number', sameContact: true },
    ]);
  });

  it('D30: another zone is told nothing, nor those who do not work with the investor', async () => {
    const one = company('ТОО «Қос Зона»');
    const here = await placeAt(host, 'letter-of-intent', one);
    const there = await placeAt(host, 'letter-of-intent', { ...one, zoneId: 'kokand' });
    expect(await duplicatesOf(here.projectId)).toEqual([]);
    expect(await duplicatesOf(there.projectId, 'officer-kokand')).toEqual([]);
    await placeAt(host, 'letter-of-intent', one);
    expect(await duplicatesOf(here.projectId)).toHaveLength(1);
    for (const account of ['leadership', 'headquarters'])
      expect(await duplicatesOf(here.projectId, account)).toBeUndefined();
  });
});

describe('a merge', () => {
  it('D30: ends the duplicate, keeps both histories and counts the project once', async () => {
    const one = company('Mega Merge LLP');
    const kept = await placeAt(host, 'council-approval', one);
    const { number } = await host.project(kept.projectId);
    const { projectId, number: own } = await letter(one);
    const officer = await visitorOf(host, 'officer');
    const form = `/office/projects/${projectId}/actions/merge`;
    expect((await officer.get(form)).text).toContain(`value="${kept.projectId}"`);
    expect((await officer.post(form, { step: 'check' })).status).toBe(400);
    const check = await officer.post(form, { into: kept.projectId, step: 'check' });
    expect(check).toMatchObject({ status: 200 });
    expect(check.text).toContain(
      fill(emailTextsOf('en').notices.merged.investor.paragraphs[0] ?? '', { number: own, kept: number }),
    );
    expect(await host.project(projectId)).toMatchObject({ phase: 'open' });
    const sent = [
      await officer.post(form, { into: kept.projectId, step: 'send' }),
      await officer.post(form, { into: kept.projectId, step: 'send' }),
    ];
    expect(sent.map(({ status, location }) => [status, location])).toEqual(
      Array.from({ length: 2 }, () => [303, `/office/projects/${projectId}?done=acted`]),
    );
    await host.settle();
    const ended = await host.project(projectId);
    expect(ended).toMatchObject({
      phase: 'ended',
      ending: 'rejected',
      mergedInto: { projectId: kept.projectId, number },
      holders: [],
    });
    expect(openKinds(ended)).toEqual([]);
    expect(await host.execution(projectId)).toBe('SUCCEEDED');
    expect(await host.project(kept.projectId)).toMatchObject({
      phase: 'open',
      stage: 'council-approval',
      merged: [{ projectId, number: own }],
    });
    expect((await eventsOf(projectId)).slice(-2)).toMatchObject([
      { type: 'merged-into', into: kept.projectId, number },
      { type: 'ended', as: 'rejected', reasonCode: 'duplicate' },
    ]);
    expect((await eventsOf(kept.projectId)).filter(({ type }) => type === 'letter-merged')).toMatchObject([
      { merged: projectId, number: own },
    ]);
    expect((await officer.get(`/office/projects/${kept.projectId}`)).text).toContain(
      `href="/office/projects/${projectId}/history"`,
    );
    expect((await officer.get(`/office/projects/${projectId}`)).text).toContain(
      fill(duplicatesTexts('en').into, { number }),
    );
    expect((await officer.get(`/office/projects/${projectId}/history`)).text).toContain(number);
    expect((await officer.get(`/office/projects/${kept.projectId}/history`)).text).toContain(own);
    expect(await countsAgree(host, 'officer', 'leadership', 'aqtobe')).toMatchObject({ holds: true });
  });

  it.each(languages)(
    'D30: its investor reads under which number it goes on, in %s, and nothing else of that project',
    async (language) => {
      const one = company(`Merge ${language}`);
      const kept = await placeAt(host, 'council-approval', {
        ...one,
        company: { ...one.company, name: `Kept ${language}` },
      });
      const { number } = await host.project(kept.projectId);
      const { projectId, number: own } = await letter(one, language);
      expect((await merge(projectId, kept.projectId)).status).toBe(200);
      await host.settle();
      const mail = (await host.mailOf(projectId)).filter(({ notice }) => notice === 'merged' || notice === 'rejected');
      expect(mail).toHaveLength(1);
      const words = emailTextsOf(language).notices.merged.investor;
      expect(mail[0]?.text).toContain(fill(words.paragraphs[0] ?? '', { number: own, kept: number }));
      expect(mail[0]?.text).not.toMatch(/\{|\}/);
      const page = await (await visitorOf(host)).get(`/l/${await linkFromMail(host, projectId, 't.')}`);
      expect(page.text).toContain(number);
      for (const told of [...mail.map(({ text }) => text), page.text]) {
        expect(told).not.toContain(kept.projectId);
        expect(told).not.toContain(`Kept ${language}`);
      }
      expect(await host.mailOf(kept.projectId)).not.toContainEqual(expect.objectContaining({ notice: 'merged' }));
    },
  );

  it('D30: repeated, it answers as the first; with another project it is too late', async () => {
    const one = company('Merge Twice');
    const [kept, other, { projectId }] = [
      await placeAt(host, 'council-approval', one),
      await placeAt(host, 'expertise', one),
      await letter(one),
    ];
    const first = await merge(projectId, kept.projectId);
    expect(await merge(projectId, kept.projectId, 'head')).toMatchObject({ status: 200, body: first.body });
    expect((await merge(projectId, other.projectId)).status).toBe(409);
    expect((await eventsOf(kept.projectId)).filter(({ type }) => type === 'letter-merged')).toHaveLength(1);
  });

  it('D30: goes into no letter that is itself, ended, unconfirmed, of another zone or not there; and comes too late after the first stage', async () => {
    const one = company('Merge Where');
    const [{ projectId }, later, there] = [
      await letter(one),
      await placeAt(host, 'council-approval', one),
      await placeAt(host, 'letter-of-intent', { ...one, zoneId: 'kokand' }),
    ];
    const ended = await letter(one);
    expect((await merge(ended.projectId, later.projectId)).status).toBe(200);
    const unconfirmed = await host.submit(one);
    await host.settle();
    for (const into of [projectId, ended.projectId, unconfirmed.projectId, there.projectId, 'none']) {
      expect(await merge(projectId, into), into).toMatchObject({ status: 400, body: { issues: [{ path: 'into' }] } });
    }
    expect((await merge(later.projectId, projectId)).status).toBe(409);
    expect((await merge(projectId, later.projectId, 'headquarters')).status).toBe(403);
    expect((await merge(projectId, later.projectId, 'officer-kokand')).status).toBe(404);
  });

  it('D30: of two that would each go into the other, one does', async () => {
    const one = company('Merge Crosswise');
    const [a, b] = [await letter(one), await letter(one)];
    const replies = await Promise.all([merge(a.projectId, b.projectId), merge(b.projectId, a.projectId)]);
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const after = [await host.project(a.projectId), await host.project(b.projectId)];
    expect(after.map(({ phase }) => phase).toSorted()).toEqual(['ended', 'open']);
    expect(await countsAgree(host, 'officer', 'leadership', 'aqtobe')).toMatchObject({ holds: true });
  });
});
