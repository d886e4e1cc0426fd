import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const constant = /^const (_\w+) = ("[^"\\]*");$/gm;
const computedKey = /(?<=[{,]\s*)\[(_\w+)\]:/g;

/**
 * The SDK's schemas write an operation's HTTP traits as `{ [_name]: … }`. Such a key might have a side effect, so esbuild
 * keeps the object, the operation and all it names: every one of SES's (48 KiB). The names are string constants of the same
 * file; written out they let esbuild drop what nobody calls.
 */
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
