import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Locator, Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '#functions/adapters/table/keys.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { drive, inStage } from '#test/support/walk.ts';
import { sharedBrowser, type SharedBrowser } from './browser.ts';
import { openPage } from './page-checks.ts';

let host: TestHost;
let browser: SharedBrowser;

/** Two more regions for the leadership of Aqtöbe, so that zones stand side by side. */
async function leadBoth(): Promise<void> {
  const membership = { personId: 'demo-leadership', scope: 'zone', scopeId: 'kokand', role: 'leadership' } as const;
  const Item = { ...keys.membership(membership), ...membership };
  await host.table.send(new PutCommand({ TableName: host.endpoints.tableName, Item }));
}

beforeAll(async () => {
  [host, browser] = await Promise.all([openHost(), sharedBrowser()]);
  await leadBoth();
  await placeAt(host, 'technical-conditions', {
    company: { country: 'KZ', name: '=HYPERLINK("x")', number: '000000000777' },
  });
  await placeAt(host, 'technical-conditions');
  await placeAt(host, 'expertise', { investment: { amountMinor: 5_000_000_00, currency: 'USD' } });
  await placeAt(host, 'council-approval', { zoneId: 'kokand' });
  const { projectId } = await placeAt(host, 'council-approval', {
    sector: 'food',
    forum: 'aqtobe-investment-forum-2025',
  });
  await drive(host, projectId, inStage('contract-and-land'));
  await host.submit();
  await host.advance('P40D');
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

/** Signs in as a person would: by the issuer's own page. */
async function signedIn(account: string, options: Parameters<typeof openPage>[1] = {}): Promise<Page> {
  const page = await openPage(browser, options);
  await page.goto(`${host.endpoints.site}/sign-in?to=/region&lang=en`);
  await page.click('main a.govuk-button');
  await page.click(`button[value="${account}"]`);
  await page.waitForURL(/\/region/);
  return page;
}

const sheetMargin = { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' };

/** Where the links of each sheet of a PDF lead, as Chromium writes them: pages that name their annotations. */
function linksOfSheets(pdf: Buffer): readonly (readonly string[])[] {
  const objects = new Map(
    [...pdf.toString('latin1').matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gs)].map(([, id, text]) => [id ?? '', text ?? '']),
  );
  return [...objects.values()]
    .filter((text) => text.includes('/Type /Page\n'))
    .map((text) =>
      [...(/\/Annots \[(.*?)\]/s.exec(text)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].flatMap(
        ([, id]) => /\/URI \((.*?)\)/s.exec(objects.get(id ?? '') ?? '')?.[1] ?? [],
      ),
    );
}

const cellsOf = (page: Page, caption: string): Promise<string[][]> =>
  page
    .locator('table', { has: page.locator('caption', { hasText: caption }) })
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('th,td')].map((cell) =>
          (cell.textContent ?? '')
            .replace(/\s+/g, ' ')
            .replace(/ \(.*\)$/, '')
            .trim(),
        ),
      ),
    );

