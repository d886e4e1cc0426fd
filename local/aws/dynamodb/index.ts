import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { engineBinary } from './binary.ts';
import { ensureTable, type TableSchema } from './create-table.ts';
import { startEngine } from './engine.ts';
import { keepEngine, type KeptEngine } from './keep-engine.ts';
import { DatabaseSync } from 'node:sqlite';

/** Rows deleted at once: about 10 ms during which writers wait (measured with 8 writers). */
const portion = 500;

interface EngineFile {
  /** Another one after each write of the engine's. */
  version(): number;
  /** Deletes a portion of the records up to a sequence number that every reader has consumed; the newest always stays. Tells whether there may be more. */
  trim(tableName: string, consumed: bigint): boolean;
  close(): void;
}

/**
 * Dynoxide 1.2.1's private table (pinned; a test guards the schema). Without an index writes slow down with its length;
 * without the newest record, numbers begin again at 1. A second process may write: SQLite's locks.
 */
function openEngineFile(databaseFile: string): EngineFile {
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
  const version = database.prepare('PRAGMA data_version');
  return {
    version: () => Number(version.get()?.['data_version']),
    trim: (tableName, consumed) => Number(remove.run({ table: tableName, consumed }).changes) === portion,
    close: () => database.close(),
  };
}

export interface TableService {
  readonly endpoint: string;
  readonly isForeign: boolean;
  readonly client: DynamoDBClient;
  readonly streamArn: string;
  readonly created: boolean;
  /** Settles only when our own engine ended and cannot be started again. */
  readonly died: Promise<string>;
  /** Resolves when the engine answers, or never will again. */
  up(): Promise<void>;
  readonly losses: number;
  /** Another one after each write; `undefined` on a foreign endpoint. */
  version(): number | undefined;
  /** Lets go of a portion of the stream's records up to a sequence number; tells whether there may be more. Does nothing on a foreign endpoint. */
  trim(consumed: bigint): boolean;
  stop(): Promise<void>;
}

export interface TableOptions {
  readonly dataDir: string;
  readonly tableName: string;
  readonly region: string;
  readonly schema: TableSchema;
  /** A DynamoDB-compatible endpoint to use instead of our own engine (`AWS_ENDPOINT_URL_DYNAMODB` of the environment). */
  readonly endpoint?: string | undefined;
  readonly binary?: string | undefined;
  readonly onLoss?: (said: string) => void;
}

export async function openTable(options: TableOptions): Promise<TableService> {
  const { dataDir, tableName, region, schema } = options;
  const databaseFile = join(dataDir, 'table.sqlite');
  const engine = options.endpoint === undefined ? await ownEngine(options, databaseFile) : undefined;
  const endpoint = options.endpoint ?? engine?.endpoint ?? '';
  const client = new DynamoDBClient({
    endpoint,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 8,
  });
  try {
    const { created, streamArn } = await ensureTable(client, tableName, schema);
    const file = engine && openEngineFile(databaseFile);
    return {
      endpoint,
      isForeign: engine === undefined,
      client,
      streamArn,
      created,
      died: engine?.died ?? Promise.withResolvers<string>().promise,
      up: () => engine?.up() ?? Promise.resolve(),
      get losses() {
        return engine?.losses ?? 0;
      },
      version: () => file?.version(),
      trim: (consumed) => file?.trim(tableName, consumed) ?? false,
      async stop() {
        client.destroy();
        file?.close();
        await engine?.stop();
      },
    };
  } catch (error) {
    client.destroy();
    await engine?.stop();
    throw error;
  }
}

async function ownEngine(
  { binary = engineBinary(), onLoss = () => undefined }: TableOptions,
  databaseFile: string,
): Promise<KeptEngine> {
  if (binary === undefined) {
    throw new Error(
      `There is no DynamoDB engine for ${process.platform} ${process.arch} in node_modules. Set AWS_ENDPOINT_URL_DYNAMODB to a DynamoDB-compatible endpoint with streams, for example DynamoDB Local.`,
    );
  }
  return keepEngine({ start: (before) => startEngine({ binary, databaseFile, at: before?.at }), onLoss });
}
