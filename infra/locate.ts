import { SourceMap, type SourceMapPayload } from 'node:module';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { deployed } from './bundling.ts';

/** `file`, `line` and `column` (both from 1) as a trace of the deployed commit prints them. Undefined: nothing of the source. */
export async function locate(entry: string, file: string, line: number, column: number): Promise<string | undefined> {
  const options = { ...deployed(entry, '.'), write: false, metafile: true } as const;
  const [plain, mapped] = await Promise.all([
    build(options),
    build({ ...options, sourcemap: 'external', sourcesContent: false }),
  ]);
  // A map changes the name of a file, but not what it is made of.
  const madeOf = ({ inputs }: { readonly inputs: object }): string => JSON.stringify(inputs);
  const meant = Object.entries(plain.metafile.outputs).find(([path]) => basename(path) === file)?.[1];
  const name = Object.entries(mapped.metafile.outputs).find(
    ([path, output]) => path.endsWith('.mjs') && meant !== undefined && madeOf(output) === madeOf(meant),
  )?.[0];
  const map = mapped.outputFiles.find(({ path }) => name !== undefined && basename(path) === `${basename(name)}.map`);
  if (!map) return undefined;
  const origin = new SourceMap(JSON.parse(map.text) as SourceMapPayload).findOrigin(line, column);
  return 'fileName' in origin
    ? `${origin.fileName}:${String(origin.lineNumber)}:${String(origin.columnNumber)}`
    : undefined;
}

/** `node infra/locate.ts functions/http/office.ts index.mjs:12:3456` */
async function main([entry, place = '']: readonly string[]): Promise<void> {
  const [, file, line, column] = /^(?:.*\/)?([\w.-]+):(\d+):(\d+)$/.exec(place) ?? [];
  if (entry === undefined || file === undefined) {
    process.stderr.write('Usage: node infra/locate.ts ENTRY FILE:LINE:COLUMN\n');
    process.exitCode = 2;
    return;
  }
  const found = await locate(entry, file, Number(line), Number(column));
  process.stdout.write(`${found ?? 'nothing of the source is there'}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2));
