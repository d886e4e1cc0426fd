import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import { LetterOfIntent } from '#core/letter/letter-of-intent.ts';
import type { StageId } from '#core/stages/stage-id.ts';
import { stageIds } from '#core/stages/stage-id.ts';
import { letterOf, openHost, type TestHost } from '#test/support/host.ts';
import { answer, holdOriginals, today } from '#test/support/walk.ts';
import { isApi, isPost } from '../authorisation/ask.ts';
import { gatherFixtures, isServed, type Fixtures } from '../authorisation/fixtures.ts';
import { stageOf, targetAt, targetOf, type Target, type Wanted } from '../authorisation/objects.ts';
import { persons, type Person } from '../authorisation/persons.ts';
import { rows, type Row } from '../authorisation/rows.ts';
import { hostileAnswer, hostileInputIn, evilLines, raw } from './hostile-inputs.ts';

let host: TestHost;
let crowd: Fixtures;
/** Projects of evil words: in each stage with everything answered so, and such as rows want them. */
const targets: (Wanted & { readonly isAnswered: boolean; readonly target: Target })[] = [];

const evilLetter = () => {
  const letter = letterOf();
  const { zoneId: _, ...rest } = hostileInputIn(letter, (body) => LetterOfIntent.safeParse(body).success);
  return { ...rest, contact: { ...rest.contact, email: letter.contact.email } };
};

/** Answers everything in the stage but the office's decision with evil words; a line is returned with them first. */
async function answerAll(projectId: string): Promise<void> {
  const reason = { reasonCode: 'other', reason: evilLines } as const;
  for (let count = 0; count < 20; count += 1) {
    const project = await host.project(projectId);
    const next = project.assignments.find(
      ({ state, kind }) => (state === 'open' || state === 'paused') && kind !== 'office-decision',
    );
    if (!next) return;
    const isFirst = count === 0 && next.kind === 'technical-condition';
    const { status, body } =
      next.kind === 'documents'
        ? await holdOriginals(host, project)
        : await answer(
            host,
            next,
            isFirst
              ? { outcome: 'returned', ...reason, daysToCure: 5 }
              : next.kind === 'cure'
                ? { outcome: 'done', facts: {}, note: evilLines }
                : hostileAnswer(next.kind, await today(host)),
          );
    if (status !== 200) throw new Error(`${next.kind}: ${JSON.stringify(body)}`);
    await host.settle();
  }
}

const fresh = (wanted: Wanted): Promise<Target> => targetAt(host, 'here', { ...wanted, link: 'draft' }, evilLetter());

async function answered(stage: StageId): Promise<Target> {
  const { projectId, draftId } = await fresh({ stage });
  await answerAll(projectId);
  return targetOf(await host.project(projectId), 'here', draftId);
}

/** A draft into which evil words were typed, right or wrong. */
async function fillDraft(target: Target): Promise<void> {
  for (const row of rows.filter(({ route, link }) => route === 'POST /letter/{draft}/{step}' && link === 'draft')) {
    for (const step of ['company', 'production', 'utilities', 'land', 'contact']) {
      const fields = Object.fromEntries(
        [
          'company.name',
          'company.number',
          'production',
          'investment.amount',
          'jobs',
          'utilities.power',
          'landHectares',
          'wantedStart',
          'contact.name',
          'contact.email',
          'contact.phone',
        ].map((name) => [name, evilLines]),
      );
      await crowd.visit({ ...row, params: { step }, body: () => fields }, 'investor', target);
    }
  }
}

beforeAll(async () => {
  host = await openHost();
  crowd = await gatherFixtures(host);
  for (const stage of stageIds) targets.push({ stage, isAnswered: true, target: await answered(stage) });
  const wanted = new Map(
    rows.map(({ stage = 'technical-conditions', obstacle }) => [
      [stage, obstacle].join(),
      { stage, ...(obstacle && { obstacle }) },
    ]),
  );
  for (const each of wanted.values()) targets.push({ ...each, isAnswered: false, target: await fresh(each) });
  for (const { target } of targets) await fillDraft(target);
});
afterAll(() => host.close());

