import type { DatabaseSync } from 'node:sqlite';

/** One transaction a turn of the event loop. No effect of a write may be seen before {@link Batch.saved} resolves. */
export class Batch {
  readonly #db: DatabaseSync;
  #open: Promise<void> | undefined;
  #broken: Error | undefined;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  get fault(): Error | undefined {
    return this.#broken;
  }

  /** Does a group of writes that belong together. A group that throws takes the whole engine with it: what memory holds is no longer what the disk holds. */
  write(work: () => void): void {
    if (this.#broken !== undefined) throw this.#broken;
    if (this.#open === undefined) {
      this.#db.exec('BEGIN IMMEDIATE');
      this.#open = new Promise((resolve, reject) =>
        setImmediate(() => {
          this.#commit(resolve, reject);
        }),
      );
      this.#open.catch(() => undefined);
    }
    try {
      work();
    } catch (thrown) {
      this.#broken = thrown instanceof Error ? thrown : new Error(String(thrown));
      throw this.#broken;
    }
  }

  /** Resolves when everything written so far is on the disk. */
  async saved(): Promise<void> {
    await this.#open;
  }

  #commit(resolve: () => void, reject: (reason: Error) => void): void {
    this.#open = undefined;
    try {
      this.#db.exec(this.#broken === undefined ? 'COMMIT' : 'ROLLBACK');
    } catch (thrown) {
      this.#broken ??= thrown as Error;
    }
    if (this.#broken === undefined) resolve();
    else reject(this.#broken);
  }
}
