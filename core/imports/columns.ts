import { languages, utilities, type Language } from '../kernel/common.ts';
import { deskTexts } from '../texts/areas/desk.ts';
import { frameTexts } from '../texts/areas/frame.ts';
import { importTexts } from '../texts/areas/imports.ts';
import { letterTexts } from '../texts/areas/letter.ts';
import { lineTexts } from '../texts/areas/lines.ts';
import { plotTexts } from '../texts/areas/plots.ts';
import { officeTexts } from '../texts/areas/office.ts';
import { showcaseTexts } from '../texts/areas/showcase.ts';
import { fill, languageNames } from '../texts/index.ts';
import { Cells, plainWord, type RowIssue } from './cells.ts';
import type { ImportCell, ImportRows } from './csv.ts';
import type { ImportKind } from './import.ts';

const needs = utilities.map((utility) => `needs.${utility}` as const);
const contract = ['contractNumber', 'contractDate', 'contractUntil', 'startBy'] as const;

/** Columns of each kind, in the order in which a page lists them. Those that are `needed` stand in every file of the kind. */
export const importColumns = {
  projects: {
    needed: [
      'company',
      'companyNumber',
      'contact',
      'production',
      'sector',
      'worth',
      'currency',
      'jobs',
      'exportShare',
      'hectares',
      'financing',
      'wantedStart',
      'stage',
      'received',
    ],
    more: ['number', 'zone', 'country', 'email', 'phone', 'language', 'forum', ...needs, ...contract],
  },
  milestones: { needed: ['project', 'milestone', 'baseline'], more: ['target', 'actual', 'reason', 'zone'] },
  lines: {
    needed: ['line'],
    more: [
      'zone',
      'utility',
      'name.kk',
      'name.ru',
      'name.en',
      'name.uz-cyrl',
      'builder',
      'capacity',
      'milestone',
      'baseline',
      'target',
      'actual',
      'responsible',
      'reason',
      'year',
      'currency',
      'allocated',
      'committed',
      'spent',
    ],
  },
  plots: {
    needed: ['hectares'],
    more: [
      'cadastre',
      'plot',
      'registered',
      'zone',
      'ownership',
      'price',
      'rentAYear',
      'currency',
      'state',
      'until',
      'from',
      'why',
      'utility',
      'distance',
      'spare',
      'point',
      'available',
      'asOf',
    ],
  },
  showcase: {
    needed: ['hs', 'buyerEmail'],
    more: [
      'item',
      'zone',
      ...languages.map((written) => `name.${written}` as const),
      ...languages.map((written) => `about.${written}` as const),
      'aYear',
      'unit',
      'price',
      'currency',
      'pricePublic',
      'buyer',
      'buyerLanguage',
      'orderAYear',
      'orderYears',
      'terms',
      'validUntil',
    ],
  },
} as const satisfies Readonly<
  Record<ImportKind, { readonly needed: readonly string[]; readonly more: readonly string[] }>
>;

export const columnsOf = (kind: ImportKind): readonly string[] => [
  ...importColumns[kind].needed,
  ...importColumns[kind].more,
];

/** Of the showcase alone. */
function namesOfParts(language: Language): Readonly<Record<string, readonly string[]>> {
  const shown = showcaseTexts(language);
  const own = importTexts(language).columns;
  return {
    name: [shown.name],
    item: [own.item],
    hs: [shown.hs],
    aYear: [shown.aYear],
    unit: [shown.unit],
    pricePublic: [shown.pricePublicYes],
    buyer: [shown.buyer],
    buyerEmail: [own.buyerEmail],
    buyerLanguage: [shown.buyerLanguage],
    orderAYear: [shown.orderAYear],
    orderYears: [shown.orderYears],
    terms: [shown.terms],
    validUntil: [shown.until],
  };
}

