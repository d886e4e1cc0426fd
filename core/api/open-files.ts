import { milestoneColumns } from '../open-data/open-data.ts';

/** A file that anybody takes: no operation of the JSON API, and described beside them. Examples are short ones of their kind. */
export interface OpenFile {
  readonly path: string;
  readonly summary: string;
  readonly type: string;
  readonly example: unknown;
  /** Parameters of the path, with an example of each. */
  readonly params?: Readonly<Record<string, string>>;
}

const row = [
  'aqtobe-l-3/energised',
  'aqtobe',
  'Power line L-3',
  'energised',
  '2025-11-20',
  '2026-02-27',
  '',
  'late',
  '99',
  'The transformer came late',
];
const csv = `${milestoneColumns.join(',')}\r\n${row.join(',')}\r\n`;

export const openFileOperations = {
  readOpenDataCatalogue: {
    path: '/open-data/catalog.jsonld',
    summary: 'Catalogue of the open data in DCAT: a dataset for each file, with its licence, date, size and address',
    type: 'application/ld+json',
    example: {
      '@type': 'dcat:Catalog',
      'dcat:dataset': [{ '@type': 'dcat:Dataset', 'dct:identifier': 'projects.csv' }],
    },
  },
  readOpenMilestones: {
    path: '/open-data/projects.csv',
    summary:
      'Milestones of public timetables and utility lines: baseline, target, actual and why one was missed; the columns are described by /open-data/projects.schema.json',
    type: 'text/csv',
    example: csv,
  },
  readOpenLines: {
    path: '/open-data/lines.oc4ids.json',
    summary: 'Utility lines of the zones as an OC4IDS project package',
    type: 'application/json',
    example: {
      uri: 'https://zone.example.org/open-data/lines.oc4ids.json',
      publishedDate: '2025-12-12T00:00:00Z',
      version: '0.9',
      publisher: { name: 'zone.example.org', uri: 'https://zone.example.org' },
      license: 'https://creativecommons.org/licenses/by/4.0/',
      projects: [
        {
          id: 'aqtobe-l-3',
          title: 'Power line L-3',
          status: 'implementation',
          sector: ['energy'],
          type: 'construction',
          period: { endDate: '2026-02-27T00:00:00Z' },
          milestones: [
            {
              id: 'energised',
              title: 'energised',
              dueDate: '2025-11-20T00:00:00Z',
              description: 'The transformer came late',
              status: 'notMet',
            },
          ],
        },
      ],
    },
  },
  readOpenDataOfNight: {
    path: '/open-data/{night}/{file}',
    summary:
      'A file as one night kept it: the night’s date, or latest for the last one; what a date names never changes',
    type: 'text/csv',
    params: { night: 'latest', file: 'projects.csv' },
    example: csv,
  },
} as const satisfies Readonly<Record<string, OpenFile>>;
