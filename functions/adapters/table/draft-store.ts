import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { LetterDraft } from '#core/contracts/letter-draft.ts';
import type { OutboxRow } from '#core/contracts/outbox.ts';
import type { Drafts, LinkErrands } from '#core/ports/index.ts';
import { giveWay } from '../give-way.ts';
import { held } from './held.ts';
import { outboxItem } from './items.ts';
import { keys, sortableInstant } from './keys.ts';

/** How long a draft is kept after it was last saved, in seconds of real time. The email that brings its link says so. */
const keptSeconds = 30 * 86_400;

const Stored = z.object({ draft: LetterDraft, expiresAt: z.int() });
const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/** Letters that are being filled in; the table forgets them by itself, and this store at once. */
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
        await client.send(new PutCommand({
          TableName,
          Item: { ...keys.draft(draft.draftId), draft, version: draft.version, expiresAt: nowSeconds() + keptSeconds },
          ConditionExpression: isNew ? 'attribute_not_exists(PK)' : 'version = :before',
          ...(!isNew && { ExpressionAttributeValues: { ':before': draft.version - 1 } }),
        }));
        return 'saved';
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return 'conflict';
        throw error;
      }
    },
    giveWay,
  };
}

/** Emails with a link, each in a lane of the thing it leads to: they hold nothing else up. */
export function linkErrands(client: DynamoDBDocumentClient, TableName: string): LinkErrands {
  const queue = async (laneId: string, errand: OutboxRow['errand'], now: number): Promise<void> => {
    const row: OutboxRow = { laneId, rowId: sortableInstant(now), errand, state: 'waiting', attempts: 0, createdAt: now, nextAttemptAt: now };
    await held(client.send(new PutCommand({ TableName, Item: outboxItem(row), ConditionExpression: 'attribute_not_exists(PK)' })));
  };
  return {
    queue: (to, id, now) => queue(`link-${id}`, { kind: 'link', to, id }, now),
    ask: (id, asked, now) => queue(`asked-${id}`, { kind: 'link-asked', ...asked }, now),
  };
}
