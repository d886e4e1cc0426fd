import { HttpRequest } from '@smithy/core/protocols';
import { expect, it } from 'vitest';
import { RequestSigner } from './request-signer.ts';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const signingDate = new Date('2015-08-30T12:36:00Z');
const of = (sessionToken?: string) =>
  new RequestSigner({
    credentials: { ...credentials, ...(sessionToken !== undefined && { sessionToken }) },
    region: 'us-east-1',
    service: 'service',
  });
const post = (headers: Record<string, string> = {}, body = '') =>
  new HttpRequest({ protocol: 'https:', hostname: 'example.amazonaws.com', method: 'POST', path: '/', headers, body });

// Source: AWS's Signature Version 4 test suite, "post-vanilla" and "post-sts-header-before".
it.each([
  ['with lasting credentials', undefined, '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
  [
    'with those of a role',
    'AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmUpp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9KSYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==',
    '85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead',
  ],
])('a request is signed as AWS publishes it, %s', async (_, token, signature) => {
  const { headers } = await of(token).sign(post(), { signingDate });
  expect(headers['authorization']).toMatch(new RegExp(`Signature=${signature}$`));
});

it('what is asked, its type and its body are signed, and each day has its own key', async () => {
  const target = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': 'DynamoDB_20120810.GetItem' };
  const signed = async (headers: Record<string, string>, body: string, date = signingDate) =>
    (await of().sign(post({ ...headers }, body), { signingDate: date })).headers['authorization'];
  const all = await Promise.all([
    signed(target, '{}'),
    signed(target, '{"a":1}'),
    signed({ ...target, 'x-amz-target': 'DynamoDB_20120810.Scan' }, '{}'),
    signed({ ...target, 'content-type': 'text/plain' }, '{}'),
    signed(target, '{}', new Date('2015-08-31T12:36:00Z')),
  ]);
  expect(new Set(all).size).toBe(all.length);
  expect(all[0]).toContain('SignedHeaders=content-type;host;x-amz-date;x-amz-target');
  expect(await signed(target, '{}')).toBe(all[0]);
});