/** Semicolons, but commas in English. */
const cellsOf = (sheet: string): readonly string[] =>
  sheet
    .split(/^.*\r\n("([^"]|"")*"|[^;,]*),/.test(sheet) ? /,|\r\n/ : /;|\r\n/)
    .map((cell) => cell.replace(/^\ufeff?"?/, ''));

/** The parts of a workbook as text. */
function unzipped(bytes: Buffer): string {
  const texts: string[] = [];
  for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 4)) {
    const [size, name, extra] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    texts.push(inflateRawSync(bytes.subarray(at + 30 + name + extra, at + 30 + name + extra + size)).toString('utf8'));
  }
  return texts.join('\n');
}

function expectHarmless(type: string, bytes: Buffer, where: string): void {
  const text = bytes.toString('utf8');
  if (type.startsWith('text/html'))
    expect(
      raw.exec(text)?.[0],
      `${where}: ${text.slice(Math.max(0, text.search(raw) - 200), text.search(raw) + 60)}`,
    ).toBeUndefined();
  else if (type.startsWith('text/csv'))
    for (const cell of cellsOf(text))
      expect(cell.replace(/^="+[\d\s.,:/+\-eE()]*"+$/, ''), where).not.toMatch(/^[=+@\t]|^-\D/);
  else if (type.includes('spreadsheet')) expect(unzipped(bytes), where).not.toMatch(/<f>|<zz|<script/);
  else if (type.startsWith('text/calendar'))
    expect(
      text.split('\r\n').every((line) => /^([A-Z-]+[:;]| |$)/.test(line) && !/^(BCC|ATTENDEE:=)/i.test(line)),
      where,
    ).toBe(true);
  else if (/json/.test(type)) JSON.parse(text);
  else expect(type, where).toMatch(/^(text\/plain|application\/(octet-stream|pdf)|image\/)|^$/);
}

/** Those whose pages differ: with an office's buttons, with words and contacts, without. */
const readers = (row: Row): readonly Person[] =>
  row.who === 'everybody'
    ? ['nobody']
    : (['investor', 'party', 'head', 'leadership', 'administrator'] as const).filter((one) =>
        isServed(row, one, 'here'),
      );