describe('leadership, without a script', () => {
  it('sees projects by stage, worth by currency, what is late and through whom, which start when, and what is left out', async () => {
    const page = await signedIn('leadership');
    const stages = await cellsOf(page, 'Projects by stage');
    expect(stages.find(([name]) => name === 'Technical conditions')?.slice(1, 3)).toEqual(['2', '2']);
    expect(stages.find(([name]) => name?.startsWith('Expert review'))?.[3]).toBe('$5m');
    expect(await page.textContent('.tiles')).toMatch(/Projects in progress5/);
    const late = await cellsOf(page, 'Overdue, by who must answer');
    expect(late.find(([name]) => name?.startsWith('Power company'))?.slice(1)).toEqual(['2', '2']);
    expect(late.some(([name]) => name?.startsWith('Architecture department'))).toBe(true);
    const starts = await cellsOf(page, 'Start of construction by quarter');
    expect(starts.reduce((sum, [, inTime, behind]) => sum + Number(inTime) + Number(behind), 0)).toBe(5);
    expect(await page.textContent('main')).toMatch(/Letters not counted yet: address not confirmed\s*1/);
    const board = await cellsOf(page, 'Zones compared');
    expect(board.find(([name]) => name === 'Projects in progress')?.slice(1)).toEqual(['4', '1']);
    expect(board.find(([name]) => name === 'Technical conditions')?.slice(1)).toEqual(['2', '0']);
  });

  it('sees which companies are late through whom, and which starts slip by how much', async () => {
    const page = await signedIn('leadership');
    const longest = await cellsOf(page, 'Longest overdue: with whom and since when');
    expect(longest.length).toBeGreaterThan(3);
    expect(longest.every((row) => /^\d+$/.test(row.at(-1) ?? ''))).toBe(true);
    expect(longest.map((row) => Number(row.at(-1)))).toEqual(
      longest.map((row) => Number(row.at(-1))).toSorted((a, b) => b - a),
    );
    expect(longest[0]?.[0]).toMatch(/.+ (AQT|KOK)-\d{4}-\d{4}$/);
    const slipping = await cellsOf(page, 'Behind plan: which start the latest');
    expect(slipping[0]?.[0]).toMatch(/.+ (AQT|KOK)-\d{4}-\d{4}$/);
    expect(slipping.map((row) => Number(row[2]))).toEqual(
      slipping.map((row) => Number(row[2])).toSorted((a, b) => b - a),
    );
    expect(Number(slipping[0]?.[2])).toBeGreaterThan(0);
    expect(await page.textContent('.tiles')).toMatch(/Behind plan[1-9]/);
  });

  it('sees projects by sector and forum with the remainder, and what stages took against the norm', async () => {
    const page = await signedIn('leadership');
    expect((await cellsOf(page, 'By sector')).map((row) => row.slice(0, 2))).toEqual([
      ['Construction materials', '4'],
      ['Food', '1'],
    ]);
    expect((await cellsOf(page, 'By forum')).map((row) => row.slice(0, 2))).toEqual([
      ['Aqtobe Investment Forum – 2025', '1'],
      ['Without a forum', '4'],
    ]);
    await page.goto(`${host.endpoints.site}/region?view=past`);
    const [took] = await cellsOf(page, 'How long stages take');
    expect([took?.[0], took?.[1], took?.[2], took?.[5]]).toEqual([
      'Application review and council approval',
      '15',
      '1',
      '100 %',
    ]);
  });

  it('sees what sources state, and what their parts leave unexplained', async () => {
    const page = await signedIn('leadership');
    await page.goto(`${host.endpoints.site}/region?zone=kokand`);
    const rows = await cellsOf(page, 'Kokand Youth Small Industrial Zone');
    const projects = rows.find(([name]) => name === 'Projects, 2021');
    expect([projects?.[1], projects?.[3], projects?.[4]]).toEqual(['64', '15', '1']);
    expect(rows.find(([name]) => name === 'Jobs, 2021')?.[1]).toBe('more than 2,500');
  });

  it('sees days in hand on the page of a project too', async () => {
    const page = await signedIn('leadership');
    await page.goto(`${host.endpoints.site}/region/projects?sector=food`);
    await page.click('tbody a');
    expect(await page.textContent('main')).toMatch(/Working days to spare before the preferred start\s*-?\d+/);
  });

  it.each(['', '&zone=aqtobe'])('comes from every figure to as many rows, on each view%s', async (zone) => {
    const page = await signedIn('leadership');
    const figures = new Map<string, number>();
    for (const view of ['view=now', 'view=past', 'view=screen']) {
      await page.goto(`${host.endpoints.site}/region?${view}${zone}`);
      const links = await page
        .locator('main a[href^="/region/projects"]:not([href$="#sum"])')
        .evaluateAll((all) =>
          all.map(
            (link) => [link.getAttribute('href') ?? '', Number((link.firstChild?.textContent ?? '').trim())] as const,
          ),
        );
      for (const [href, count] of links) figures.set(href, count);
    }
    expect(figures.size).toBeGreaterThan(20);
    const kinds = ['overdue', 'holder', 'held', 'stage', 'start', 'unconfirmed', 'sector', 'month'];
    for (const kind of kinds)
      expect(
        [...figures.keys()].some((href) => href.includes(`${kind}=`)),
        kind,
      ).toBe(true);
    for (const [href, count] of figures) {
      await page.goto(host.endpoints.site + href);
      expect(await page.locator('tbody tr').count(), href).toBe(count);
    }
  });

  it.each(['', '&zone=aqtobe'])('comes from every sum to the list that has it%s', async (zone) => {
    const page = await signedIn('leadership');
    const textOf = (links: Locator) =>
      links.evaluateAll((all) =>
        all.map((link) => {
          link.querySelector('.govuk-visually-hidden')?.remove();
          return [link.getAttribute('href') ?? '', (link.textContent ?? '').replace(/\s/g, '')] as const;
        }),
      );
    await page.goto(`${host.endpoints.site}/region?view=now${zone}`);
    const sums = await textOf(page.locator('main a[href$="#sum"]'));
    const inList = new Map<string, string>();
    for (const [href] of sums)
      if (!inList.has(href)) {
        await page.goto(host.endpoints.site + href);
        inList.set(href, ((await page.textContent('#sum')) ?? '').replace(/\s/g, ''));
      }
    expect(inList.size).toBeGreaterThan(5);
    for (const kind of ['stage=', 'sector=', 'forum='])
      expect([...inList.keys()].some((href) => href.includes(kind))).toBe(true);
    for (const [href, sum] of sums)
      expect(
        [`Jobs:${sum}Investment`, `Investment:${sum}`].some((text) => inList.get(href)?.includes(text)),
        href + sum,
      ).toBe(true);
  });

  it('takes a list away, all of it, and what it says of each project', async () => {
    const page = await signedIn('leadership');
    await page.goto(`${host.endpoints.site}/region/projects?overdue=yes&zone=aqtobe`);
    const rows = await page.locator('tbody tr').count();
    const href = await page.locator('a', { hasText: 'XLSX' }).getAttribute('href');
    const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const book = await fetch(host.endpoints.site + (href ?? ''), { headers: { cookie: cookies } });
    const [sheet] = await readXlsxFile(Buffer.from(await book.arrayBuffer()));
    expect(sheet?.data[0]?.slice(0, 2)).toEqual(['Company', 'Number']);
    expect(sheet?.data).toHaveLength(rows + 1);
    expect(sheet?.data[1]?.some((cell) => cell instanceof Date)).toBe(true);
  });

  it.each(['en', 'kk', 'ru'])('prints the first screen whole on the first sheet of A4, in %s', async (language) => {
    const page = await signedIn('leadership', { width: 1280 });
    for (const view of ['', '&zone=aqtobe']) {
      await page.goto(`${host.endpoints.site}/region?lang=${language}${view}`);
      const first = await page
        .locator('.tiles a, .wall a')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      expect(first.length).toBeGreaterThan(20);
      const sheets = linksOfSheets(await page.pdf({ format: 'A4', margin: sheetMargin }));
      expect(first.filter((href) => !sheets[0]?.includes(href))).toEqual([]);
      expect(sheets.length).toBeLessThan(6);
    }
  });

  it('hangs on a wall with nothing but itself', async () => {
    const page = await signedIn('leadership', { width: 1920 });
    await page.goto(`${host.endpoints.site}/region?view=screen&zone=aqtobe`);
    expect(await page.locator('header, footer, .languages').count()).toBe(0);
    expect(await page.locator('.tiles').count()).toBe(1);
  });

  it('comes from a list to the project itself', async () => {
    const page = await signedIn('leadership');
    await page.goto(`${host.endpoints.site}/region/projects?stage=expertise`);
    await page.click('tbody a');
    expect(page.url()).toContain('/office/projects/');
    expect(await page.textContent('main')).toContain('Tested Plant');
  });

  it('looks at one zone', async () => {
    const page = await signedIn('leadership');
    await page.click('.choice a[href="/region?zone=kokand"]');
    expect((await cellsOf(page, 'Projects by stage')).reduce((sum, row) => sum + Number(row[1]), 0)).toBe(1);
    expect(await page.locator('caption', { hasText: 'Zones compared' }).count()).toBe(0);
  });

  it('takes the figures away, for Excel with Russian settings, without a formula', async () => {
    const page = await signedIn('leadership');
    const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const fetched = async (path: string) => fetch(host.endpoints.site + path, { headers: { cookie: cookies } });
    const csv = await fetched('/region/figures.csv?lang=ru');
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="figures-[\d-]+-ru\.csv"$/);
    const bytes = new Uint8Array(await csv.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = new TextDecoder()
      .decode(bytes)
      .split('\r\n')
      .map((row) => row.split(';'));
    expect(rows.find((row) => row[1] === 'Технические условия')?.slice(2, 4)).toEqual(['2', '2']);
    const head = rows.find((row) => row[0] === 'Зона');
    const dollars = head?.indexOf('Сумма, USD') ?? -1;
    expect(rows.find((row) => row[1]?.startsWith('Экспертиза'))?.[dollars]).toBe('5000000');
    const book = await fetched('/region/figures.xlsx');
    expect(book.headers.get('content-type')).toContain('spreadsheetml');
    const sheets = await readXlsxFile(Buffer.from(await book.arrayBuffer()));
    expect(sheets.length).toBeGreaterThan(8);
    expect(sheets[0]?.sheet).toBe('Projects by stage');
  });
});

