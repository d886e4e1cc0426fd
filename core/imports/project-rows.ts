import * as z from 'zod/mini';
import { yearOf } from '../calendar/local-date.ts';
import { Contract } from '../docket/docket-facts.ts';
import { currencies, DateText, languages, utilities, type Language } from '../kernel/common.ts';
import { financingSources, PaperLetter } from '../letter/letter-of-intent.ts';
import { sectors } from '../letter/sector.ts';
import { unreachable } from '../figures/reached.ts';
import { attempts } from '../project/change-project.ts';
import { takeOverTogether } from '../project/take-over-project.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { StageName } from '../stages/decision.ts';
import { utilityUnits } from '../stages/need-of.ts';
import { stageIds } from '../stages/stage-id.ts';
import { letterTexts } from '../texts/areas/letter.ts';
import { sectorTexts } from '../texts/areas/sectors.ts';
import { languageNames, textsOf } from '../texts/index.ts';
import { plainWord, type Cells, type RowIssue } from './cells.ts';
import { changeLetter, differing } from './letter-changes.ts';
import type { ImportRow, Serials } from './import.ts';
import { calledBy, eachOf, type Compared, type KindPorts, type KindRules, type Writing } from './kinds.ts';

const ProjectRow = z.object({
  letter: PaperLetter,
  stage: StageName,
  receivedOn: DateText,
  contract: z.optional(Contract),
  inLanguage: z.optional(z.literal(true)),
  /** By what it is known when it comes again: its number before, else its company and the day of its letter. */
  key: z.string(),
  /** Where it is there already and its letter is to be changed. */
  projectId: z.optional(z.string()),
});
type ProjectRow = z.infer<typeof ProjectRow>;

const named = {
  sector: () => calledBy(sectors, sectorTexts),
  stage: () => calledBy(stageIds, (language) => textsOf(language).stages),
  financing: () => calledBy(financingSources, (language) => letterTexts(language).financing),
  country: () => calledBy(['KZ', 'UZ'] as const, (language) => letterTexts(language).countries),
  language: () => calledBy(languages, () => languageNames),
  currency: () => new Map(currencies.map((one) => [plainWord(one), one])),
};

/** Which column shows what is wrong with a part of the letter. */
const columns: Readonly<Record<string, string>> = {
  'letter.company': 'companyNumber',
  'letter.company.name': 'company',
  'letter.company.number': 'companyNumber',
  'letter.company.registeredIn': 'country',
  'letter.contact.name': 'contact',
  'letter.contact.email': 'email',
  'letter.contact.phone': 'phone',
  'letter.contact.language': 'language',
  'letter.investment.amountMinor': 'worth',
  'letter.investment.currency': 'currency',
  'letter.landHectares': 'hectares',
  'contract.number': 'contractNumber',
  'contract.date': 'contractDate',
  'contract.until': 'contractUntil',
  receivedOn: 'received',
};
const columnOf = (path: string): string => {
  const [, utility] = /^letter\.utilities\.(\w+)/.exec(path) ?? [];
  return utility === undefined ? (columns[path] ?? path.replace(/^(letter|contract)\./, '')) : `needs.${utility}`;
};

function companyOf(cells: Cells, { zone }: ZoneContext, countries: ReturnType<typeof named.country>): unknown {
  const text = cells.text('country');
  const known = text === undefined ? zone.country : countries.get(plainWord(text));
  return {
    name: cells.text('company'),
    number: cells.text('companyNumber'),
    ...(known === undefined ? { country: 'other', registeredIn: text?.toUpperCase() } : { country: known }),
  };
}

const needsOf = (cells: Cells): unknown =>
  Object.fromEntries(
    utilities.flatMap((utility) => {
      const amount = cells.number(`needs.${utility}`);
      return amount === undefined || amount === 0 ? [] : [[utility, { [utilityUnits[utility]]: amount }]];
    }),
  );

function contractOf(cells: Cells): unknown {
  if (!['contractNumber', 'contractDate', 'contractUntil', 'startBy'].some((field) => cells.has(field)))
    return undefined;
  const [date, until, startBy] = (['contractDate', 'contractUntil', 'startBy'] as const).map((field) =>
    cells.day(field),
  );
  return { number: cells.text('contractNumber'), date, until, startBy, from: date };
}

