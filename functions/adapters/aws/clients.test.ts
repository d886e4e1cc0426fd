import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from './clients.ts';

const saved = { ...process.env };
let stored = '';
const server = createServer((_request, response) => {
  response
    .setHeader('content-type', 'application/x-amz-json-1.0')
    .end(JSON.stringify({ Item: { sum: { N: stored } } }));
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
afterAll(() => {
  process.env = saved;
  server.close();
  server.closeAllConnections();
});

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
    stored = number;
    const { Item } = await documentClient().send(new GetCommand({ TableName: 'table', Key: { PK: 'a', SK: 'b' } }));
    expect(Item).toEqual({ sum: read });
  });
});
