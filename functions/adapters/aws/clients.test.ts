import { afterEach, describe, expect, it } from 'vitest';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from './clients.ts';

const saved = { ...process.env };
afterEach(() => { process.env = { ...saved }; });

describe('a number of the table', () => {
  it.each([['12', 12], ['0.6', 0.6], ['27021597764222973', Number.MAX_SAFE_INTEGER], ['-27021597764222973', -Number.MAX_SAFE_INTEGER]])('%s is read as %d', async (stored, read) => {
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'application/x-amz-json-1.0').end(JSON.stringify({ Item: { sum: { N: stored } } }));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => { server.once('listening', resolve); });
    const { port } = server.address() as AddressInfo;
    Object.assign(process.env, { AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${String(port)}`, AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x' });
    try {
      const { Item } = await documentClient().send(new GetCommand({ TableName: 'table', Key: { PK: 'a', SK: 'b' } }));
      expect(Item).toEqual({ sum: read });
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});
