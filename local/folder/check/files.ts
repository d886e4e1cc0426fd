import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Aggregate } from '#core/project/project.ts';
import { keys } from '#functions/adapters/table/keys.ts';
import type { Finding, Line } from './finding.ts';
import type { TableSnapshot } from './table-snapshot.ts';

/** Every document that counts has its object, and every object is what its name says. Reads all files. */
export async function checkFiles(
  table: TableSnapshot,
  index: DatabaseSync,
  dataDir: string,
  projects: ReadonlyMap<string, Aggregate>,
): Promise<readonly Line[]> {
  const named = index.prepare('SELECT sha256 FROM objects WHERE key = ?');
  let looked = 0;
  const documents = [...projects.values()].flatMap(({ project, documents }) =>
    documents.flatMap(({ documentId, version, fileId, sha256, state }): Finding[] => {
      if (state === 'refused' || isRemoved(table, fileId)) return [];
      looked += 1;
      const stored = named.get(`kept/${fileId}`)?.['sha256'];
      const which = `${project.number}, document ${documentId} version ${String(version)}`;
      if (stored === undefined) return [{ what: `${which}: its file is not in the store` }];
      return stored === sha256 ? [] : [{ what: `${which}: the store has another file` }];
    }),
  );
  const contents = index
    .prepare('SELECT DISTINCT sha256 FROM objects ORDER BY sha256')
    .all()
    .map((row) => String(row['sha256']));
  const findings: Finding[] = [];
  for (const sha256 of contents) {
    const found = await hashOf(join(dataDir, 'objects', 'contents', sha256));
    // A host that runs may have removed it since.
    if (found !== sha256 && isNamedNow(dataDir, sha256))
      findings.push({ what: `objects/contents/${sha256} is ${found === undefined ? 'not there' : 'damaged'}` });
  }
  return [
    { name: 'documents have their file', looked, findings: documents },
    { name: 'files are what they are named', looked: contents.length, findings },
  ];
}

/** A refused file is removed a moment before its document says so; an erased one says so itself. */
function isRemoved(table: TableSnapshot, fileId: string): boolean {
  const { PK, SK } = keys.file(fileId);
  const [record] = table.items(PK, SK);
  return record?.['scan'] === 'infected' || record?.['scan'] === 'unreadable' || record?.['erased'] === true;
}

function isNamedNow(dataDir: string, sha256: string): boolean {
  const live = new DatabaseSync(join(dataDir, 'objects', 'index.sqlite'), { readOnly: true });
  try {
    return live.prepare('SELECT 1 FROM objects WHERE sha256 = ? LIMIT 1').get(sha256) !== undefined;
  } finally {
    live.close();
  }
}

async function hashOf(path: string): Promise<string | undefined> {
  const sha256 = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) sha256.update(chunk);
    return sha256.digest('hex');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