/** All that a column may be called in a language, what we call it first. */
function namesOf(language: Language): Readonly<Record<string, readonly string[]>> {
  const { columns } = deskTexts(language);
  const frame = frameTexts(language);
  const { labels, needs: amounts } = letterTexts(language);
  const { project } = officeTexts(language);
  const lines = lineTexts(language);
  const plots = plotTexts(language);
  const shown = showcaseTexts(language);
  const own = importTexts(language).columns;
  return {
    company: [columns.company, labels.name],
    companyNumber: [frame.companyNumber, labels.number],
    country: [labels.registeredIn],
    contact: [frame.contact],
    email: [labels.email],
    phone: [frame.phone, labels.phone],
    language: [labels.language],
    production: [project.production, labels.production],
    sector: [labels.sector, project.sector],
    worth: [labels.investment, columns.worth],
    currency: [frame.currency, lines.currency],
    jobs: [project.jobs, columns.jobs, labels.jobs],
    exportShare: [labels.exportShare, project.exportShare],
    hectares: [labels.landHectares, project.land, plots.size, plots.hectares],
    wantedStart: [project.wantedStart, labels.wantedStart],
    financing: [labels.financing],
    stage: [project.stage],
    received: [columns.received, project.receivedOn],
    forum: [labels.forum],
    number: [columns.number],
    zone: [labels.zoneId],
    ...Object.fromEntries(utilities.map((utility) => [`needs.${utility}`, [amounts[utility]]])),
    ...Object.fromEntries(contract.map((field) => [field, [own[field]]])),
    project: [own.project],
    milestone: [lines.milestone],
    baseline: [lines.baseline],
    target: [lines.expected, own.target],
    actual: [lines.actual],
    reason: [own.reason],
    line: [own.line, lines.code],
    utility: [own.utility],
    ...Object.fromEntries(
      languages.flatMap((written) => [
        [
          `name.${written}`,
          [fill(lines.nameIn, { language: languageNames[written] }), `${shown.name} (${languageNames[written]})`],
        ],
        [`about.${written}`, [`${shown.about} (${languageNames[written]})`]],
      ]),
    ),
    ...namesOfParts(language),
    builder: [lines.builder],
    capacity: [lines.capacity],
    responsible: [lines.responsible],
    cadastre: [plots.cadastre],
    plot: [plots.code, plots.plot],
    registered: [own.registered],
    ownership: [plots.ownership],
    price: [plots.price, shown.price],
    rentAYear: [plots.rentAYear],
    state: [plots.state],
    until: [plots.heldUntil],
    from: [plots.plannedFrom],
    why: [plots.why],
    distance: [plots.distance],
    spare: [plots.spare],
    point: [plots.point],
    available: [plots.from],
    asOf: [plots.asOf],
    year: [lines.year],
    allocated: [lines.allocated],
    committed: [lines.committed],
    spent: [lines.spent],
  };
}

/** What a column is called for a reader; a column that is none is the row as a whole. */
export const columnName = (language: Language, column: string): string => namesOf(language)[column]?.[0] ?? column;

/** Fields of a kind by all they may be called, in any of the languages. */
function fieldsByName(kind: ImportKind): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const own = columnsOf(kind);
  for (const field of own) known.set(plainWord(field), field);
  for (const language of languages) {
    const names = namesOf(language);
    for (const field of own)
      for (const name of names[field] ?? []) if (!known.has(plainWord(name))) known.set(plainWord(name), field);
  }
  return known;
}

export interface ImportTable {
  readonly rows: readonly Cells[];
  /** Columns of the file that mean nothing here. */
  readonly unknown: readonly string[];
}

/** Rows below a head by their fields. The head is looked for in the first rows: a title may stand above it. Columns that lack are noted. */
export function tableIn(kind: ImportKind, rows: ImportRows, issues: RowIssue[]): ImportTable {
  const known = fieldsByName(kind);
  const fieldOf = (cell: ImportCell): string | undefined =>
    typeof cell === 'string' ? known.get(plainWord(cell)) : undefined;
  const counts = rows.slice(0, 5).map((row) => row.filter((cell) => fieldOf(cell) !== undefined).length);
  const head = Math.max(0, counts.indexOf(Math.max(...counts)));
  const fields = (rows[head] ?? []).map(fieldOf);
  const lacking = importColumns[kind].needed.filter((field) => !fields.includes(field));
  for (const column of lacking) issues.push({ row: head + 1, column, code: 'no-column' });
  const twice = fields.filter((field, at) => field !== undefined && fields.indexOf(field) !== at);
  for (const column of new Set(twice)) issues.push({ row: head + 1, column: column ?? '', code: 'column-twice' });
  if (lacking.length + twice.length > 0) return { rows: [], unknown: [] };
  const unknown = (rows[head] ?? []).flatMap((cell, at) =>
    fields[at] === undefined && typeof cell === 'string' && cell.trim() !== '' ? [cell.trim().slice(0, 60)] : [],
  );
  const read = rows.slice(head + 1).flatMap((row, at) => {
    const cells = new Map(
      row.flatMap((cell, place) => {
        const field = fields[place];
        return field === undefined || (typeof cell === 'string' && cell.trim() === '') ? [] : [[field, cell] as const];
      }),
    );
    return cells.size === 0 ? [] : [new Cells(head + 2 + at, cells, issues)];
  });
  return { rows: read, unknown };
}
