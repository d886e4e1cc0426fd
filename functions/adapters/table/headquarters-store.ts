import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { PutCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Headquarters, Instruction, Meeting, Told, type HeadquartersStore } from '#core/headquarters/headquarters.ts';
import { keys, statePrefix } from './keys.ts';
import { queryAll } from './query-all.ts';

/** A headquarters, its protocol and its log lie in one partition; one query reads all but the log. */
export const headquartersStore = (client: DynamoDBDocumentClient, TableName: string): HeadquartersStore => ({
  load: async (name) => {
    const { PK, SK } = keys.headquarters(name);
    const items = await queryAll(client, {
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: 'PK = :pk AND begins_with(SK, :state)',
      ExpressionAttributeValues: { ':pk': PK, ':state': statePrefix },
    });
    const own = items.find((item) => item['SK'] === SK);
    return (
      own && {
        headquarters: Headquarters.parse(own['headquarters']),
        instructions: items
          .flatMap(({ instruction }) => (instruction === undefined ? [] : [Instruction.parse(instruction)]))
          .toSorted((a, b) => a.number - b.number),
        meetings: items.flatMap(({ meeting }) => (meeting === undefined ? [] : [Meeting.parse(meeting)])),
        told: Told.parse(items.find(({ told }) => told !== undefined)?.['told'] ?? {}),
      }
    );
  },
  commit: async ({ headquarters, event, instruction, meeting }) => {
    const { version } = headquarters;
    const put = (Item: Readonly<Record<string, unknown>>, condition = {}) => ({
      Put: { TableName, Item: { ...Item }, ...condition },
    });
    const seen =
      version === 1
        ? { ConditionExpression: 'attribute_not_exists(PK)' }
        : { ConditionExpression: 'version = :seen', ExpressionAttributeValues: { ':seen': version - 1 } };
    try {
      await client.send(
        new TransactWriteCommand({
          TransactItems: [
            put({ ...keys.headquarters(headquarters), headquarters, version }, seen),
            ...(instruction
              ? [put({ ...keys.instruction(headquarters, instruction.instructionId), instruction })]
              : []),
            ...(meeting ? [put({ ...keys.meeting(headquarters, meeting.on), meeting })] : []),
            put({ ...keys.headquartersEvent(headquarters, event.sequence), event }),
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
  tell: async (name, told) => {
    await client.send(new PutCommand({ TableName, Item: { ...keys.headquartersTold(name), told } }));
  },
});
