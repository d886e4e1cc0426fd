import { createHash } from 'node:crypto';
import { buildSync } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { stylesheet } from './stylesheet.ts';

interface Asset {
  /** With a hash of its text, so that a browser may keep it for ever. */
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

const named = (stem: string, extension: string, type: string, text: string): Asset => ({
  name: `${stem}-${createHash('sha256').update(text).digest('hex').slice(0, 10)}.${extension}`,
  type: `${type}; charset=utf-8`,
  text,
});

function script(entry: string): string {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    target: ['chrome100', 'firefox100', 'safari15'],
    legalComments: 'none',
  });
  return outputFiles[0]?.text.trim() ?? '';
}

export const assets = (): {
  readonly style: Asset;
  readonly script: Asset;
  readonly upload: Asset;
  readonly list: Asset;
  readonly hall: Asset;
} => ({
  style: named('site', 'css', 'text/css', stylesheet()),
  script: named('site', 'js', 'text/javascript', script('pages/scripts/site.ts')),
  upload: named('upload', 'js', 'text/javascript', script('pages/scripts/upload.ts')),
  list: named('list', 'js', 'text/javascript', script('pages/scripts/list.ts')),
  hall: named('hall', 'js', 'text/javascript', script('pages/scripts/hall.ts')),
});

export function assetFiles(): Readonly<Record<string, string>> {
  const { style, script: code, upload, list, hall } = assets();
  const asText = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;
  return {
    'names.json': asText({
      style: style.name,
      script: code.name,
      upload: upload.name,
      list: list.name,
      hall: hall.name,
    }),
    'files.json': asText([style, code, upload, list, hall]),
  };
}
