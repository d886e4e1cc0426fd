import { SourceMap, type SourceMapPayload } from 'node:module';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundleOptions } from './bundling.ts';

/** `line` and `column` from 1, as a trace of the deployed commit prints them. Undefined: nothing of the source. */
export async function locate(entry: string, line: number, column: number): Promise<string | undefined> {
  const { outputFiles } = await build({
    ...bundleOptions,
    entryPoints: [entry],
    outfile: 'index.mjs',
    sourcemap: 'external',
    sourcesContent: false,
    write: false,
  });
  const map = outputFiles.find(({ path }) => path.endsWith('.map'));
  if (!map) return undefined;
  const origin = new SourceMap(JSON.parse(map.text) as SourceMapPayload).findOrigin(line, column);
  return 'fileName' in origin
    ? `${origin.fileName}:${String(origin.lineNumber)}:${String(origin.columnNumber)}`
    : undefined;
}

/** `node infra/locate.ts functions/http/office.ts 12:3456` */
async function main([entry, place = '']: readonly string[]): Promise<void> {
  const [line, column] = place.split(':').map(Number);
  if (!entry || !line || !column) {
    process.stderr.write('Usage: node infra/locate.ts ENTRY LINE:COLUMN\n');
    process.exitCode = 2;
    return;
  }
  process.stdout.write(`${(await locate(entry, line, column)) ?? 'nothing of the source is there'}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main(process.argv.slice(2));
