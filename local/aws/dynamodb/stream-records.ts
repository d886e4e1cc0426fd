import { DatabaseSync } from 'node:sqlite';

/** Rows deleted at once: about 10 ms during which writers wait (measured with 8 writers). */
const portion = 500;

export interface StreamRecords {
  /** Deletes a portion of the records up to a sequence number that every reader has consumed; the newest always stays. Tells whether there may be more. */
  trim(tableName: string, consumed: bigint): boolean;
  close(): void;
}

/**
 * Care for the engine's private `_stream_records` table (Dynoxide 1.2.1, pinned; a test guards the schema). The engine
 * finds the next sequence number as the maximum over it: without an index every write slows down with the table's
 * length, and if the newest record went, numbers would begin again at 1 and readers would miss all that follows.
 * A second process may write to the file while the engine runs: SQLite's locks, and the engine waits for them.
 */
export function openStreamRecords(databaseFile: string): StreamRecords {
  const database = new DatabaseSync(databaseFile, { timeout: 5_000 });
  database.exec(
    'CREATE INDEX IF NOT EXISTS _stream_records_by_sequence ON _stream_records(table_name, CAST(sequence_number AS INTEGER))',
  );
  const remove = database.prepare(
    `DELETE FROM _stream_records WHERE id IN (
       SELECT id FROM _stream_records
       WHERE table_name = :table AND CAST(sequence_number AS INTEGER) <= :consumed
         AND CAST(sequence_number AS INTEGER) < (SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = :table)
       LIMIT ${portion})`,
  );
  return {
    trim: (tableName, consumed) => Number(remove.run({ table: tableName, consumed }).changes) === portion,
    close: () => database.close(),
  };
}
