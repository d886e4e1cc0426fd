import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  ScanCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Company, StoredContact } from '#core/letter/letter-of-intent.ts';
import { LetterDraft } from '#core/letter/letter-draft.ts';
import { Proposal } from '#core/showcase/proposal.ts';
import { Guest } from '#core/forums/forum-record.ts';
import { withoutPerson } from '#core/forums/guests.ts';
import { Instruction } from '#core/headquarters/headquarters.ts';
import type { Aggregate } from '#core/project/project.ts';
import { searchWords } from '#core/search/search-messages.ts';
import type { Erasure } from '#core/project/erasure-ports.ts';
import { delegatePrefix } from '#core/project/change-builder.ts';
import { DelegateContact, delegateNote } from '#core/project/delegate.ts';
import { type Key, keys, projectPartition } from './keys.ts';
import { queryAll } from './query-all.ts';

const Keyed = z.object({ PK: z.string(), SK: z.string() });
const Named = z.object({ company: Company });
const Zoned = z.object({ regionId: z.string() });

/** In place of words that are gone. */
const nothing = '—';

/** In place of a company: it fits the contract, so that the letter can still be read, and names nobody. */
function nobody(company: Company): Company {
  const name = nothing;
  switch (company.country) {
    case 'KZ':
      return { country: 'KZ', name, number: '0'.repeat(12) };
    case 'UZ':
      return { country: 'UZ', name, number: '0'.repeat(9) };
    case 'other':
      return { country: 'other', name, number: '00', registeredIn: company.registeredIn };
  }
}

