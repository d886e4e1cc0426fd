import { UnreadableFile, type ImportRows } from '#core/imports/csv.ts';
import { lookAtTable, type ImportPorts, type LookAtTable } from '#core/imports/import-table.ts';
import type { Import } from '#core/imports/import.ts';
import { fail, type Result } from '#core/kernel/result.ts';

/** What a file would bring in. Fails as `lookAtTable`, and with `invalid` (`file`) for one that cannot be read. */
export async function importFile(
  ports: ImportPorts,
  { bytes, ...command }: Omit<LookAtTable, 'rows'> & { readonly bytes: Uint8Array },
): Promise<Result<Import>> {
  let rows: ImportRows;
  try {
    rows = (await import('#functions/adapters/read-table.ts')).readTable(bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) return fail({ kind: 'invalid', issues: [{ path: 'file', code: error.code }] });
    throw error;
  }
  return lookAtTable(ports, { ...command, rows });
}
