import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Asked, Proposal, Question } from '#core/showcase/proposal.ts';
import { Item, type Showcase, type ShowcaseChange } from '#core/showcase/showcase.ts';
import { wasWritten } from './conditional-write.ts';
import { outboxItem } from './items.ts';
import { keys, statePrefix } from './keys.ts';
import { queryAll } from './query-all.ts';
import { showcaseLists } from './showcase-lists.ts';

const Keyed = z.object({ SK: z.string() });

/** Seconds of real time for which one that nobody confirms is kept; its days go by the host's clock (core/showcase/showcase-by-link.ts). */
const unconfirmedSeconds = 16 * 86_400;

const partsOf = ({ item: { itemId }, fresh: { proposals, questions, asked } }: ShowcaseChange) => [
  ...proposals.map((proposal) => ({ ...keys.showcasePart(itemId, 'PROPOSAL', proposal.proposalId), proposal })),
  ...questions.map((question) => ({ ...keys.showcasePart(itemId, 'QUESTION', question.questionId), question })),
  ...asked.map((one) => ({ ...keys.showcasePart(itemId, 'ASKED', one.askedId), asked: one })),
];

/** An item with all that was said of it is one partition; lists read narrow rows of a zone. */
export function showcaseStore(client: DynamoDBDocumentClient, TableName: string): Showcase {
  const put = (Item: Record<string, unknown>) => ({ Put: { TableName, Item } });
  return {
    ...showcaseLists(client, TableName),
    load: async (itemId) => {
      const items = await queryAll(client, {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: 'PK = :pk AND begins_with(SK, :states)',
        ExpressionAttributeValues: { ':pk': keys.showcaseItem(itemId).PK, ':states': statePrefix },
      });
      const of = (kind: string) => items.filter((item) => Keyed.parse(item).SK.startsWith(`${statePrefix}${kind}`));
      const [own] = of('ITEM');
      return (
        own && {
          item: Item.parse(own['item']),
          proposals: of('PROPOSAL').map((item) => Proposal.parse(item['proposal'])),
          questions: of('QUESTION').map((item) => Question.parse(item['question'])),
          asked: of('ASKED').map((item) => Asked.parse(item['asked'])),
        }
      );
    },
    unconfirmed: async (proposalId) => {
      const { Item: item } = await client.send(
        new GetCommand({ TableName, Key: keys.proposed(proposalId), ConsistentRead: true }),
      );
      return item && Proposal.parse(item['proposal']);
    },
    propose: async (proposal, row) => {
      const Item = {
        ...keys.proposed(proposal.proposalId),
        proposal,
        expiresAt: Math.floor(Date.now() / 1000) + unconfirmedSeconds,
      };
      const ConditionExpression = 'attribute_not_exists(PK)';
      await wasWritten(client.send(new PutCommand({ TableName, Item, ConditionExpression })));
      await wasWritten(client.send(new PutCommand({ TableName, Item: outboxItem(row), ConditionExpression })));
    },
    commit: async (change) => {
      const { item, listed, event, rows, confirmed } = change;
      const { itemId, zoneId, version } = item;
      try {
        await client.send(
          new TransactWriteCommand({
            TransactItems: [
              {
                Put: {
                  TableName,
                  Item: { ...keys.showcaseItem(itemId), item, version },
                  ...(version === 1
                    ? { ConditionExpression: 'attribute_not_exists(PK)' }
                    : { ConditionExpression: 'version = :seen', ExpressionAttributeValues: { ':seen': version - 1 } }),
                },
              },
              ...partsOf(change).map(put),
              put({ ...keys.showcaseListed(zoneId, itemId), listed }),
              put({ ...keys.showcaseEvent(itemId, version), event }),
              ...rows.map((row) => put(outboxItem(row))),
              ...(confirmed === undefined ? [] : [{ Delete: { TableName, Key: keys.proposed(confirmed) } }]),
            ],
          }),
        );
        return 'committed';
      } catch (error) {
        if (error instanceof TransactionCanceledException) {
          const codes = error.CancellationReasons?.map(({ Code }) => Code) ?? [];
          if (codes.includes('ConditionalCheckFailed') || codes.includes('TransactionConflict')) return 'conflict';
        }
        throw error;
      }
    },
  };
}
