import { registerHooks } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import type { Views } from './protocol.ts';

/** Every view as JavaScript, by its URL. One run for all of them: a run costs some 30 ms, however few files. */
function compileViews({ root, patterns }: Views): ReadonlyMap<string, string> {
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: [...patterns],
    outdir: '.',
    outbase: '.',
    bundle: false,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'node24',
    charset: 'utf8',
    sourcemap: 'inline',
    logLevel: 'silent',
  });
  const sources = new Map(outputFiles.map(({ path, text }) => [relative(root, path), text]));
  return new Map(Object.entries(metafile.outputs).flatMap(([output, { entryPoint }]) =>
    (entryPoint === undefined ? [] : [[pathToFileURL(join(root, entryPoint)).href, sources.get(output) ?? '']])));
}

/** Lets this thread import `.tsx`: Node strips types by itself, but knows no JSX. */
export function registerTsx(where: Views): void {
  let views: ReadonlyMap<string, string> | undefined;
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.endsWith('.tsx')) return nextLoad(url, context);
      views ??= compileViews(where);
      const source = views.get(url);
      if (source === undefined) throw new Error(`${url} is none of ${where.patterns.join(', ')}`);
      return { format: 'module', source, shortCircuit: true };
    },
  });
}
