import { fileURLToPath } from 'node:url';
import { type Measured, measure } from './measure.ts';

/** `npm run -s house [FOLDER]`: how large the house is, and how far its concepts are spread. */
const { rooms, whole, concepts } = measure(process.argv[2] ?? fileURLToPath(new URL('../../', import.meta.url)), {
  documents: /document/,
  obstacles: /obstacle/,
  digests: /digest/,
});

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |\n`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  row(head) + row(head.map(() => '---')) + rows.map(row).join('');
const cells = ({
  files,
  medianLines,
  ninetiethLines,
  short,
  importedOnce,
  comments,
  sourceLines,
  testLines,
}: Measured): readonly (string | number)[] => [
  files,
  medianLines,
  ninetiethLines,
  short,
  importedOnce,
  `${(comments * 100).toFixed(1)} %`,
  sourceLines,
  testLines,
];

process.stdout.write(
  table(
    [
      'room',
      'files',
      'median lines',
      '90th percentile',
      'of at most 40 lines',
      'imported once',
      'comments',
      'source lines',
      'test lines',
    ],
    [...[...rooms].map(([room, of]) => [room, ...cells(of)]), ['all', ...cells(whole)]],
  ),
);
process.stdout.write(
  `\n${table(
    ['concept', 'files', 'folders'],
    concepts.map(({ name, files, folders }) => [name, files, folders]),
  )}`,
);
