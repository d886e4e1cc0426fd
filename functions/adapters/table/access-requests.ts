import { GetCommand, type DynamoDBDocumentClient, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { AccessRequest, keptSeconds } from '#core/people/access-request.ts';
import type { Edit } from '#core/people/administration-ports.ts';
import { Scope } from '#core/reference/reference.ts';
import { keys, type Key } from './keys.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

const Asked = z.object({ ...Scope.shape, requestId: z.string() });

const keyOf = ({ scope, scopeId, requestId }: z.infer<typeof Asked>): Key => keys.access(scope, scopeId, requestId);

const asSeen = ({ askedAt }: AccessRequest) => ({
  ConditionExpression: 'askedAt = :seen AND attribute_not_exists(refused)',
  ExpressionAttributeValues: { ':seen': askedAt },
});

const asBefore = (before: AccessRequest | undefined) =>
  before === undefined
    ? { ConditionExpression: 'attribute_not_exists(PK)' }
    : { ConditionExpression: 'askedAt = :seen', ExpressionAttributeValues: { ':seen': before.askedAt } };

/** A request lies with its place, and whoever asks knows where: one of an account at a time. */
export function accessWrites(TableName: string, edit: Extract<Edit, { edit: 'ask' | 'asked' }>): Write[] {
  const { request } = edit;
  if (edit.edit === 'asked')
    return [
      { Delete: { TableName, Key: keyOf(request), ...asSeen(request) } },
      { Delete: { TableName, Key: keys.asked(request.subject) } },
    ];
  const { before } = edit;
  const { scope, scopeId, requestId, subject, askedAt } = request;
  const expiresAt = Math.floor(askedAt / 1000) + keptSeconds;
  const isElsewhere = before !== undefined && (before.scope !== scope || before.scopeId !== scopeId);
  return [
    {
      Put: {
        TableName,
        Item: { ...keyOf(request), ...request, expiresAt },
        ...(request.refused && before ? asSeen(before) : asBefore(isElsewhere ? undefined : before)),
      },
    },
    { Put: { TableName, Item: { ...keys.asked(subject), scope, scopeId, requestId, expiresAt } } },
    ...(isElsewhere ? [{ Delete: { TableName, Key: keyOf(before) } }] : []),
  ];
}

export async function accessRequest(
  client: DynamoDBDocumentClient,
  TableName: string,
  { scope, scopeId }: Scope,
  requestId: string,
): Promise<AccessRequest | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName, Key: keys.access(scope, scopeId, requestId), ConsistentRead: true }),
  );
  return Item && AccessRequest.parse(Item);
}

export async function requestOf(
  client: DynamoDBDocumentClient,
  TableName: string,
  subject: string,
): Promise<AccessRequest | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName, Key: keys.asked(subject), ConsistentRead: true }));
  if (Item === undefined) return undefined;
  const asked = Asked.parse(Item);
  return accessRequest(client, TableName, asked, asked.requestId);
}
