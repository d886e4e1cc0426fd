import type { DueWork } from '../../clock/timekeeper.ts';
import { readJson, writeWhole } from '../../kit/files.ts';
import type { MailFolder } from './mail-folder.ts';

interface Options {
  readonly mail: Pick<MailFolder, 'read' | 'idsAfter' | 'forgetBody'>;
  readonly file: string;
  readonly days: number;
  /** The host's clock, ms. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

const day = 86_400_000;

interface Seen {
  readonly day: number;
  readonly upTo?: string | undefined;
}

function seenIn(file: string): Seen | undefined {
  const saved = readJson(file);
  if (typeof saved !== 'object' || saved === null || !('day' in saved) || typeof saved.day !== 'number')
    return undefined;
  return { day: saved.day, upTo: 'upTo' in saved && typeof saved.upTo === 'string' ? saved.upTo : undefined };
}

/** At midnight UTC of the host's clock the words of emails taken or refused go, with their living links; facts stay. */
export function retention({ mail, file, days, now, onError }: Options): DueWork {
  const dayOf = (at: number) => Math.floor(at / day);
  let seen: Seen = seenIn(file) ?? { day: dayOf(now()) - 1 };
  const forget = async (id: string): Promise<boolean> => {
    try {
      const email = mail.read(id);
      if (email?.broken) throw new Error(`The email ${id} cannot be read: its words stay.`);
      if (email && Date.parse(email.at) > now() - days * day) return false;
      if (email && email.erasedAt === undefined) await mail.forgetBody(id, new Date(now()).toISOString());
    } catch (error) {
      // One that cannot be read keeps nobody else's words.
      onError(error);
    }
    return true;
  };
  return {
    nextAt: () => (seen.day + 1) * day,
    async run() {
      let { upTo } = seen;
      for (const id of mail.idsAfter(upTo)) {
        if (!(await forget(id))) break;
        upTo = id;
      }
      seen = { day: dayOf(now()), upTo };
      writeWhole(file, JSON.stringify(seen));
    },
  };
}
