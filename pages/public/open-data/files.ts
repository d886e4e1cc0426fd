import { createHash } from 'node:crypto';
import { languages } from '#core/kernel/common.ts';
import { fewest } from '#core/figures/public-figures.ts';
import { companyColumns, type CompanyRow } from '#core/open-data/companies.ts';
import type { NightFile } from '#core/open-data/night-ports.ts';
import {
  countColumns,
  linePackage,
  milestoneColumns,
  milestoneSchema,
  type OpenData,
} from '#core/open-data/open-data.ts';
import { publicTexts, type PublicTexts } from '#core/texts/areas/public.ts';
import { fill, languageTags } from '#core/texts/index.ts';
import { harmless } from '../../kit/csv.ts';
import { addressOf } from '#pages/routes.ts';

export const license = 'https://creativecommons.org/licenses/by/4.0/';

export interface OpenFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  readonly about: keyof PublicTexts['openData']['files'];
}

const cell = (text: string): string => {
  const safe = harmless(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** RFC 4180, UTF-8, the same for every reader. */
const csvOf = <Column extends string>(columns: readonly Column[], rows: readonly Readonly<Record<Column, string>>[]) =>
  [columns.join(','), ...rows.map((row) => columns.map((column) => cell(row[column])).join(','))]
    .map((line) => `${line}\r\n`)
    .join('');

const jsonOf = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;

export const pathOf = (name: string): string => addressOf('/open-data/{file}', { file: name });
export const nightPathOf = (night: string, name: string): string =>
  addressOf('/open-data/{night}/{file}', { night, file: name });

const csvType = 'text/csv; charset=utf-8';

/** Where files lie: those that stand now, or those of a night, which name each other. */
interface Place {
  readonly site: string;
  readonly pathOf: (name: string) => string;
}

const inAll = (say: (words: PublicTexts['openData']) => string) =>
  languages.map((language) => ({ '@language': languageTags[language], '@value': say(publicTexts(language).openData) }));

/** DCAT-AP in JSON-LD: one dataset for each file of data. */
function catalogOf(files: readonly OpenFile[], { day }: OpenData, { site, pathOf }: Place): object {
  const at = (path: string) => ({ '@id': `${site}${path}` });
  const modified = { '@type': 'xsd:date', '@value': day };
  const publisher = { '@id': site, '@type': 'foaf:Agent', 'foaf:name': new URL(site).host };
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    ...at(pathOf('catalog.jsonld')),
    '@type': 'dcat:Catalog',
    'dct:title': inAll(({ title }) => title),
    'dct:description': inAll(({ lead }) => fill(lead, { fewest })),
    'dct:publisher': publisher,
    'dct:license': { '@id': license },
    'dct:modified': modified,
    'foaf:homepage': at('/open-data'),
    'dcat:dataset': files.map(({ name, type, text, about }) => ({
      '@id': `${site}${pathOf(name)}#dataset`,
      '@type': 'dcat:Dataset',
      'dct:identifier': name,
      'dct:title': inAll(({ files: words }) => words[about]),
      'dct:description': inAll(({ files: words }) => words[about]),
      'dct:publisher': publisher,
      'dct:modified': modified,
      'dcat:distribution': {
        '@type': 'dcat:Distribution',
        'dcat:accessURL': at('/open-data'),
        'dcat:downloadURL': at(pathOf(name)),
        'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${type.split(';')[0] ?? type}` },
        'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(Buffer.byteLength(text)) },
        'dct:license': { '@id': license },
        ...(about === 'projects' && { 'dct:conformsTo': at(pathOf('projects.schema.json')) }),
      },
    })),
  };
}

/** Every file of a view; that of lines only where there are some. */
function filesAt(view: OpenData, place: Place, beside: readonly OpenFile[] = []): readonly OpenFile[] {
  const { site, pathOf } = place;
  const lines = linePackage(view, { uri: `${site}${pathOf('lines.oc4ids.json')}`, site, license });
  const data: readonly OpenFile[] = [
    { name: 'counts.csv', type: csvType, text: csvOf(countColumns, view.counts), about: 'counts' },
    { name: 'projects.csv', type: csvType, text: csvOf(milestoneColumns, view.milestones), about: 'projects' },
    ...(lines === undefined
      ? []
      : [{ name: 'lines.oc4ids.json', type: 'application/json', text: jsonOf(lines), about: 'lines' } as const]),
    ...beside,
  ];
  const schema = jsonOf(milestoneSchema(publicTexts('en').openData.columns));
  return [
    ...data,
    { name: 'projects.schema.json', type: 'application/schema+json', text: schema, about: 'schema' },
    {
      name: 'catalog.jsonld',
      type: 'application/ld+json',
      text: jsonOf(catalogOf(data, view, place)),
      about: 'catalog',
    },
  ];
}

/** Those that stand now, and companies that agreed: of these no night is kept, so that what is taken back is gone. */
export const openFiles = (view: OpenData, companies: readonly CompanyRow[], site: string): readonly OpenFile[] =>
  filesAt(view, { site, pathOf }, [
    { name: 'companies.csv', type: csvType, text: csvOf(companyColumns, companies), about: 'companies' },
  ]);

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The same as what is kept of a night: each names the others of that night. */
export const nightFiles = (
  view: OpenData,
  site: string,
): readonly { readonly file: NightFile; readonly text: string }[] =>
  filesAt(view, { site, pathOf: (name) => nightPathOf(view.day, name) }).map(({ name, type, text }) => ({
    file: { name, type, bytes: Buffer.byteLength(text), sha256: hashOf(text) },
    text,
  }));
