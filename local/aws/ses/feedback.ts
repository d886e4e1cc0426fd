import { openNotebook, readJson, writeWhole } from '../../kit/files.ts';
import { trackProgress } from '../dynamodb-streams/progress.ts';
import type { MailFolder } from './mail-folder.ts';
import type { Email } from './message.ts';

export interface Feedback {
  report(email: Email): void;
  settled(): Promise<void>;
  /** Ends the reports under way and leaves the others for the next start. */
  close(): Promise<void>;
}

interface Options {
  readonly file: string;
  /** Remembers the emails before that whose report nobody could take: they are reported again at the next start. */
  readonly unreportedFile: string;
  readonly mail: MailFolder;
  /** Rejects, or resolves with false, when the report was not taken. @param isAgain at an earlier start it was not taken either */
  readonly publish: (email: Email, isAgain: boolean) => Promise<boolean>;
  readonly onError: (error: unknown) => void;
}

const width = 4;

/** Tells the system what became of each email, at least once: what a killed host left, or nobody could take, is reported at the next start. */
export function openFeedback({ file, unreportedFile, mail, publish, onError }: Options): Feedback {
  const reported = readJson(file);
  const notebook = openNotebook(file);
  const progress = trackProgress<string>((id) => notebook.note(JSON.stringify(id)));
  const unreported = unreportedIn(unreportedFile);
  const again = new Set(unreported);
  const waiting: { email: Email; finish: () => void }[] = [];
  const workers = new Set<Promise<void>>();
  const note = (id: string, isTaken: boolean) => {
    if (unreported.has(id) !== isTaken) return;
    if (isTaken) unreported.delete(id);
    else unreported.add(id);
    writeWhole(unreportedFile, JSON.stringify([...unreported]));
  };
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { id } = next.email;
      const isTaken = await publish(next.email, again.has(id)).catch((error: unknown) => (onError(error), false));
      try {
        note(id, isTaken);
      } catch (error) {
        onError(error);
      }
      next.finish();
    }
  };
  const queue = (email: Email, finish: () => void) => {
    waiting.push({ email, finish });
    if (workers.size >= width) return;
    const worker: Promise<void> = new Promise<void>((resolve) => setImmediate(resolve))
      .then(work)
      .finally(() => workers.delete(worker));
    workers.add(worker);
  };
  const report = (email: Email) => {
    queue(email, progress.take(email.id));
  };
  for (const email of mail.list({ after: typeof reported === 'string' ? reported : undefined })) {
    again.delete(email.id);
    if (!email.broken) report(email);
  }
  for (const id of again) {
    const email = mail.read(id);
    if (email && !email.broken) queue(email, () => undefined);
  }
  const settled = async () => {
    while (workers.size > 0) await Promise.all(workers);
  };
  return {
    report,
    settled,
    async close() {
      waiting.length = 0;
      await settled();
      notebook.flush();
    },
  };
}

function unreportedIn(file: string): Set<string> {
  const saved = readJson(file);
  return new Set(Array.isArray(saved) ? saved.filter((id) => typeof id === 'string') : []);
}
