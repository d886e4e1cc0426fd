import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from './clients.ts';

interface Asked {
  readonly target: string;
  readonly body: string;
}

const saved = { ...process.env };
const asked: Asked[] = [];
/** What the service does, one a request; the last goes on. */
let answers: ((response: ServerResponse) => void)[] = [];
const json =
  (status: number, body: unknown) =>
  (response: ServerResponse): void => {
    response
      .writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': 'of-the-service' })
      .end(JSON.stringify(body));
  };
const lost = (response: ServerResponse): void => void response.socket?.destroy();
const server = createServer((request, response) => {
  let body = '';
  request
    .setEncoding('utf8')
    .on('data', (part: string) => (body += part))
    .on('end', () => {
      asked.push({ target: String(request.headers['x-amz-target']), body });
      (answers.length > 1 ? answers.shift() : answers[0])?.(response);
    });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${String(port)}`,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
  });
});
beforeEach(() => {
  asked.length = 0;
});
afterAll(() => {
  process.env = saved;
  server.close();
  server.closeAllConnections();
});

const Key = { PK: 'a', SK: 'b' };
const get = () => documentClient().send(new GetCommand({ TableName: 'table', Key }));
const transact = () =>
  documentClient().send(new TransactWriteCommand({ TransactItems: [{ Delete: { TableName: 'table', Key } }] }));

it('everybody has the one client of the table, so they share its connections', () => {
  expect(documentClient()).toBeInstanceOf(DynamoDBDocumentClient);
  expect(documentClient()).toBe(documentClient());
});

describe('a number of the table', () => {
  it.each([
    ['12', 12],
    ['0.6', 0.6],
    ['27021597764222973', Number.MAX_SAFE_INTEGER],
    ['-27021597764222973', -Number.MAX_SAFE_INTEGER],
  ])('%s is read as %d', async (number, read) => {
    answers = [json(200, { Item: { sum: { N: number } } })];
    const { Item } = await get();
    expect(Item).toEqual({ sum: read });
  });
});

describe('a call', () => {
  it('asks in the protocol of DynamoDB and reads any text as it was written', async () => {
    const text = 'Жоғары қысым “ 🏭 \u2028 </script>';
    answers = [json(200, { Item: { text: { S: text }, none: { NULL: true }, list: { L: [{ BOOL: false }] } } })];
    const { Item, $metadata } = await get();
    expect(Item).toEqual({ text, none: null, list: [false] });
    expect($metadata).toMatchObject({ httpStatusCode: 200, requestId: 'of-the-service', attempts: 1 });
    await documentClient().send(
      new PutCommand({ TableName: 'table', Item: { ...Key, text, gone: undefined, n: 1.5 } }),
    );
    expect(asked.map(({ target }) => target)).toEqual(['DynamoDB_20120810.GetItem', 'DynamoDB_20120810.PutItem']);
    expect(JSON.parse(asked[1]?.body ?? '')).toEqual({
      TableName: 'table',
      Item: { PK: { S: 'a' }, SK: { S: 'b' }, text: { S: text }, n: { N: '1.5' } },
    });
  });

  it('whose answer is lost is asked again, a transaction by the same token', async () => {
    answers = [lost, json(200, {})];
    await transact();
    const tokens = asked.map(({ body }) => (JSON.parse(body) as { ClientRequestToken?: string }).ClientRequestToken);
    expect(tokens).toEqual([expect.stringMatching(/^[\da-f-]{36}$/), tokens[0]]);
    answers = [json(200, {})];
    await transact();
    expect(asked.at(-1)?.body).not.toContain(tokens[0]);
  });

  it('that is throttled or meets a fault of the service is asked again', async () => {
    answers = [
      json(400, { __type: 'com.amazonaws.dynamodb.v20120810#ThrottlingException', message: 'slower' }),
      json(500, { __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError' }),
      json(200, { Item: {} }),
    ];
    expect((await get()).$metadata.attempts).toBe(3);
  });

  it('that is refused says so as the SDK says it, once, with the reasons', async () => {
    const type = 'com.amazonaws.dynamodb.v20120810#';
    answers = [json(400, { __type: `${type}ConditionalCheckFailedException`, message: 'no' })];
    await expect(get()).rejects.toThrow(ConditionalCheckFailedException);
    const CancellationReasons = [{ Code: 'ConditionalCheckFailed', Item: { n: { N: '7' } } }];
    answers = [json(400, { __type: `${type}TransactionCanceledException`, Message: 'no', CancellationReasons })];
    const refused: unknown = await transact().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TransactionCanceledException);
    expect(refused).toMatchObject({ CancellationReasons: [{ Code: 'ConditionalCheckFailed' }] });
    expect(asked).toHaveLength(2);
  });
});
