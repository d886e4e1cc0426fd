import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { languages, type Language } from '#core/kernel/common.ts';
import { hostClient, type Projects } from '#local/demo/host-client.ts';
import { startHostProcess, type HostProcess } from '../bench/host-process.ts';
import { hangMs, openBrowser } from '../browser/browser.ts';
import { draftUpTo } from '../browser/pages/letter-draft.ts';
import { troubledProjects } from '../browser/walk/troubles.ts';
import { openHost } from '../support/host.ts';

const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

/** What is seen of each page at first, in CSS pixels. */
const screens = { phone: { width: 360, height: 760 }, desktop: { width: 1280, height: 800 } } as const;

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly language: Language;
  /** Who is signed in; nobody without it. */
  readonly account?: string;
}

/** The main pages, each in the language of those who are likely to read it. Links are found in the mailbox, as their readers would. */
async function picturesOf({ endpoints }: HostProcess): Promise<readonly Picture[]> {
  const client = hostClient(endpoints);
  await client.settle();
  const emails = await client.emails();
  const linked = (to: string, kind: 't' | 'a'): string => {
    const link = emails
      .filter((email) => email.to.startsWith(to))
      .flatMap(({ links }) => links)
      .findLast((one) => one.includes(`/l/${kind}.`));
    if (link === undefined) throw new Error(`No email to ${to} has a link`);
    return new URL(link).pathname;
  };
  const {
    entries: [project],
  } = await client.asStaff<Projects>('officer-kokand', '/api/projects?zone=kokand&stage=technical-conditions&limit=1');
  const letter = await draftUpTo(endpoints.site, 'utilities');
  return [
    { name: 'start', path: '/', language: 'kk' },
    { name: 'letter', path: `${letter}/utilities`, language: 'ru' },
    { name: 'tracking', path: linked('investor-kokand', 't'), language: 'en' },
    { name: 'party', path: linked('gas.kokand', 'a'), language: 'uz' },
    { name: 'work-list', path: '/office', language: 'kk', account: 'officer' },
    {
      name: 'project',
      path: `/office/projects/${project?.projectId ?? ''}`,
      language: 'uz-cyrl',
      account: 'officer-kokand',
    },
    { name: 'overview', path: '/region', language: 'en', account: 'leadership-kokand' },
    { name: 'figures', path: '/figures', language: 'ru' },
  ];
}

async function take(browser: Browser, site: string, { name, path, language, account }: Picture): Promise<void> {
  for (const [screen, viewport] of Object.entries(screens)) {
    const context = await browser.newContext({ viewport });
    // No verdict hangs on speed.
    context.setDefaultTimeout(hangMs);
    const page = await context.newPage();
    if (account !== undefined) {
      await page.goto(`${site}/sign-in/start`);
      await page.locator(`[value="${account}"]`).first().click();
      await page.waitForURL(`${site}/**`);
    }
    await page.goto(`${site}${path}?lang=${language}`);
    await page.screenshot({ path: join(folder, `${name}-${screen}.png`) });
    await context.close();
  }
}

/** What investors see whose project is rejected, late, suspended, or refused its power line: the beginning of the page on a phone, where the walk ends up. */
async function takeTroubles(browser: Browser): Promise<void> {
  const world = await openHost();
  try {
    for (const { trouble, language, projectId } of await troubledProjects(world, languages)) {
      const email = (await world.mailOf(projectId)).findLast(
        ({ to, links }) => to.startsWith('plant-') && links.length > 0,
      );
      const page = await browser.newPage({ viewport: { width: 360, height: 1300 }, locale: 'en-GB' });
      await page.goto(email?.links[0] ?? '');
      await page.screenshot({ path: join(folder, `${trouble}-${language}.png`) });
      await page.close();
    }
  } finally {
    await world.close();
  }
}

// `npm run pictures`: the screenshots of the README and of docs/pictures, from a fresh demo host.
const [host, browser] = await Promise.all([startHostProcess(), openBrowser()]);
try {
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) if (old.endsWith('.png')) rmSync(join(folder, old));
  for (const picture of await picturesOf(host)) await take(browser, host.endpoints.site, picture);
  await takeTroubles(browser);
} finally {
  await browser.close();
  await host.stop();
}
