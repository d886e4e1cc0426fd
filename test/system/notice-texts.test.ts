import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import { writtenLanguages } from '#core/reference/reference.ts';
import { ownWords, productWords, wordParts } from '#core/notices/own-words.ts';
import { productTexts } from '#core/notices/notice-texts.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { openOne } from '#test/support/walk.ts';
import { visitorOf } from '#test/support/staff-session.ts';

let host: TestHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const name = 'receipt.investor';
const page = `/admin/zones/aqtobe/notice?notice=${name}`;
const own = { kk: 'Хат қолымызға тиді', ru: 'Письмо у нас', en: 'Your letter is with us', 'uz-cyrl': 'Хатингиз бизда' };
const texts = productTexts(name);
const fields = (change: Readonly<Record<string, string>> = {}) => ({
  version: '0',
  ...Object.fromEntries(
    writtenLanguages.flatMap((language) =>
      wordParts.map((part) => [
        `texts.${language}.${part}`,
        part === 'heading' ? own[language] : (texts[language][part] ?? ''),
      ]),
    ),
  ),
  ...change,
});
/** A warm function trusts a zone for some seconds of real time: one that has just begun has read nothing yet. */
async function begunAnew(): Promise<void> {
  const { dataDir } = host;
  await host.host.close();
  host = await openHost({ dataDir });
}
const outage = (down: boolean) =>
  fetch(`${host.endpoints.email}/outage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ down }),
  });
const receiptOf = async (projectId: string) => {
  await host.settle();
  return (await host.mailOf(projectId)).find(({ tags }) => tags['notice'] === 'receipt');
};
const shown = (text: string): string => text.replaceAll('"', '&quot;');

describe('the words of a notice', () => {
  it('that drop what must stay are refused beside their field, and nothing typed is lost', async () => {
    const administrator = await visitorOf(host, 'administrator');
    const { status, text } = await administrator.post(page, {
      ...fields({ 'texts.ru.opening': 'Без номера.', 'texts.kk.subject': '{number}', 'texts.en.closing': '' }),
      step: 'check',
    });
    expect(status).toBe(400);
    for (const field of ['texts.ru.opening', 'texts.kk.subject', 'texts.en.closing'])
      expect(text).toContain(`id="${field.replaceAll('.', '-')}-error"`);
    expect(text).toContain('Без номера.');
  });

  it('are looked at in every language, kept, and hold for letters that come after them alone', async () => {
    await outage(true);
    const before = await host.submit({}, 'ru');
    const administrator = await visitorOf(host, 'administrator');
    const checked = await administrator.post(page, { ...fields(), step: 'check' });
    expect(checked.status).toBe(200);
    for (const language of languages)
      expect(checked.text).toContain(
        shown(
          ownWords(name, { zoneId: 'aqtobe', name, at: 0, by: '', texts: { ...texts, ...headed() } }, language)!
            .heading,
        ),
      );
    expect((await administrator.get('/admin/zones/aqtobe/notices')).text).not.toContain('govuk-tag--green');
    expect(await administrator.post(page, { ...fields(), step: 'send' })).toMatchObject({ status: 303 });
    expect((await administrator.get('/admin/zones/aqtobe/notices')).text).toContain('govuk-tag--green');

    await begunAnew();
    await outage(false);
    await host.advance('PT2H');
    const after = await host.submit({}, 'ru');
    const [first, second] = [await receiptOf(before.projectId), await receiptOf(after.projectId)];
    expect(first?.text).toContain(productWords('ru', name).heading);
    expect(first?.text).not.toContain(own.ru);
    expect(second?.text).toContain(own.ru);
    const changes = await (await visitorOf(host, 'administrator')).get('/admin/changes?zone=aqtobe');
    expect(changes.text).toContain(own.ru);
    expect(changes.text).toContain(texts.ru.heading);
  });

  it('go back to the product’s, after a look at its emails, and to any version of before', async () => {
    const administrator = await visitorOf(host, 'administrator');
    const back = await administrator.get(`${page}&version=product`);
    expect(back.status).toBe(200);
    expect(back.text).toContain(texts.en.heading);
    const version = /name="version" value="(\d+)"/.exec(back.text)?.[1] ?? '';
    expect(await administrator.post(`${page}&version=product`, { version, step: 'send' })).toMatchObject({
      status: 303,
    });
    const projectId = (await host.submit({}, 'ru')).projectId;
    await begunAnew();
    const later = (await host.submit({}, 'ru')).projectId;
    expect((await receiptOf(projectId))?.text).toBeDefined();
    expect((await receiptOf(later))?.text).toContain(texts.ru.heading);
    const again = await (await visitorOf(host, 'administrator')).get(`${page}&version=${version}`);
    expect(again.text).toContain(`value="${own.ru}"`);
    expect((await (await visitorOf(host, 'administrator')).get(`${page}&version=1`)).status).toBe(404);
  });
});

describe('refusals and replies of a zone', () => {
  const replies = '/admin/zones/aqtobe/replies';
  const route = {
    kk: 'Әкімдікке, 10 күнде',
    ru: 'В акимат, за 10 дней',
    en: 'To the akimat, within 10 days',
    'uz-cyrl': 'Ҳокимиятга, 10 кунда',
  };
  const versionIn = (text: string): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';

  it('begin the forms of a rejection and a return, and go with the emails and the page of an ending', async () => {
    const administrator = await visitorOf(host, 'administrator');
    const version = versionIn((await administrator.get(replies)).text);
    const half = await administrator.post(replies, { version, 'appeal.ru': route.ru, replyTo: 'nobody' });
    expect(half.status).toBe(400);
    for (const field of ['appeal-kk', 'appeal-en', 'appeal-uz-cyrl', 'replyTo'])
      expect(half.text).toContain(`id="${field}-error"`);
    const given = Object.fromEntries(Object.entries(route).map(([language, text]) => [`appeal.${language}`, text]));
    const all = { version, ...given, daysToCure: '9', replyTo: 'answers@aqtobe-sez.example.org' };
    expect(await administrator.post(replies, all)).toMatchObject({ status: 303 });
    await begunAnew();

    const { projectId, track } = await placeAt(host, 'contract-and-land', {}, 'ru');
    const { assignmentId } = openOne(await host.project(projectId), 'office-decision');
    const officer = await visitorOf(host, 'head');
    const form = (outcome: string) => officer.get(`/office/assignments/${assignmentId}?outcome=${outcome}`);
    expect((await form('rejected')).text).toContain(route.ru);
    expect((await form('returned')).text).toMatch(/name="daysToCure"[^>]*value="9"|value="9"[^>]*name="daysToCure"/);

    await host.asStaff('head', `/api/projects/${projectId}/terminate`, {
      reasonCode: 'not-started',
      reason: 'Nothing.',
    });
    await host.settle();
    const email = (await host.mailOf(projectId)).find(({ tags }) => tags['notice'] === 'terminated');
    expect(email?.text).toContain(`> ${route.ru}`);
    expect(email?.replyTo).toBe('answers@aqtobe-sez.example.org');
    expect(email?.from).not.toContain('answers@');
    const page = await fetch(`${host.endpoints.site}/l/${track}`, { headers: { cookie: '__Host-lang=uz' } });
    expect(await page.text()).toContain('Hokimiyatga, 10 kunda');
  });
});

const headed = () =>
  Object.fromEntries(writtenLanguages.map((language) => [language, { ...texts[language], heading: own[language] }]));