/** A list shows all of them, whichever is asked for. */
const namesOne = ({ route }: Row): boolean => /\{(?!utility|step|action|name)/.test(route);
const pages = rows.filter((row) => !isPost(row));

describe.each(pages.map((row) => ({ row, name: `${row.route} ${row.params ? JSON.stringify(row.params) : ''}` })))(
  '$name',
  ({ row }) => {
    it('shows words as words, to everybody, in every language', async () => {
      const asked = targets
        .filter(
          ({ stage, obstacle, isAnswered }) =>
            (row.stage === undefined || (row.stage === stage && !isAnswered)) && (!row.obstacle || obstacle),
        )
        .slice(0, namesOne(row) ? targets.length : 2);
      const shown = readers(row);
      // Each object to one reader after the other, and each reader at least twice: what they see differs by both, hardly by the pair.
      const visits = Array.from(
        { length: shown.length === 0 ? 0 : Math.max(asked.length, 2 * shown.length) },
        (_, at) => ({
          ...asked[at % asked.length],
          person: shown[(at + Math.floor(at / asked.length)) % shown.length],
          language: languages[at % languages.length] ?? 'en',
        }),
      );
      for (const { target, stage, person, language } of visits) {
        if (!target || !person) continue;
        const { headers, bytes } = await crowd.visit(row, person, target, { headers: { 'accept-language': language } });
        expectHarmless(headers.get('content-type') ?? '', bytes, `${row.route} ${String(stage)} ${person} ${language}`);
      }
    });
  },
);

/** Where a text is expected to be seen at all: else the test would look at empty pages. */
it('the words are there to be seen', async () => {
  const seen = async (route: string) => {
    const row = pages.find((one) => one.route === route);
    const texts = row
      ? await Promise.all(
          targets.map(
            async ({ target }) =>
              (await crowd.visit(row, row.route.includes('{link}') ? 'investor' : 'head', target)).text,
          ),
        )
      : [];
    return texts.join('').split('&lt;zz onload=').length - 1;
  };
  for (const route of [
    'GET /office',
    'GET /office/projects/{projectId}',
    'GET /office/projects/{projectId}/history',
    'GET /office/assignments/{assignmentId}',
    'GET /l/{link}',
    'GET /region/projects',
  ])
    expect(await seen(route), route).toBeGreaterThan(0);
});

/** Fields that take words in some form. */
const wordy = [
  'reason',
  'note',
  'conditions',
  'appeal',
  'production',
  'company.name',
  'company.number',
  'contact.name',
  'contact.email',
  'contact.phone',
  'designer',
  'capacity',
  'connectionPoint',
  'email',
  'number',
  'forum',
  'until',
  'to',
  'reviewOn',
  'target',
  'reasonCode',
  'outcome',
  'answer',
  'onBehalf.number',
  'key',
];

describe.each(
  rows
    .filter((row) => isPost(row) && !isApi(row))
    .map((row) => ({ row, name: `${row.route} ${row.params ? JSON.stringify(row.params) : ''}` })),
)('$name', ({ row }) => {
  it('shows again what was typed, as words', async () => {
    const standing = targets.find(
      ({ stage, obstacle, isAnswered }) => !isAnswered && stage === stageOf(row) && obstacle === row.obstacle,
    );
    const target = (!row.changes && standing?.target) || (await fresh(row));
    const good = row.body?.(target) ?? {};
    const isStaffs = row.route.includes('/office');
    const bodies = [
      ...Object.keys(good)
        .filter((name) => name !== 'step')
        .map((name) => ({ ...good, [name]: evilLines })),
      { ...good, ...Object.fromEntries(wordy.filter((name) => !(name in good)).map((name) => [name, evilLines])) },
      // Looked at once more before it is sent: what it says, and the emails that it would send.
      ...(isStaffs
        ? [
            {
              ...good,
              step: 'look',
              ...Object.fromEntries(['reason', 'note', 'conditions', 'appeal'].map((name) => [name, evilLines])),
            },
          ]
        : []),
    ];
    for (const body of bodies) {
      const person = persons.toReversed().find((one) => isServed(row, one, 'here')) ?? 'head';
      const { headers, bytes, location } = await crowd.visit({ ...row, body: () => body }, person, target);
      expectHarmless(headers.get('content-type') ?? '', bytes, `${row.route} ${JSON.stringify(body)}`);
      if (location !== null && !location.startsWith(host.endpoints.issuer)) expect(location).toMatch(/^\/(?!\/)/);
    }
  });
});

it('every email says words as words, and has no header of theirs', async () => {
  await host.settle();
  const emails = await host.mail();
  expect(emails.length).toBeGreaterThan(30);
  expect(emails.filter(({ html }) => html?.includes('&lt;zz onload=')).length).toBeGreaterThan(5);
  for (const { id, subject, html = '', to, replyTo = '' } of emails) {
    expect(raw.exec(html)?.[0], subject).toBeUndefined();
    expect([subject, to, replyTo].join(''), id).not.toMatch(/\p{Cc}/u);
    const shown = await (await fetch(`${host.endpoints.mailbox}/${id}`)).text();
    expect(raw.exec(shown)?.[0], `the mailbox, ${subject}`).toBeUndefined();
  }
});

it('a receipt quotes nothing of what a stranger typed', async () => {
  const { projectId } = await host.submit(evilLetter());
  await host.settle();
  const receipts = (await host.mailOf(projectId)).filter(({ notice }) => notice === 'receipt');
  expect(receipts.length).toBe(1);
  for (const { text, html = '', subject } of receipts) expect(text + html + subject).not.toContain('zz onload');
});
