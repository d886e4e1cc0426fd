import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { writeDurably } from '../../kit/files.ts';
import { withoutBody } from './forget.ts';
import type { Draft, Email } from './message.ts';

export interface MailFolder {
  /** Keeps an email; resolves when it is on disk, also over a power cut. */
  keep(draft: Draft, at: number): Promise<Email>;
  read(id: string): Email | undefined;
  /** Ids after one, oldest first. */
  idsAfter(after: string | undefined): readonly string[];
  /** Keeps of an email that it was sent, not what it said. @param at when, ISO 8601 */
  forgetBody(id: string, at: string): Promise<void>;
  /** Oldest first; `after` leaves out an email and all before it, `last` keeps so many of the newest. */
  list(options?: { after?: string | undefined; last?: number }): Email[];
}

const nameOf = (id: string): string => `${id}.json`;

function emailIn(text: string): Email | undefined {
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null) return undefined;
    const { id, at, from, to, subject, text: words, tags } = found as Partial<Record<keyof Email, unknown>>;
    const isWhole =
      [id, at, from, to, subject, words].every((part) => typeof part === 'string') &&
      typeof tags === 'object' &&
      tags !== null;
    return isWhole ? (found as Email) : undefined;
  } catch {
    return undefined;
  }
}

/** Stands in the list for a file that is broken, so that the others can be read. */
const brokenEmail = (id: string, path: string): Email => ({
  id,
  messageId: '',
  at: statSync(path).mtime.toISOString(),
  from: '',
  to: '',
  tags: {},
  links: [],
  headers: [],
  broken: true,
  subject: 'This email cannot be read',
  text: `${path} is broken: put it back from a backup of this folder.`,
});

export function openMailFolder(folder: string): MailFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const ids = () =>
    readdirSync(folder)
      .flatMap((name) => /^(\d{9,})\.json$/.exec(name)?.[1] ?? [])
      .sort((a, b) => Number(a) - Number(b));
  let count = Number(ids().at(-1) ?? 0);
  let turn: Promise<unknown> = Promise.resolve();
  const read = (id: string): Email => {
    const path = join(folder, nameOf(id));
    return emailIn(readFileSync(path, 'utf8')) ?? brokenEmail(id, path);
  };
  return {
    keep(draft, at) {
      count += 1;
      const id = String(count).padStart(9, '0');
      const email: Email = { id, messageId: `0107${randomUUID()}-000000`, at: new Date(at).toISOString(), ...draft };
      // One after the other, so that none is on disk, or reported, before those sent earlier.
      const kept = turn.then(() => writeDurably(join(folder, nameOf(id)), JSON.stringify(email)));
      turn = kept.catch(() => undefined);
      return kept.then(() => email);
    },
    idsAfter: (after) => ids().filter((id) => after === undefined || Number(id) > Number(after)),
    forgetBody: (id, at) => writeDurably(join(folder, nameOf(id)), JSON.stringify(withoutBody(read(id), at))),
    read: (id) => (/^\d+$/.test(id) && Number(id) <= count && ids().includes(id) ? read(id) : undefined),
    list({ after, last } = {}) {
      const wanted = ids().filter((id) => after === undefined || Number(id) > Number(after));
      return (last === undefined ? wanted : wanted.slice(-last)).map(read);
    },
  };
}
