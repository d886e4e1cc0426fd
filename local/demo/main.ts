import { randomUUID } from 'node:crypto';
import { examples } from '#core/api/examples.ts';
import { LetterOfIntent } from '#core/letter/letter-of-intent.ts';
import { textsOf } from '#core/texts/index.ts';
import { readEndpoints } from '../host/endpoints.ts';
import { countsAgree, eventsGapless, started } from './checks.ts';
import { hostClient, type HostClient, type Pipeline } from './host-client.ts';
import { walk, type WalkObserver } from './walk.ts';

const zone = 'aqtobe';
const staff = { officer: 'officer', head: 'head', viewer: 'leadership' } as const;
const { stages, endings } = textsOf('en');

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function timeline(): WalkObserver {
  let stage = '';
  return {
    did: (who, what, project) => {
      if (project.stage !== stage) print(`\n  ${stages[project.stage]}`);
      stage = project.stage;
      print(`    ${who.padEnd(28)} ${what}`);
    },
    emailed: ({ to, subject, language }) => {
      print(`      ✉ ${language.padEnd(7)} ${to.padEnd(36)} ${subject}`);
    },
  };
}

async function printPipeline(client: HostClient, when: string): Promise<void> {
  const {
    zones: [shown],
  } = await client.asStaff<Pipeline>(staff.viewer, `/api/pipeline?zone=${zone}`);
  print(`\nPipeline ${when}`);
  for (const { bucket, projects, jobs, investment } of shown?.buckets ?? []) {
    const worth = investment
      .map(({ amountMinor, currency }) => `${(amountMinor / 100).toLocaleString('en')} ${currency}`)
      .join(', ');
    const name = { ...stages, ...endings }[bucket];
    print(`  ${name.padEnd(52)} ${String(projects).padStart(3)} projects ${String(jobs).padStart(5)} jobs  ${worth}`);
  }
}

/** `npm run demo`: one new letter through all seven stages on the running host. Gives whether everything held. */
async function demo(): Promise<boolean> {
  const dataDir = process.env['DATA_DIR'] ?? '.local';
  const endpoints = readEndpoints(dataDir);
  if (endpoints === undefined)
    throw new Error(`No host has run on ${dataDir} yet: start one with "npm start", or set DATA_DIR.`);
  const client = hostClient(endpoints);
  await client.settle();
  await printPipeline(client, 'before');
  print('\nTimeline');
  const project = await walk({
    ...staff,
    client,
    letter: LetterOfIntent.parse(examples.letter),
    idempotencyKey: randomUUID(),
    observer: timeline(),
  });
  await client.settle();
  await printPipeline(client, 'after');
  const checks = [
    started(project),
    await eventsGapless(client, staff.officer, project),
    await countsAgree(client, staff.officer, staff.viewer, zone),
  ];
  print('\nChecked');
  for (const { name, holds, found } of checks) print(`  ${holds ? '✓' : '✗'} ${name}: ${found}`);
  return checks.every(({ holds }) => holds);
}

try {
  process.exitCode = (await demo()) ? 0 : 1;
} catch (error) {
  const refused = error instanceof TypeError && error.message === 'fetch failed';
  process.stderr.write(
    `${refused ? 'No host answers: start it with "npm start".' : error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
