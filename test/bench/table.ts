import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { openTable } from '#local/host/table.ts';

/** What the calls of a piece of work consumed. */
export interface Capacity {
  readonly readUnits: number;
  readonly writeUnits: number;
}

export interface MeteredTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly consumed: (work: () => Promise<unknown>) => Promise<Capacity>;
  readonly stop: () => Promise<void>;
}

interface Consumed {
  readonly ConsumedCapacity?: ConsumedUnits | readonly ConsumedUnits[];
}
interface ConsumedUnits {
  readonly CapacityUnits?: number;
}

const writes = /Put|Update|Delete|TransactWrite|BatchWrite/;

/** A table of its own on a folder that is removed afterwards, whose client counts capacity units by DynamoDB's own report. */
export async function meteredTable(): Promise<MeteredTable> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zholkarta-table-'));
  const tableName = 'zholkarta';
  const table = await openTable({ dataDir, tableName, region: 'eu-central-1' });
  const units = { readUnits: 0, writeUnits: 0 };
  table.client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
      const { ConsumedCapacity = [] } = result.output as Consumed;
      const sum = [ConsumedCapacity].flat().reduce((all, one) => all + (one.CapacityUnits ?? 0), 0);
      units[writes.test(context.commandName ?? '') ? 'writeUnits' : 'readUnits'] += sum;
      return result;
    },
    { step: 'initialize', name: 'meter', override: true },
  );
  return {
    client: DynamoDBDocumentClient.from(table.client, { marshallOptions: { removeUndefinedValues: true } }),
    tableName,
    consumed: async (work) => {
      const before = { ...units };
      await work();
      return { readUnits: units.readUnits - before.readUnits, writeUnits: units.writeUnits - before.writeUnits };
    },
    stop: async () => {
      await table.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
