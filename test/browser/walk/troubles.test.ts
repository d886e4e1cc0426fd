import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { sharedBrowser, type SharedBrowser } from '../browser.ts';
import { mailboxOf, type Mailbox } from './mailbox.ts';
import { personOf } from './person.ts';
import { told, troubledProjects, troubles, type Troubled } from './troubles.ts';
import { watchOver } from './watch.ts';

let host: TestHost;
let browser: SharedBrowser;
let mailbox: Mailbox;
let projects: readonly Troubled[];
beforeAll(async () => {
  [host, browser] = await Promise.all([openHost(), sharedBrowser()]);
  mailbox = await mailboxOf(host);
  projects = await troubledProjects(host, languages);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

describe.each(troubles)('an investor whose project is %s', (trouble) => {
  it.each(languages)(
    'hears it by email and reads on the page behind it what is true now and what follows, on a phone in %s',
    async (language) => {
      const { projectId } = projects.find((one) => one.trouble === trouble && one.language === language)!;
      const watch = watchOver(new URL(host.endpoints.site).origin);
      const person = await personOf(browser, watch, { scripts: true, width: 360, language, locale: 'en-GB' });
      const latest = (await host.mailOf(projectId)).findLast(({ to }) => to.startsWith('plant-'));
      expect(latest?.language).toBe(language);
      mailbox.belongs(latest?.to ?? '', person);
      await mailbox.openFor(latest?.to ?? '', () => []);
      const { says, never } = told[trouble](language);
      // Headings may be in capitals, lines may break.
      const read = (await person.reads()).replace(/\s+/g, ' ').toLowerCase();
      expect(says.filter((words) => !read.includes(words.toLowerCase()))).toEqual([]);
      expect(never.filter((words) => read.includes(words.toLowerCase()))).toEqual([]);
      expect(watch.troubles).toEqual([]);
      await person.page.context().close();
    },
  );
});
