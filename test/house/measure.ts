import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** What is measured of a room of the house, or of all of it. Lines are lines that are not blank. */
export interface Measured {
  readonly files: number;
  readonly medianLines: number;
  readonly ninetiethLines: number;
  /** Files of at most 40 lines. */
  readonly short: number;
  /** Files that exactly one other source file imports. */
  readonly importedOnce: number;
  /** Part of the lines that are nothing but comment, 0 to 1. */
  readonly comments: number;
  readonly sourceLines: number;
  readonly testLines: number;
}

export interface Concept {
  readonly name: string;
  readonly files: number;
  readonly folders: number;
}

export interface House {
  readonly rooms: ReadonlyMap<string, Measured>;
  readonly whole: Measured;
  readonly concepts: readonly Concept[];
}

interface Source {
  /** Below the root, with slashes. */
  readonly path: string;
  readonly isTest: boolean;
  readonly lines: number;
  readonly comments: number;
  readonly imports: ReadonlySet<string>;
}

const leftOut = /^(node_modules|coverage|cdk\.out|\..*)$/;
const shortest = 40;

/** Measures every module in TypeScript below a folder. @param concepts by which the names of their files are known */
export function measure(root: string, concepts: Readonly<Record<string, RegExp>>): House {
  const all = pathsBelow(root, '').map((path) => read(root, path));
  const roomOf = ({ path }: Source): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '.');
  const importers = new Map<string, number>();
  for (const { imports, isTest } of all)
    if (!isTest) for (const path of imports) importers.set(path, (importers.get(path) ?? 0) + 1);
  const rooms = [...Map.groupBy(all, roomOf)].toSorted(([one], [other]) => one.localeCompare(other));
  return {
    rooms: new Map(rooms.map(([room, sources]) => [room, measured(sources, importers)])),
    whole: measured(all, importers),
    concepts: Object.entries(concepts).map(([name, pattern]) => {
      const found = all.filter(({ path, isTest }) => !isTest && pattern.test(posix.basename(path)));
      return { name, files: found.length, folders: new Set(found.map(({ path }) => dirname(path))).size };
    }),
  };
}

function pathsBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return leftOut.test(entry.name) ? [] : pathsBelow(root, path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function read(root: string, path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    path,
    isTest: /\.test\.tsx?$/.test(path) || path.startsWith('test/'),
    lines: lines.length,
    comments: commentsIn(lines),
    imports: importsIn(text, path),
  };
}

/** Lines that are nothing but comment. */
function commentsIn(lines: readonly string[]): number {
  let count = 0;
  let isInside = false;
  for (const line of lines) {
    if (!isInside && line.startsWith('//')) count += 1;
    else if (isInside || line.startsWith('/*')) {
      count += 1;
      isInside = !line.includes('*/');
    }
  }
  return count;
}

/** Paths of the modules of this house that a module names. */
function importsIn(text: string, path: string): ReadonlySet<string> {
  const named = [...text.matchAll(/(?:\bfrom |\bimport\(|^import )'([.#][^']+)'/gm)].map(
    ([, specifier = '']) => specifier,
  );
  return new Set(
    named.map((specifier) =>
      specifier.startsWith('#') ? specifier.slice(1) : posix.join(posix.dirname(path), specifier),
    ),
  );
}

function measured(all: readonly Source[], importers: ReadonlyMap<string, number>): Measured {
  const sources = all.filter(({ isTest }) => !isTest);
  const lengths = sources.map(({ lines }) => lines).toSorted((one, other) => one - other);
  const at = (part: number): number => lengths[Math.max(0, Math.ceil(part * lengths.length) - 1)] ?? 0;
  const sum = (some: readonly Source[], of: 'lines' | 'comments'): number =>
    some.reduce((total, source) => total + source[of], 0);
  const sourceLines = sum(sources, 'lines');
  return {
    files: sources.length,
    medianLines: at(0.5),
    ninetiethLines: at(0.9),
    short: lengths.filter((length) => length <= shortest).length,
    importedOnce: sources.filter(({ path }) => importers.get(path) === 1).length,
    comments: sourceLines === 0 ? 0 : sum(sources, 'comments') / sourceLines,
    sourceLines,
    testLines: sum(
      all.filter(({ isTest }) => isTest),
      'lines',
    ),
  };
}
