import { registerHooks } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Every view of `web/` as JavaScript, by its URL. One run for all of them: a run costs some 30 ms, however few files. */
function compileViews(): ReadonlyMap<string, string> {
  const { outputFiles, metafile } = buildSync({
    absWorkingDir: root,
    entryPoints: ['web/**/*.tsx'],
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
    (entryPoint === undefined ? [] : [[new URL(`../../../${entryPoint}`, import.meta.url).href, sources.get(output) ?? '']])));
}

/** Lets this thread import `.tsx`: Node strips types by itself, but knows no JSX. */
export function registerTsx(): void {
  let views: ReadonlyMap<string, string> | undefined;
  registerHooks({
    load(url, context, nextLoad) {
      if (!url.endsWith('.tsx')) return nextLoad(url, context);
      views ??= compileViews();
      const source = views.get(url);
      if (source === undefined) throw new Error(`${url} is no view below web/`);
      return { format: 'module', source, shortCircuit: true };
    },
  });
}
