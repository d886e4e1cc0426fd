import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { savedClockIssue } from '../clock/clock.ts';
import { earlierRelease, type Identity, identityFile, identityIssue, type Wanted } from './identity.ts';
import { readStamp, type Stamp } from './stamps.ts';

export const stores = {
  table: 'table.sqlite',
  executions: 'executions.sqlite',
  objects: 'objects/index.sqlite',
} as const;
/** Files whose loss would be noticed by nobody, because a start makes new ones. */
const secretFiles = ['link-secret', 'access-key', 'sign-in-keys.json'] as const;
const contentsFolder = 'objects/contents';

export interface Question {
  readonly dataDir: string;
  readonly tableName: string;
  /** False where the table is at an endpoint elsewhere. */
  readonly ownsTable: boolean;
  readonly wanted: Wanted;
  readonly newSecrets: boolean;
}

const restore = 'restore a backup into an empty folder (npm run restore) and start that one';

export const secretsIn = (dataDir: string): Record<string, string> =>
  Object.fromEntries(
    secretFiles
      .filter((name) => existsSync(join(dataDir, name)))
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(dataDir, name)))
          .digest('hex'),
      ]),
  );

/** Why a data folder may not be started: one sentence for the operator; `undefined` when it may. Writes nothing. */
export function folderIssue(question: Question, identity: Identity | undefined): string | undefined {
  const { dataDir, wanted } = question;
  if (identity === undefined) return namelessIssue(question);
  return (
    identityIssue(dataDir, identity, wanted) ??
    storesIssue(question, identity) ??
    contentsIssue(question, identity) ??
    secretsIssue(question, identity) ??
    savedClockIssue(join(dataDir, 'clock.json'), identity.complete)
  );
}

const storesOf = ({ ownsTable }: Question): string[] =>
  Object.values(stores).filter((name) => ownsTable || name !== stores.table);
const stampOf = ({ dataDir, tableName }: Question, name: string): Stamp =>
  readStamp(join(dataDir, name), name === stores.table ? tableName : undefined);

/** A folder without `folder.json`: new, of a release that wrote none, or one that lost it. */
function namelessIssue(question: Question): string | undefined {
  const { dataDir } = question;
  const there = Object.values(stores).filter((name) => existsSync(join(dataDir, name)));
  const [owner] = there.map((name) => stampOf(question, name).id).filter((id) => id !== undefined);
  if (owner !== undefined)
    return `${join(dataDir, identityFile)} is missing (the stores beside it are of folder ${owner}): put it back from a backup of this folder, or ${restore}.`;
  if (there.includes(stores.table)) return earlierRelease(dataDir);
  const other = [...there, 'link-secret', 'mail', 'seeded.json'].find((name) => existsSync(join(dataDir, name)));
  if (other === undefined) return undefined;
  return question.ownsTable
    ? `${join(dataDir, stores.table)} is missing beside ${other}: put it back, or ${restore}; for a new host set DATA_DIR to an empty folder.`
    : earlierRelease(dataDir);
}

function storesIssue(question: Question, { id, complete }: Identity): string | undefined {
  for (const name of storesOf(question)) {
    const path = join(question.dataDir, name);
    if (!existsSync(path)) {
      if (complete) return `${path} is missing: put back the one of this folder, or ${restore}.`;
      continue;
    }
    const stamp = stampOf(question, name);
    if (stamp.damage !== undefined)
      return `${path} is damaged (${stamp.damage}): keep a copy of the folder as it is, and ${restore}.`;
    if (stamp.id !== id && (complete || stamp.id !== undefined)) {
      return `${path} is not of this folder (${stamp.id === undefined ? 'it was made anew' : `it is of folder ${stamp.id}`}): put back the one of this folder, or ${restore}.`;
    }
  }
  if (complete && !existsSync(join(question.dataDir, 'mail')))
    return `${join(question.dataDir, 'mail')} is missing: put back the one of this folder, or ${restore}.`;
  return undefined;
}

/** A kill leaves at most one content that no row names: more of them mean an index of an earlier day. */
function contentsIssue({ dataDir }: Question, { complete }: Identity): string | undefined {
  if (!complete) return undefined;
  const path = join(dataDir, contentsFolder);
  const named = namesIn(join(dataDir, stores.objects));
  const contents = existsSync(path) ? readdirSync(path) : [];
  const unnamed = contents.filter((name) => !named.has(name)).length;
  if (unnamed > 1)
    return `${join(dataDir, stores.objects)} does not name ${String(unnamed)} of the ${String(contents.length)} files in ${path}: the two are of different moments; put back the index of that moment, or ${restore}.`;
  if (named.size > 0 && !contents.some((name) => named.has(name)))
    return `${path} holds none of the ${String(named.size)} files that its index names: put back the contents of this folder, or ${restore}.`;
  return undefined;
}

function namesIn(index: string): ReadonlySet<string> {
  const database = new DatabaseSync(index, { readOnly: true, timeout: 5_000 });
  try {
    return new Set(
      database
        .prepare('SELECT DISTINCT sha256 FROM objects')
        .all()
        .map(({ sha256 }) => String(sha256)),
    );
  } finally {
    database.close();
  }
}

const lossOf: Readonly<Record<string, string>> = {
  'link-secret': 'links in emails that were sent open nothing',
  'access-key': 'forms for files that are open just now are refused',
  'sign-in-keys.json': 'everybody has to sign in again',
};

function secretsIssue({ dataDir, newSecrets }: Question, { secrets }: Identity): string | undefined {
  if (newSecrets) return undefined;
  const found = secretsIn(dataDir);
  const name = Object.keys(secrets).find((one) => found[one] !== secrets[one]);
  if (name === undefined) return undefined;
  return `${join(dataDir, name)} is ${found[name] === undefined ? 'missing' : 'not the one of this folder'}: put it back from a backup; or, where it is to be another one (${lossOf[name] ?? 'what it signed counts no more'}), start once with npm start -- --new-secrets.`;
}
