import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { LetterDraft } from '#core/letter/letter-draft.ts';
import type { OutboxRow } from '#core/notices/outbox.ts';
import { nextDraftDay } from '#core/letter/draft-days.ts';
import type { Drafts, LinkMessages } from '#core/kernel/ports.ts';
import { addressOf } from '#core/letter/draft-address.ts';
import { giveWay } from '../give-way.ts';
import { addressIndex } from './address-index.ts';
import { wasWritten } from './conditional-write.ts';
import { outboxItem, type Item } from './items.ts';
import { addressPartition, draftPartition, keys, projectPartition, sortableInstant } from './keys.ts';
import { fromToken, pageOf, startKey } from './paging.ts';

/** Seconds of real time since the last save; a draft's own days go by the host's clock (core/letter/draft-days.ts). */
const keptSeconds = { draft: 32 * 86_400, submitted: 30 * 86_400, deleted: 60 * 86_400 } as const;

const duePartition = 'DRAFTS';

const Stored = z.object({ draft: LetterDraft, expiresAt: z.int() });
const nowSeconds = (): number => Math.floor(Date.now() / 1000);

function indexesOf(draft: LetterDraft): Item {
  const day = nextDraftDay(draft);
  const address = draft.submitted ? undefined : addressOf(draft);
  return {
    ...(day !== undefined && { duePk: duePartition, dueSk: `${day}#${draft.draftId}` }),
    ...(address !== undefined && addressIndex(address, draft.draftId)),
  };
}

function secondsOf({ submitted, deletedOn }: LetterDraft): number {
  if (deletedOn !== undefined) return keptSeconds.deleted;
  return submitted === undefined ? keptSeconds.draft : keptSeconds.submitted;
}

/** Of what one address has so much is brought by one email (ours). */
const mostHeld = 40;

const Keyed = z.object({ PK: z.string() });

export function draftStore(client: DynamoDBDocumentClient, TableName: string): Drafts {
  return {
    find: async (draftId) => {
      const { Item } = await client.send(new GetCommand({ TableName, Key: keys.draft(draftId), ConsistentRead: true }));
      const stored = Item && Stored.parse(Item);
      return stored && stored.expiresAt > nowSeconds() ? stored.draft : undefined;
    },
    save: async (draft) => {
      const isNew = draft.version === 1;
      try {
        await client.send(
          new PutCommand({
            TableName,
            Item: {
              ...keys.draft(draft.draftId),
              draft,
              version: draft.version,
              ...indexesOf(draft),
              expiresAt: nowSeconds() + secondsOf(draft),
            },
            ConditionExpression: isNew ? 'attribute_not_exists(PK)' : 'version = :before',
            ...(!isNew && { ExpressionAttributeValues: { ':before': draft.version - 1 } }),
          }),
        );
        return 'saved';
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return 'conflict';
        throw error;
      }
    },
    giveWay,
    due: async (until, after) =>
      pageOf(
        await fromToken(after, () =>
          client.send(
            new QueryCommand({
              TableName,
              IndexName: 'byDue',
              KeyConditionExpression: 'duePk = :pk AND dueSk < :end',
              // '$' follows '#': everything of that day is before it.
              ExpressionAttributeValues: { ':pk': duePartition, ':end': `${until}$` },
              ...startKey(after, { name: 'duePk', value: duePartition }),
            }),
          ),
        ),
        (item) => Keyed.parse(item).PK.replace(draftPartition(''), ''),
      ),
  };
}

/** Emails with a link, each in a partition of the thing it leads to: they hold nothing else up. */
export function linkMessages(client: DynamoDBDocumentClient, TableName: string): LinkMessages {
  const queue = async (laneId: string, message: OutboxRow['errand'], now: number): Promise<void> => {
    const row: OutboxRow = {
      laneId,
      rowId: sortableInstant(now),
      errand: message,
      state: 'waiting',
      attempts: 0,
      createdAt: now,
      nextAttemptAt: now,
    };
    await wasWritten(
      client.send(
        new PutCommand({ TableName, Item: outboxItem(row), ConditionExpression: 'attribute_not_exists(PK)' }),
      ),
    );
  };
  return {
    queue: (to, id, now) => queue(`link-${id}`, { kind: 'link', to, id }, now),
    ofAddress: async (addressHash) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          IndexName: 'byHolder',
          Limit: mostHeld,
          KeyConditionExpression: 'holderPk = :pk',
          ExpressionAttributeValues: { ':pk': addressPartition(addressHash) },
        }),
      );
      const places = Items.map((item) => Keyed.parse(item).PK);
      const idsIn = (prefix: string) =>
        places.filter((place) => place.startsWith(prefix)).map((place) => place.slice(prefix.length));
      return { projectIds: idsIn(projectPartition('')), draftIds: idsIn(draftPartition('')) };
    },
    ask: (id, asked, now) => queue(`asked-${id}`, { kind: 'link-asked', ...asked }, now),
  };
}
