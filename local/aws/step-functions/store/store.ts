import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { ExecutionRow, HistoryEvent } from '../interpreter/execution.ts';
import { dueOf, isUnfinished, type Thread } from '../interpreter/thread.ts';
import { Batch } from './batch.ts';
import { lockStore, type Unlock } from './lock.ts';
import { schema, version } from './schema.ts';

type Raw = Record<string, string | number | null>;

export interface Due {
  readonly execution: number;
  readonly thread: number | undefined;
  readonly at: number;
}

const executionOf = (raw: Raw): ExecutionRow => ({
  id: Number(raw['id']),
  arn: String(raw['arn']),
  machine: String(raw['machine']),
  status: raw['status'] as ExecutionRow['status'],
  started: Number(raw['started']),
  body: JSON.parse(String(raw['body'])) as ExecutionRow['body'],
  ...(raw['stopped'] === null ? {} : { stopped: Number(raw['stopped']) }),
  ...(raw['due'] === null ? {} : { due: Number(raw['due']) }),
});

const eventOf = (raw: Raw): HistoryEvent => ({
  id: Number(raw['id']),
  type: String(raw['type']),
  previous: Number(raw['previous']),
  time: Number(raw['time']),
  ...(raw['details'] === null ? {} : { details: JSON.parse(String(raw['details'])) as Record<string, unknown> }),
});

const isUntold = ({ status, body }: ExecutionRow): boolean => status !== 'RUNNING' && body.watcher !== undefined;

/** Writes belong inside {@link Batch.write}. */
export class Store {
  readonly db: DatabaseSync;
  readonly batch: Batch;
  readonly #unlock: Unlock;
  readonly #statements = new Map<string, StatementSync>();

  /** @throws Error when another engine runs on the file */
  constructor(file: string) {
    this.#unlock = lockStore(file);
    this.db = new DatabaseSync(file);
    try {
      this.#checkVersion(file);
      this.db.exec(
        'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 2000; PRAGMA cache_size = -8000',
      );
      this.db.exec(schema);
    } catch (thrown) {
      this.close();
      throw thrown;
    }
    this.batch = new Batch(this.db);
  }