async function changeOne(
  client: DynamoDBDocumentClient,
  TableName: string,
  Key: Key,
  UpdateExpression: string,
  values?: Record<string, unknown>,
): Promise<void> {
  try {
    await client.send(
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression,
        ConditionExpression: 'attribute_exists(PK)',
        ...(values && { ExpressionAttributeValues: values }),
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

async function eraseCompany(client: DynamoDBDocumentClient, TableName: string, { project }: Aggregate): Promise<void> {
  const { projectId, zoneId, number } = project;
  const [item] = await queryAll(client, {
    TableName,
    ConsistentRead: true,
    KeyConditionExpression: 'PK = :pk AND SK = :sk',
    ExpressionAttributeValues: { ':pk': projectPartition(projectId), ':sk': keys.letter(projectId).SK },
  });
  if (item === undefined) return;
  const { company } = Named.parse(item['letter']);
  const own = searchWords({ company: nobody(company) }, number);
  for (const word of searchWords({ company }, number).filter((one) => !own.includes(one)))
    await client.send(new DeleteCommand({ TableName, Key: keys.word(zoneId, word, projectId) }));
  await changeOne(client, TableName, keys.project(projectId), 'SET company = :none', { ':none': nobody(company).name });
  // Last: broken off before, its words are found again.
  await changeOne(client, TableName, keys.letter(projectId), 'SET letter.company = :nobody', {
    ':nobody': nobody(company),
  });
}

/** What the headquarters of its zone and its region wrote of the project, and what was answered; that somebody was to do something by a day, and whether it was kept, stays. */
async function eraseInstructions(
  client: DynamoDBDocumentClient,
  TableName: string,
  { project: { projectId, zoneId } }: Aggregate,
): Promise<void> {
  const { Item } = await client.send(new GetCommand({ TableName, Key: keys.zone(zoneId) }));
  const region = Zoned.safeParse(Item).data?.regionId;
  const of = [
    { headquartersId: zoneId },
    ...(region === undefined ? [] : [{ headquartersId: region, scope: 'region' as const }]),
  ];
  const items: Record<string, unknown>[] = [];
  for (const { PK, SK } of of.map((name) => keys.instruction(name, '')))
    items.push(
      ...(await queryAll(client, {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: 'PK = :pk AND begins_with(SK, :instructions)',
        ExpressionAttributeValues: { ':pk': PK, ':instructions': SK },
      })),
    );
  for (const item of items) {
    const instruction = Instruction.parse(item['instruction']);
    if (instruction.project?.projectId !== projectId) continue;
    const said = instruction.said.map(({ text: _, ...one }) => one);
    await changeOne(client, TableName, Keyed.parse(item), 'SET instruction = :without', {
      ':without': { ...instruction, text: nothing, said },
    });
  }
}

/** What the office was to do about it names whom it likes. */
async function eraseFollowUps(
  client: DynamoDBDocumentClient,
  TableName: string,
  { project: { projectId, zoneId } }: Aggregate,
): Promise<void> {
  const items = await queryAll(client, {
    TableName,
    ConsistentRead: true,
    KeyConditionExpression: 'PK = :pk',
    ExpressionAttributeValues: { ':pk': keys.followUp(zoneId, '').PK },
  });
  for (const item of items)
    if (item['projectId'] === projectId) await client.send(new DeleteCommand({ TableName, Key: Keyed.parse(item) }));
}

export const erasure = (
  client: DynamoDBDocumentClient,
  TableName: string,
  removeFile: (fileId: string) => Promise<void>,
): Erasure => ({
  ofProject: async (aggregate, { company, documents }) => {
    const {
      project: { projectId },
    } = aggregate;
    const notes = await queryAll(client, {
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'PK = :pk AND begins_with(SK, :notes)',
      ExpressionAttributeValues: { ':pk': projectPartition(projectId), ':notes': keys.note(projectId, '').SK },
    });
    for (const note of notes) await client.send(new DeleteCommand({ TableName, Key: Keyed.parse(note) }));
    await client.send(new DeleteCommand({ TableName, Key: keys.contact(projectId) }));
    await eraseInstructions(client, TableName, aggregate);
    await eraseFollowUps(client, TableName, aggregate);
    for (const { fileId } of aggregate.documents) {
      if (documents) await removeFile(fileId);
      await changeOne(
        client,
        TableName,
        keys.file(fileId),
        `${documents ? 'SET erased = :true ' : ''}REMOVE fileName`,
        documents ? { ':true': true } : undefined,
      );
    }
    if (company) await eraseCompany(client, TableName, aggregate);
  },
});

/** The address in the note of who gets a project's emails beside its contact. */
const addressIn = (text: unknown): string | undefined =>
  DelegateContact.safeParse(JSON.parse(z.string().parse(text))).data?.email.toLowerCase();

/** Who somebody was beside a project's contact; that they get its emails no longer is the log's to tell. */
export const eraseDelegate = async (
  client: DynamoDBDocumentClient,
  TableName: string,
  { projectId, delegate }: { readonly projectId: string; readonly delegate: number },
): Promise<void> => {
  await client.send(new DeleteCommand({ TableName, Key: keys.note(projectId, delegateNote(delegate)) }));
};

/** What the table has of an address. Reads the whole table: for an operator, never for a request. */
export async function ofAddress(
  client: DynamoDBDocumentClient,
  TableName: string,
  address: string,
): Promise<{
  readonly projectIds: readonly string[];
  readonly drafts: readonly LetterDraft[];
  /** Beside a project's contact. */
  readonly delegates: readonly { readonly projectId: string; readonly delegate: number }[];
  /** Of forums. */
  readonly guests: readonly Guest[];
  /** Of the showcase; where each lies. */
  readonly proposals: readonly Key[];
}> {
  const wanted = address.toLowerCase();
  const projectIds: string[] = [];
  const drafts: LetterDraft[] = [];
  const delegates: { projectId: string; delegate: number }[] = [];
  const guests: Guest[] = [];
  const proposals: Key[] = [];
  const ofDelegate = keys.note('', delegatePrefix).SK;
  for (let from: Record<string, unknown> | undefined; ;) {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName,
        FilterExpression:
          'SK = :contact OR SK = :draft OR begins_with(SK, :delegate) OR begins_with(SK, :guest) OR SK = :proposed OR begins_with(SK, :proposal)',
        ExpressionAttributeValues: {
          ':contact': 'CONTACT',
          ':draft': 'DRAFT',
          ':delegate': ofDelegate,
          ':guest': 'GUEST#',
          ':proposed': keys.proposed('').SK,
          ':proposal': keys.showcasePart('', 'PROPOSAL', '').SK,
        },
        ExclusiveStartKey: from,
      }),
    );
    for (const item of Items) {
      const { PK, SK } = Keyed.parse(item);
      const projectId = PK.replace(projectPartition(''), '');
      if (SK.startsWith(ofDelegate) && addressIn(item['text']) === wanted)
        delegates.push({ projectId, delegate: Number(SK.slice(ofDelegate.length)) });
      const guest = Guest.safeParse(item);
      if (guest.success && guest.data.email === wanted) guests.push(guest.data);
      const proposal = Proposal.safeParse(item['proposal']);
      if (proposal.success && proposal.data.contact?.email.toLowerCase() === wanted) proposals.push({ PK, SK });
      const contact = StoredContact.safeParse(item['contact']);
      const draft = LetterDraft.safeParse(item['draft']);
      if (contact.success && contact.data.email?.toLowerCase() === wanted) projectIds.push(projectId);
      if (
        draft.success &&
        [draft.data.address, ...Object.values(draft.data.fields).flat()].some(
          (text) => text?.trim().toLowerCase() === wanted,
        )
      )
        drafts.push(draft.data);
    }
    if (LastEvaluatedKey === undefined) return { projectIds, drafts, delegates, guests, proposals };
    from = LastEvaluatedKey;
  }
}

/** Who a guest of a forum was; that somebody was invited, and came, stays. */
export const eraseGuest = async (client: DynamoDBDocumentClient, TableName: string, guest: Guest): Promise<void> => {
  const Item = { ...keys.guest(guest.zoneId, guest.forumId, guest.guestId), ...withoutPerson(guest) };
  await client.send(new PutCommand({ TableName, Item }));
};

/** Who is written to about a proposal; what was offered stays. One that nobody confirmed is gone. */
export const eraseProposal = async (client: DynamoDBDocumentClient, TableName: string, Key: Key): Promise<void> => {
  if (Key.SK === keys.proposed('').SK) await client.send(new DeleteCommand({ TableName, Key }));
  else await changeOne(client, TableName, Key, 'REMOVE proposal.contact');
};

export async function eraseDraft(
  client: DynamoDBDocumentClient,
  TableName: string,
  draft: LetterDraft,
  removeFile: (fileId: string) => Promise<void>,
): Promise<void> {
  for (const { fileId } of draft.documents) {
    if (draft.submitted) continue;
    await removeFile(fileId);
    await client.send(new DeleteCommand({ TableName, Key: keys.file(fileId) }));
  }
  await client.send(new DeleteCommand({ TableName, Key: keys.draft(draft.draftId) }));
}