const read: KindRules['read'] = ({ rows, zoneOf }) => {
  const seen = new Set<string>();
  const [sector, stage, financing, country, language, currency] = [
    named.sector(),
    named.stage(),
    named.financing(),
    named.country(),
    named.language(),
    named.currency(),
  ];
  return rows.flatMap((cells): ImportRow[] => {
    const context = zoneOf(cells);
    if (context === undefined) return [];
    const receivedOn = cells.day('received');
    const inZone: Language = context.zone.language;
    const contact = {
      name: cells.text('contact'),
      email: cells.text('email'),
      phone: cells.text('phone'),
      language: cells.one('language', language) ?? inZone,
    };
    const contract = contractOf(cells);
    const number = cells.text('number');
    const value = {
      letter: {
        zoneId: context.zone.zoneId,
        company: companyOf(cells, context, country),
        contact: Object.fromEntries(Object.entries(contact).filter(([, one]) => one !== undefined)),
        production: cells.text('production'),
        sector: cells.one('sector', sector),
        investment: { amountMinor: cells.minor('worth'), currency: cells.one('currency', currency) },
        jobs: cells.number('jobs'),
        exportShare: cells.number('exportShare'),
        landHectares: cells.number('hectares'),
        utilities: needsOf(cells),
        wantedStart: cells.day('wantedStart'),
        financing: cells.one('financing', financing),
        ...(cells.has('forum') && { forum: cells.text('forum') }),
        consent: true,
      },
      stage: cells.one('stage', stage),
      receivedOn,
      ...(contract !== undefined && { contract }),
      ...(cells.has('language') && { inLanguage: true }),
      key: number ?? `${cells.text('companyNumber') ?? ''}|${receivedOn ?? ''}`,
    };
    if (receivedOn !== undefined && receivedOn > today(context)) cells.wrong('received', 'in-future');
    const project = cells.isRight ? cells.fit(ProjectRow, value, columnOf) : undefined;
    if (project === undefined) return [];
    for (const { path, code } of unreachable(project.letter.contact, true)) cells.wrong(path, code);
    const forum = project.letter.forum;
    if (forum !== undefined && !context.zone.forums.some(({ forumId }) => forumId === forum))
      cells.wrong('forum', 'unknown-forum');
    const key = `${context.zone.zoneId}|${project.key}`;
    if (seen.has(key)) cells.wrong(number === undefined ? 'companyNumber' : 'number', 'twice');
    seen.add(key);
    return cells.isRight ? [{ row: cells.row, zoneId: context.zone.zoneId, value: project }] : [];
  });
};

const keyOf = ({ zoneId }: ImportRow, { key }: ProjectRow): string => `import|${zoneId}|${key}`;
const bodyOf = ({ key: _, projectId: _there, inLanguage: _said, ...body }: ProjectRow): string => JSON.stringify(body);

/** A row of a project that is there and was brought otherwise before. */
async function compareAgain(
  { projects }: KindPorts,
  row: ImportRow,
  projectId: string,
  issues: RowIssue[],
): Promise<readonly Compared[]> {
  const [aggregate, { letter, contact }] = await Promise.all([projects.load(projectId), projects.written(projectId)]);
  if (aggregate === undefined || letter === undefined) {
    issues.push({ row: row.row, column: 'company', code: 'on-its-page' });
    return [];
  }
  const project = row.value as ProjectRow;
  const found = differing(row.row, aggregate.project, { letter, contact }, project);
  issues.push(...found.issues);
  if (found.lawful.length > 0)
    return [{ row: { ...row, value: { ...project, projectId } }, standing: 'changed', changes: found.changes }];
  return found.issues.length > 0 ? [] : [{ row, standing: 'same' }];
}

