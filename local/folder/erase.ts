import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { eraseProject } from '#core/project/erase-project.ts';
import type { AlsoErased } from '#core/project/erasure-ports.ts';
import { removeDelegate } from '#core/links/delegates.ts';
import {
  eraseDelegate,
  eraseDraft,
  eraseGuest,
  eraseProposal,
  erasure,
  ofAddress,
} from '#functions/adapters/table/erasure.ts';
import { projectStore } from '#functions/adapters/table/project-store.ts';
import { referenceStore } from '#functions/adapters/table/reference-store.ts';
import { withoutPerson } from '../aws/ses/forget.ts';
import type { Email } from '../aws/ses/message.ts';
import { recipientsOf } from '../aws/ses/send-email.ts';
import { writeDurably } from '../kit/files.ts';
import { emailFiles } from './parts.ts';

export interface Reach {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly removeFile: (fileId: string) => Promise<void>;
  /** Where emails are kept; AWS keeps none. */
  readonly dataDir: string | undefined;
  /** Ms. */
  readonly now: number;
}

export interface Erased {
  readonly projects: readonly string[];
  /** Projects of the address that are on their path, and why nothing of them was erased. */
  readonly refused: readonly string[];
  readonly people: number;
  readonly drafts: number;
  readonly emails: number;
}

/** @param whom a project's id or an email address @throws for a project that does not exist */
export async function erase(reach: Reach, whom: string, also: AlsoErased): Promise<Erased> {
  const { client, tableName, removeFile } = reach;
  const isAddress = whom.includes('@');
  const found = isAddress
    ? await ofAddress(client, tableName, whom)
    : { projectIds: [whom], drafts: [], delegates: [], guests: [], proposals: [] };
  const ports = {
    projects: projectStore(client, tableName),
    reference: referenceStore(client, tableName),
    erasure: erasure(client, tableName, removeFile),
  };
  const projects: string[] = [];
  const refused: string[] = [];
  for (const projectId of found.projectIds) {
    const done = await eraseProject(ports, { projectId, also, now: reach.now });
    if (done.ok) projects.push(projectId);
    else if (done.failure.kind === 'not-allowed') refused.push(projectId);
    else throw new Error(`There is no project ${projectId}.`);
  }
  for (const one of found.delegates) {
    await removeDelegate(ports, { ...one, actor: { kind: 'system' }, now: reach.now });
    await eraseDelegate(client, tableName, one);
  }
  for (const guest of found.guests) await eraseGuest(client, tableName, guest);
  for (const one of found.proposals) await eraseProposal(client, tableName, one);
  for (const draft of found.drafts) await eraseDraft(client, tableName, draft, removeFile);
  const gone = new Set([...projects, ...found.drafts.map(({ draftId }) => draftId)]);
  // What still reaches them of a project on its path stays.
  const emails = await eraseEmails(
    reach,
    ({ tags, ...email }) =>
      gone.has(tags['lane'] ?? '') ||
      (isAddress &&
        !refused.includes(tags['lane'] ?? '') &&
        recipientsOf(email).some((address) => address.toLowerCase() === whom.toLowerCase())),
  );
  return {
    projects,
    refused,
    people: found.delegates.length + found.guests.length + found.proposals.length,
    drafts: found.drafts.length,
    emails,
  };
}

async function eraseEmails({ dataDir, now }: Reach, isWanted: (email: Email) => boolean): Promise<number> {
  if (dataDir === undefined) return 0;
  let count = 0;
  for (const name of emailFiles(dataDir)) {
    const path = join(dataDir, 'mail', name);
    const email = JSON.parse(readFileSync(path, 'utf8')) as Email;
    if (!isWanted(email) || (email.to === '' && email.text === '')) continue;
    await writeDurably(path, JSON.stringify(withoutPerson(email, new Date(now).toISOString())));
    count += 1;
  }
  return count;
}