  /** An execution may last a year: a store of another layout is refused, not misread. */
  #checkVersion(file: string): void {
    const { user_version: found } = this.db.prepare('PRAGMA user_version').get() as { user_version: number };
    const isNew = this.db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.['tables'] === 0;
    if (!isNew && found !== version)
      throw new Error(`${file} has layout ${String(found)}, this engine reads ${String(version)}`);
    this.db.exec(`PRAGMA user_version = ${String(version)}`);
  }

  sql(text: string): StatementSync {
    const known = this.#statements.get(text) ?? this.db.prepare(text);
    this.#statements.set(text, known);
    return known;
  }

  insertExecution(row: Omit<ExecutionRow, 'id'>): number {
    const { lastInsertRowid } = this.sql(
      'INSERT INTO executions (arn, machine, status, started, stopped, due, body) VALUES (?, ?, ?, ?, NULL, ?, ?)',
    ).run(row.arn, row.machine, row.status, row.started, row.due ?? null, JSON.stringify(row.body));
    return Number(lastInsertRowid);
  }

  updateExecution(row: ExecutionRow): void {
    this.sql('UPDATE executions SET status = ?, stopped = ?, due = ?, untold = ?, body = ? WHERE id = ?').run(
      row.status,
      row.stopped ?? null,
      row.due ?? null,
      isUntold(row) ? 1 : 0,
      JSON.stringify(row.body),
      row.id,
    );
  }

  forget(id: number): void {
    this.sql('DELETE FROM events WHERE execution = ?').run(id);
    this.sql('DELETE FROM executions WHERE id = ?').run(id);
  }

  execution(id: number): ExecutionRow | undefined {
    const raw = this.sql('SELECT * FROM executions WHERE id = ?').get(id) as Raw | undefined;
    return raw && executionOf(raw);
  }

  executionByArn(arn: string): ExecutionRow | undefined {
    const raw = this.sql('SELECT * FROM executions WHERE arn = ?').get(arn) as Raw | undefined;
    return raw && executionOf(raw);
  }

  /** Executions of a machine, newest first, from before an id. */
  executionsOf(
    machine: string,
    filter: { readonly status?: string | undefined; readonly redriven?: boolean | undefined },
    before: number,
    limit: number,
  ): ExecutionRow[] {
    const rows = this.sql(
      `SELECT * FROM executions WHERE machine = ?1 AND id < ?2 AND (?3 IS NULL OR status = ?3)
      AND (?4 IS NULL OR (json_extract(body, '$.redrives') > 0) = ?4) ORDER BY id DESC LIMIT ?5`,
    ).all(
      machine,
      before,
      filter.status ?? null,
      filter.redriven === undefined ? null : Number(filter.redriven),
      limit,
    ) as Raw[];
    return rows.map(executionOf);
  }

  saveThread(execution: number, thread: Thread): void {
    this.sql('INSERT OR REPLACE INTO threads (execution, id, due, unfinished, body) VALUES (?, ?, ?, ?, ?)').run(
      execution,
      thread.id,
      dueOf(thread) ?? null,
      isUnfinished(thread) ? 1 : 0,
      JSON.stringify(thread),
    );
  }

  dropThread(execution: number, thread: number): void {
    this.sql('DELETE FROM threads WHERE execution = ? AND id = ?').run(execution, thread);
  }

  threads(execution: number): Thread[] {
    const rows = this.sql('SELECT body FROM threads WHERE execution = ? ORDER BY id').all(execution) as Raw[];
    return rows.map((raw) => JSON.parse(String(raw['body'])) as Thread);
  }

  addEvent(execution: number, event: HistoryEvent): void {
    this.sql('INSERT INTO events (execution, id, type, previous, time, details) VALUES (?, ?, ?, ?, ?, ?)').run(
      execution,
      event.id,
      event.type,
      event.previous,
      event.time,
      event.details === undefined ? null : JSON.stringify(event.details),
    );
  }

  events(execution: number, from: number, limit: number, backwards: boolean): HistoryEvent[] {
    const text = backwards
      ? 'SELECT * FROM events WHERE execution = ? AND id <= ? ORDER BY id DESC LIMIT ?'
      : 'SELECT * FROM events WHERE execution = ? AND id >= ? ORDER BY id LIMIT ?';
    return (this.sql(text).all(execution, from, limit) as Raw[]).map(eventOf);
  }

  saveToken(token: string, execution: number, thread: number): void {
    this.sql('INSERT OR REPLACE INTO tokens (token, execution, thread) VALUES (?, ?, ?)').run(token, execution, thread);
  }

  token(token: string): { readonly execution: number; readonly thread: number } | undefined {
    const raw = this.sql('SELECT execution, thread FROM tokens WHERE token = ?').get(token) as Raw | undefined;
    return raw && { execution: Number(raw['execution']), thread: Number(raw['thread']) };
  }

  /** Executions with a thread that can go on, or a task whose call may not have been made: what a start takes up again. */
  unfinished(): number[] {
    const rows = this.sql('SELECT DISTINCT execution FROM threads WHERE unfinished = 1').all() as Raw[];
    return rows.map((raw) => Number(raw['execution']));
  }

  untold(): number[] {
    return (this.sql('SELECT id FROM executions WHERE untold = 1').all() as Raw[]).map((raw) => Number(raw['id']));
  }

  nextDue(): number | undefined {
    const raw = this.sql(
      'SELECT min(at) AS at FROM (SELECT min(due) AS at FROM threads WHERE due IS NOT NULL UNION ALL SELECT min(due) FROM executions WHERE due IS NOT NULL)',
    ).get() as Raw;
    return raw['at'] === null || raw['at'] === undefined ? undefined : Number(raw['at']);
  }

  due(now: number, limit: number): Due[] {
    const rows = this.sql(
      `SELECT execution, id AS thread, due AS at FROM threads WHERE due <= ?1
      UNION ALL SELECT id, NULL, due FROM executions WHERE due <= ?1 ORDER BY at, execution, thread LIMIT ?2`,
    ).all(now, limit) as Raw[];
    return rows.map((raw) => ({
      execution: Number(raw['execution']),
      thread: raw['thread'] === null ? undefined : Number(raw['thread']),
      at: Number(raw['at']),
    }));
  }

  close(): void {
    this.db.close();
    this.#unlock();
  }
}
