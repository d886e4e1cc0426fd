import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const constant = /^const (_\w+) = ("[^"\\]*");$/gm;
const computedKey = /(?<=[{,]\s*)\[(_\w+)\]:/g;

/** Written out, the keys of the SDK's schemas have no side effect: esbuild drops what nobody calls (48 KiB). */
export const plainSchemaKeys: Plugin = {
  name: 'plain-schema-keys',
  setup: ({ onLoad }) => {
    onLoad({ filter: /@aws-sdk\/client-[^/]+\/dist-es\/schemas\/schemas_\d+\.js$/ }, async ({ path }) => ({
      contents: withPlainKeys(await readFile(path, 'utf8')),
    }));
  },
};

function withPlainKeys(source: string): string {
  const values = new Map([...source.matchAll(constant)].map(([, name, value]) => [name, value]));
  return source.replace(computedKey, (key, name: string) => (values.has(name) ? `${String(values.get(name))}:` : key));
}
