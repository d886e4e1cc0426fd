import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);

/** The path of the DynamoDB engine's binary, or `undefined` on a platform for which npm installed none (it is optional). */
export function engineBinary(): string | undefined {
  try {
    return join(dirname(resolve(`@dynoxide/${process.platform}-${process.arch}/package.json`)), 'dynoxide');
  } catch {
    return undefined;
  }
}
