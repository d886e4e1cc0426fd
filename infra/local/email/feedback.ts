import { openNotebook, readJson } from '../files.ts';
import { trackProgress } from '../streams/progress.ts';
import type { MailFolder } from './mail-folder.ts';
import type { Email } from './message.ts';

export interface Feedback {
  /** Reports what became of an email, in the background. */
  report(email: Email): void;
  /** Resolves when all reports are done. */
  settled(): Promise<void>;
  /** Ends the reports under way and leaves the others for the next start. */
  close(): Promise<void>;
}

interface Options {
  /** Remembers up to which email everything is reported. */
  readonly file: string;
  readonly mail: MailFolder;
  readonly publish: (email: Email) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** Reports under way at once. */
const width = 4;

/** Tells the system what became of each email, at least once: what a killed host left is reported at the next start. */
export function openFeedback({ file, mail, publish, onError }: Options): Feedback {
  const reported = readJson(file);
  const notebook = openNotebook(file);
  const progress = trackProgress<string>((id) => notebook.note(JSON.stringify(id)));
  const waiting: { email: Email; finish: () => void }[] = [];
  const workers = new Set<Promise<void>>();
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await publish(next.email).catch(onError);
      next.finish();
    }
  };
  const report = (email: Email) => {
    waiting.push({ email, finish: progress.take(email.id) });
    if (workers.size >= width) return;
    const worker: Promise<void> = new Promise<void>((resolve) => setImmediate(resolve)).then(work).finally(() => workers.delete(worker));
    workers.add(worker);
  };
  for (const email of mail.list({ after: typeof reported === 'string' ? reported : undefined })) report(email);
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