const compare: KindRules['compare'] = async (ports, rows, issues) => {
  const { projects, ids } = ports;
  const hashes = rows.map((row) => ids.hash(keyOf(row, row.value as ProjectRow)));
  const known = await projects.known(hashes);
  const all = await eachOf([...rows.entries()], 16, async ([at, row]): Promise<readonly Compared[]> => {
    const found = known.get(hashes[at] ?? '');
    if (found === undefined) return [{ row, standing: 'new' }];
    if (found.bodyHash === ids.hash(bodyOf(row.value as ProjectRow))) return [{ row, standing: 'same' }];
    return compareAgain(ports, row, found.projectId, issues);
  });
  return all.flat();
};

const notWritten = ({ row }: ImportRow): RowIssue => ({ row, column: 'company', code: 'not-written' });

/** Of one part so many letters are changed, or runs are started, side by side. */
const sideBySide = 8;

type FullRow = ImportRow & { readonly project: ProjectRow; readonly keyHash: string };

/** One block of numbers for the rows of each zone and year, in the order of the file. */
async function takeNumbers(
  { projects }: KindPorts,
  rows: readonly FullRow[],
  reserve: Writing['reserve'],
): Promise<Serials> {
  const wanted = Map.groupBy(rows, ({ zoneId, project }) => `${String(yearOf(project.receivedOn))} ${zoneId}`);
  if (wanted.size === 0) return {};
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const blocks = await Promise.all(
      [...wanted].map(async ([place, some]) => {
        const [year, zoneId] = [Number(place.slice(0, 4)), place.slice(5)];
        const last = await projects.lastNumber(zoneId, year);
        return { zoneId, year, last, upTo: last + some.length, some };
      }),
    );
    const serials = Object.fromEntries(
      blocks.flatMap(({ last, some }) => some.map(({ row }, at) => [String(row), last + 1 + at])),
    );
    if (await reserve(serials, blocks)) return serials;
    await projects.giveWay(attempt);
  }
  throw new Error('Numbers are always taken, or the part has its own');
}

/** All that are not there yet; the run of each is started, also of those that were written when the part broke off. */
async function takeOverRows(
  ports: KindPorts,
  rows: readonly FullRow[],
  writing: Writing,
): Promise<readonly RowIssue[]> {
  const there = await ports.projects.known(rows.map(({ keyHash }) => keyHash));
  const missing = rows.filter(({ keyHash }) => !there.has(keyHash));
  const serials = writing.serials ?? (await takeNumbers(ports, missing, writing.reserve));
  const numbered = missing.flatMap((row) => {
    const serial = serials[row.row];
    return serial === undefined ? [] : [{ row, serial }];
  });
  const { by, now } = writing;
  const answers = await takeOverTogether(
    ports,
    numbered.map(({ row, serial }) => ({
      ...{ ...row.project, now },
      imported: { by, key: keyOf(row, row.project), body: bodyOf(row.project), serial },
    })),
  );
  const begun = [
    ...rows.flatMap(({ keyHash, project }) => {
      const found = there.get(keyHash);
      return found ? [{ projectId: found.projectId, stage: project.stage }] : [];
    }),
    ...numbered.flatMap(({ row: { project } }, at) => {
      const answer = answers[at];
      return answer?.ok ? [{ projectId: answer.value.projectId, stage: project.stage }] : [];
    }),
  ];
  await eachOf(begun, sideBySide, (one) => writing.start({ schemaVersion: 1, generation: 1, ...one }));
  return numbered.flatMap(({ row }, at) => (answers[at]?.ok ? [] : [notWritten(row)]));
}

/** Projects under way, as one takes them over by hand. Of what is there only the letter is changed, as far as nothing was decided upon it. */
export const projectRows: KindRules = {
  read,
  compare,
  write: async (ports, rows, writing) => {
    const all = rows.map((row): FullRow => {
      const project = ProjectRow.parse(row.value);
      return { ...row, project, keyHash: ports.ids.hash(keyOf(row, project)) };
    });
    const fresh = all.filter(({ project }) => project.projectId === undefined);
    const failed = await takeOverRows(ports, fresh, writing);
    const changed = await eachOf(all, sideBySide, async ({ project, ...row }) => {
      if (project.projectId === undefined) return [];
      return (await changeLetter(ports, project.projectId, project, writing)) ? [] : [notWritten(row)];
    });
    return [...failed, ...changed.flat()];
  },
  rowsAPart: 50,
  partsAtOnce: 2,
};
