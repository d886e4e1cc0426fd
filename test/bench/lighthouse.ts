import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import lighthouse, { type Flags } from 'lighthouse';
import { hostClient } from '#local/demo/host-client.ts';
import { openBrowser } from '../browser/browser.ts';
import { draftUpTo } from '../browser/pages/letter-draft.ts';
import { figure, median, type Figure } from './figure.ts';
import { startHostProcess, type HostProcess } from './host-process.ts';

/** A busy machine slows one run down by chance: the middle one counts. */
const runs = 3;

interface Line {
  readonly name: string;
  readonly throttling: NonNullable<Flags['throttling']>;
  readonly performance: number;
}

/** Lighthouse's own mobile line, and the one of a village: 400 ms there and back, 400 kbit/s; a phone four times slower than this machine. */
const lines: readonly Line[] = [
  { name: 'slow 4G', throttling: { rttMs: 150, throughputKbps: 1638.4, cpuSlowdownMultiplier: 4 }, performance: 98 },
  { name: 'slow 3G', throttling: { rttMs: 400, throughputKbps: 400, cpuSlowdownMultiplier: 4 }, performance: 85 },
];

const accessibility = 100;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The pages of those who come on a slow line: the investor's and a party's, in Kazakh. */
async function pagesOf({ endpoints }: HostProcess): Promise<Readonly<Record<string, string>>> {
  const client = hostClient(endpoints);
  await client.settle();
  const emails = await client.emails();
  const linked = (start: string) =>
    emails.flatMap(({ links }) => links).findLast((link) => link.includes(`/l/${start}.`)) ?? '';
  const draft = endpoints.site + (await draftUpTo(endpoints.site));
  const pages = {
    start: `${endpoints.site}/`,
    'letter step': `${draft}/production`,
    check: `${draft}/check`,
    tracking: linked('t'),
    party: linked('a'),
  };
  return Object.fromEntries(Object.entries(pages).map(([name, url]) => [name, `${url}?lang=kk`]));
}

type Scores = Readonly<Record<'performance' | 'accessibility', number>>;

/** Points of one run, of 100. Rejects when the page could not be measured. */
async function scoresOf(url: string, port: number, { throttling }: Line): Promise<Scores> {
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'error',
    onlyCategories: ['performance', 'accessibility'],
    throttlingMethod: 'simulate',
    throttling,
    disableFullPageScreenshot: true,
  });
  if (!result || result.lhr.runtimeError)
    throw new Error(`${url}: ${result?.lhr.runtimeError?.message ?? 'nothing was measured'}`);
  const points = (category: keyof Scores) => Math.round((result.lhr.categories[category]?.score ?? 0) * 100);
  return { performance: points('performance'), accessibility: points('accessibility') };
}

async function measure(name: string, url: string, port: number, line: Line): Promise<readonly Figure[]> {
  const scores: Scores[] = [];
  for (let run = 0; run < runs; run += 1) scores.push(await scoresOf(url, port, line));
  const told = (what: keyof Scores, atLeast: number): Figure => ({
    ...figure(`lighthouse, ${name} on ${line.name}: ${what}`, median(scores.map((one) => one[what])), 'points'),
    atLeast,
  });
  return [told('performance', line.performance), told('accessibility', accessibility)];
}

/** What Lighthouse gives the pages that are opened on a phone. */
export async function benchLighthouse(): Promise<readonly Figure[]> {
  const port = await freePort();
  const [host, browser] = await Promise.all([
    startHostProcess(),
    openBrowser(`--remote-debugging-port=${String(port)}`),
  ]);
  try {
    const figures: Figure[] = [];
    for (const line of lines)
      for (const [name, url] of Object.entries(await pagesOf(host)))
        figures.push(...(await measure(name, url, port, line)));
    return figures;
  } finally {
    await browser.close();
    await host.stop();
  }
}
