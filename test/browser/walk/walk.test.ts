import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Language } from '#core/kernel/common.ts';
import { zones } from '#seeds/zones.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { sharedBrowser, type SharedBrowser } from '../browser.ts';
import type { WrittenLetter } from './investor.ts';
import { mailboxOf } from './mailbox.ts';
import { playOf } from './steps.ts';
import {
  constructionStart,
  contractAndLand,
  councilApproval,
  designDocumentation,
  expertise,
  letterOfIntent,
  technicalConditions,
} from './scenarios.ts';
import { watchOver } from './watch.ts';

let host: TestHost;
let browser: SharedBrowser;
beforeAll(async () => {
  [host, browser] = await Promise.all([openHost(), sharedBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

interface Run {
  readonly name: string;
  readonly scripts: boolean;
  readonly width: number;
  readonly language: Language;
  readonly zoneId: string;
  readonly company: Pick<WrittenLetter, 'country' | 'name' | 'number' | 'currency'>;
}

const runs: readonly Run[] = [
  {
    name: 'with scripts, at a desk',
    scripts: true,
    width: 1280,
    language: 'en',
    zoneId: 'aqtobe',
    company: { country: 'KZ', name: 'Slab Works LLP', number: '251240009876', currency: 'KZT' },
  },
  {
    name: 'without a script',
    scripts: false,
    width: 1280,
    language: 'uz-cyrl',
    zoneId: 'kokand',
    company: { country: 'UZ', name: 'Плита заводи МЧЖ', number: '300400500', currency: 'UZS' },
  },
  {
    name: 'in Kazakh on a phone',
    scripts: true,
    width: 360,
    language: 'kk',
    zoneId: 'aqtobe',
    company: { country: 'KZ', name: 'Тақта зауыты ЖШС', number: '251240001234', currency: 'KZT' },
  },
];

it.each(runs)(
  'one letter goes through all seven stages by pages and emails: $name',
  async ({ scripts, width, language, zoneId, company }) => {
    const { site, issuer } = host.endpoints;
    const watch = watchOver(new URL(site).origin, new URL(issuer).origin);
    const mailbox = await mailboxOf(host);
    const email = `${language}.${String(width)}@investor.example.org`;
    const play = await playOf(host, {
      browser,
      watch,
      mailbox,
      site,
      scripts,
      width,
      zoneId,
      investorsLanguage: language,
      investorsEmail: email,
    });
    const zone = zones.find((one) => one.zoneId === zoneId)?.names[language] ?? '';

    const number = await letterOfIntent(play, site, { ...company, zone, email });
    await councilApproval(play, number);
    await contractAndLand(play);
    await technicalConditions(play, number);
    await designDocumentation(play);
    await expertise(play);
    await constructionStart(play);

    await mailbox.readTheRest();
    expect(watch.troubles).toEqual([]);
    expect(mailbox.opened()).toBeGreaterThan(30);
    expect(watch.looked()).toBeGreaterThan(100);
  },
);
