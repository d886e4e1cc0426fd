import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import type { Plugin } from 'esbuild';
import { inLatin } from '#core/texts/uzbek-latin.ts';

const written = /[\\/]core[\\/]texts[\\/](?:kk|ru|en|uz-cyrl)[\\/][\w-]+\.ts$/;
const byLanguage = /[\\/]core[\\/]texts[\\/]in-languages\.ts$/;
const reader = fileURLToPath(new URL('words-on-demand.ts', import.meta.url));

/** Words of an area in a language are a file beside the code, read when first asked for; so are the Uzbek ones in Latin letters. */
export const wordsApart: Plugin = {
  name: 'words-apart',
  setup: ({ esbuild, onLoad, onResolve }) => {
    const wordsIn = async (folder: string): Promise<Readonly<Record<string, unknown>>> => {
      const { outputFiles } = await esbuild.build({
        entryPoints: readdirSync(folder).map((file) => `${folder}/${file}`),
        bundle: true,
        write: false,
        outdir: folder,
        format: 'cjs',
        charset: 'utf8',
      });
      return Object.fromEntries(
        outputFiles.map(({ path, text }) => {
          const module = { exports: {} };
          runInNewContext(text, { module });
          return [basename(path, '.js'), Object.values(module.exports)[0]];
        }),
      );
    };
    const folders = new Map<string, ReturnType<typeof wordsIn>>();
    const wordsOf = async (source: string): Promise<unknown> => {
      const folder = dirname(source);
      const words = folders.get(folder) ?? wordsIn(folder);
      folders.set(folder, words);
      return (await words)[basename(source, '.ts')];
    };
    onLoad({ filter: byLanguage }, () => ({ contents: `export { inLanguages } from ${JSON.stringify(reader)};` }));
    onLoad({ filter: written }, ({ path }) => {
      const language = basename(dirname(path));
      const all = language === 'uz-cyrl' ? [language, 'uz'] : [language];
      const files = all.map((one, at) => `import file${String(at)} from 'words:${one}.${basename(path, '.ts')}.json';`);
      const byName = all.map((one, at) => `'${one}': file${String(at)}`);
      const name = language === 'uz-cyrl' ? 'uzCyrl' : language;
      return { contents: `${files.join('')}export const ${name} = { ${byName.join()} };`, pluginData: path };
    });
    onResolve({ filter: /^words:/ }, ({ path, pluginData }: { path: string; pluginData: unknown }) => ({
      path: path.slice('words:'.length),
      namespace: 'words',
      pluginData,
    }));
    onLoad({ filter: /^/, namespace: 'words' }, async ({ path, pluginData }) => {
      const words = await wordsOf(pluginData as string);
      return { contents: JSON.stringify(path.startsWith('uz.') ? inLatin(words) : words), loader: 'file' };
    });
  },
};
