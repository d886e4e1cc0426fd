import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import { ListTablesCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3';
import { ListEmailIdentitiesCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { ListStateMachinesCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCredentials as credentials, testSigner as signer } from '../testing/signer.ts';
import { sha256 } from './signature.ts';
import { type SignedRequest, signatureFault, skew } from './signed-request.ts';

/** What the SDK's own clients send, kept as it came. */
const kept: SignedRequest[] = [];
let endpoint: string;
const server = createServer((request, response) => {
  const hash = createHash('sha256');
  request
    .on('data', (part: Buffer) => hash.update(part))
    .on('end', () => {
      const announced = request.headers['x-amz-content-sha256']?.toString();
      const isS3 = request.headers.authorization?.includes('/s3/') === true;
      kept.push({
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        payload: isS3 ? (announced ?? '') : hash.digest('hex'),
      });
      response.writeHead(200, { 'content-type': isS3 ? 'application/xml' : 'application/json' }).end(isS3 ? '' : '{}');
    });
}).listen(0, '127.0.0.1');
beforeAll(async () => {
  if (!server.listening) await once(server, 'listening');
  const address = server.address();
  endpoint = `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}/_local/service`;
});
afterAll(() => {
  server.close();
});

const client = () => ({ endpoint, region: signer.region, credentials, maxAttempts: 1 });
async function sent(call: () => Promise<unknown>): Promise<SignedRequest> {
  await call();
  const asked = kept.at(-1);
  if (!asked) throw new Error('Nothing came');
  return asked;
}
const dynamodb = () => sent(() => new DynamoDBClient(client()).send(new ListTablesCommand({ Limit: 7 })));
const fault = (asked: SignedRequest, service: string, now = Date.now()) =>
  signatureFault(asked, service, signer, now)?.kind;
const change = (asked: SignedRequest, headers: IncomingHttpHeaders): SignedRequest => ({
  ...asked,
  headers: { ...asked.headers, ...headers },
});
const authorization = (asked: SignedRequest, from: string | RegExp, to: string) =>
  change(asked, { authorization: asked.headers.authorization?.replace(from, to) });

describe('a request of the SDK', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['dynamodb', () => new DynamoDBClient(client()).send(new ListTablesCommand({}))],
    ['states', () => new SFNClient(client()).send(new ListStateMachinesCommand({}))],
    [
      'ses',
      () => new SESv2Client(client()).send(new ListEmailIdentitiesCommand({ NextToken: 'a/b c=ә&*', PageSize: 3 })),
    ],
    [
      's3',
      () =>
        new S3Client({ ...client(), forcePathStyle: true }).send(
          new PutObjectCommand({ Bucket: 'b', Key: "kept/ниет хаты (1)*'!~/+%2F", Body: 'x' }),
        ),
    ],
  ])('to %s is signed, for this service and no other', async (service, call) => {
    const asked = await sent(call);
    expect(fault(asked, service)).toBeUndefined();
    expect(fault(asked, service === 's3' ? 'ses' : 's3')).toBe('malformed');
  });

  it('holds for a quarter of an hour', async () => {
    const asked = await dynamodb();
    const second = 1_000;
    for (const [now, expected] of [
      [skew - 2 * second, undefined],
      [skew + 2 * second, 'skewed'],
      [-skew + 2 * second, undefined],
      [-skew - 2 * second, 'skewed'],
    ] as const) {
      expect(fault(asked, 'dynamodb', Date.now() + now)).toBe(expected);
    }
  });

  it.each<[string, (asked: SignedRequest) => SignedRequest, string]>([
    ['without a signature', (asked) => change(asked, { authorization: undefined }), 'missing'],
    ['with a bearer token', (asked) => change(asked, { authorization: 'Bearer x' }), 'malformed'],
    ['with an empty signature', (asked) => authorization(asked, /Signature=.*/, 'Signature='), 'malformed'],
    [
      'with a signature of zeros',
      (asked) => authorization(asked, /Signature=.*/, `Signature=${'0'.repeat(64)}`),
      'mismatch',
    ],
    ['of another key', (asked) => authorization(asked, 'Credential=local', 'Credential=other'), 'unknown-key'],
    ['for another region', (asked) => authorization(asked, signer.region, 'us-east-1'), 'malformed'],
    ['of another day', (asked) => authorization(asked, /\/\d{8}\//, '/20200101/'), 'malformed'],
    [
      'with another date of the day',
      (asked) =>
        change(asked, {
          'x-amz-date': asked.headers['x-amz-date']
            ?.toString()
            .replace(/\d\dZ$/, (seconds) => (seconds === '00Z' ? '01Z' : '00Z')),
        }),
      'mismatch',
    ],
    ['without a date', (asked) => change(asked, { 'x-amz-date': undefined }), 'malformed'],
    ['with another body', (asked) => ({ ...asked, payload: sha256('{"Limit":8}') }), 'mismatch'],
    [
      'that says its body is not signed',
      (asked) => change(asked, { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }),
      'mismatch',
    ],
    ['by another method', (asked) => ({ ...asked, method: 'GET' }), 'mismatch'],
    ['to another path', (asked) => ({ ...asked, url: '/_local/other/' }), 'mismatch'],
    ['with a query', (asked) => ({ ...asked, url: `${asked.url}?a=b` }), 'mismatch'],
    ['with a query that is none', (asked) => ({ ...asked, url: `${asked.url}?%ff` }), 'mismatch'],
    ['to another host', (asked) => change(asked, { host: 'evil.example.org' }), 'mismatch'],
    ['to another operation', (asked) => change(asked, { 'x-amz-target': 'DynamoDB_20120810.DeleteTable' }), 'mismatch'],
    ['with a header that was not signed', (asked) => change(asked, { 'x-amz-other': 'a' }), 'malformed'],
    ['whose operation was not signed', (asked) => authorization(asked, ';x-amz-target', ''), 'malformed'],
    ['whose host was not signed', (asked) => authorization(asked, /;host|host;/, ''), 'malformed'],
    [
      'that names a header of every object',
      (asked) => authorization(asked, 'SignedHeaders=', 'SignedHeaders=__proto__;constructor;'),
      'mismatch',
    ],
  ])('S1: %s is refused', async (_, forge, kind) => {
    const asked = await dynamodb();
    expect(fault(asked, 'dynamodb')).toBeUndefined();
    expect(fault(forge(asked), 'dynamodb')).toBe(kind);
  });

  it('S1: of whoever has another secret is refused', async () => {
    const asked = await dynamodb();
    expect(signatureFault(asked, 'dynamodb', { ...signer, secret: 'local' }, Date.now())?.kind).toBe('mismatch');
  });
});
