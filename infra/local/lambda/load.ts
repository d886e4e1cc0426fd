import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { LambdaHandler } from './runtime.ts';

/** Loads a function by its entry below the repository root; throws when the module exports no `handler`. */
export async function loadHandler(root: string, entry: string): Promise<LambdaHandler> {
  const module: unknown = await import(pathToFileURL(join(root, entry)).href);
  if (typeof module === 'object' && module !== null && 'handler' in module && typeof module.handler === 'function') return module.handler as LambdaHandler;
  throw new Error(`${entry} exports no handler.`);
}
