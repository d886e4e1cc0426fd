import type { LocalDate } from '../calendar/local-date.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail } from '../kernel/result.ts';
import type { ForumChange, ForumRequest } from './forum-record.ts';
import type { ForumPorts, FoundForum } from './view-forum.ts';

export type Request<Action extends ForumRequest['action']> = Extract<ForumRequest, { action: Action }>;

/** What is written, and what the entry of the log is about. Nothing: it was done before. */
export type Made = Pick<ForumChange, 'guests' | 'promises' | 'plan' | 'rows'> & { readonly about: string };

export interface Acting extends FoundForum {
  readonly personId: string;
  readonly leads: boolean;
  readonly day: LocalDate;
  readonly now: number;
}

export const invalid = (path: string, code: string) => fail({ kind: 'invalid', issues: [{ path, code }] });

export const isColleague = async (ports: ForumPorts, { context }: FoundForum, personId: string): Promise<boolean> =>
  (await ports.reference.staff(context.zone)).some((one) => one.personId === personId);

/** The id of what is the same thing whenever it is said: a letter, and 20 characters of the hash of what it is known by. */
export const idOf = ({ ids }: Pick<Ports, 'ids'>, letter: string, known: readonly unknown[]): string =>
  letter +
  ids
    .hash(JSON.stringify(known))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 20);