describe('who may look', () => {
  const paths = ['/region', '/region/projects', '/region/projects.xlsx', '/region/figures.csv', '/region/figures.xlsx'];

  it.each(paths)('%s: nobody without a session', async (path) => {
    const reply = await fetch(host.endpoints.site + path, { redirect: 'manual' });
    expect([reply.status, reply.headers.get('location')?.startsWith('/sign-in?to=')]).toEqual([303, true]);
  });

  it.each(paths)('%s: another zone does not exist for an officer of Turkistan', async (path) => {
    const page = await signedIn('officer-turkistan');
    const reply = await page
      .context()
      .request.get(`${host.endpoints.site}${path}?zone=aqtobe`, {
        headers: { cookie: (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ') },
      });
    expect(reply.status()).toBe(404);
  });

  it('what no figure leads to is not there', async () => {
    const page = await signedIn('leadership');
    for (const query of [
      'stage=nonsense',
      'holder=constructor',
      'start=2026-9',
      'zone=nowhere',
      'sector=gold',
      'forum=<b>',
      'sector=food&standing=gone',
      'overdue=yes&stage=gone',
      'month=2026-13&what=received',
      'refused=expertise&why=office.nothing',
    ]) {
      expect((await page.goto(`${host.endpoints.site}/region/projects?${query}`))?.status(), query).toBe(404);
    }
  });

  it('anybody sees figures, on the page and as files, and nothing of one company', async () => {
    const page = await openPage(browser, { width: 1280 });
    await page.goto(`${host.endpoints.site}/figures`);
    const text = (await page.textContent('main')) ?? '';
    expect(text).toMatch(/As of \d+ \w+ \d{4}, \d\d:\d\d/);
    expect(text).toMatch(/Projects in progress5/);
    // The one plant in dollars, the one zone and the sectors of one plant stand with others or not at all.
    expect(text).toMatch(/₸/);
    expect(text).not.toMatch(/Tested Plant|HYPERLINK|\$|example/);
    expect((await cellsOf(page, 'By zone')).map(([zone, count]) => [zone, count])).toEqual([
      [expect.stringMatching(/Aqtöbe.*, .*Kokand/), '5'],
    ]);
    const csv = await (await page.request.get(`${host.endpoints.site}/figures.csv?lang=en`)).text();
    expect(csv).toContain('Projects in progress,5,');
    expect(csv).not.toMatch(/USD|Tested Plant|HYPERLINK/);
    const xlsx = await page.request.get(`${host.endpoints.site}/figures.xlsx?lang=en`);
    const sheets = await readXlsxFile(await xlsx.body());
    expect(sheets[0]?.data[1]?.slice(0, 2)).toEqual(['Projects in progress', 5]);
  });
});
