import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readText, writeWhole } from '../../kit/files.ts';

/** Why no email leaves, and since when (real time, ISO 8601). */
export interface Hold {
  readonly because: string;
  readonly since: string;
}

const fileIn = (dataDir: string): string => join(dataDir, 'sending-held.json');

/** The hold of a data folder, a running host's too; `undefined` when emails leave. */
export function holdOf(dataDir: string): Hold | undefined {
  const text = readText(fileIn(dataDir));
  if (text === undefined) return undefined;
  const { because, since } = parse(text);
  return {
    because: typeof because === 'string' ? because : 'nobody knows why',
    since: typeof since === 'string' ? since : '',
  };
}

/** That the file is there holds; what stands in it only says why. */
function parse(text: string): { because?: unknown; since?: unknown } {
  try {
    return (JSON.parse(text) as { because?: unknown; since?: unknown } | null) ?? {};
  } catch {
    return {};
  }
}

/** From now on no email leaves; what is to be sent waits, in order, over restarts too. */
export const holdSending = (dataDir: string, because: string, now: Date): void =>
  writeWhole(fileIn(dataDir), `${JSON.stringify({ because, since: now.toISOString() })}\n`, { durable: true });

export const releaseSending = (dataDir: string): void => rmSync(fileIn(dataDir), { force: true });
