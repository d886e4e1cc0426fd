import { indexes, table } from '#infra/manifest/index.ts';
import { openTable as open, type TableOptions, type TableService } from '../aws/dynamodb/index.ts';

export const openTable = (options: Omit<TableOptions, 'schema'>): Promise<TableService> =>
  open({ ...options, schema: { table, indexes } });
