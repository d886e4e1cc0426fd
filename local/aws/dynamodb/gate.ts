import { json } from '../http/answer.ts';
import { guard } from '../http/guard.ts';
import type { Dispatch, Service } from '../http/server.ts';
import { request } from '../../kit/request.ts';
import type { Signer } from '../signing/signature.ts';

/** The engine asks nobody for a key and lets every web page in, so nothing passes here that is not signed. */
export const tableGate =
  (engine: string, signer: Signer): Dispatch =>
  (request) =>
    guard(request, { access: 'signed', as: 'dynamodb', service: passedOn(engine) }, request.url ?? '/', signer);

const asked = ['content-type', 'x-amz-target', 'x-amz-date', 'authorization'] as const;
const answered = ['content-type', 'x-amzn-requestid', 'x-amz-crc32'] as const;

const passedOn =
  (engine: string): Service =>
  async ({ method, headers, body }) => {
    if (method !== 'POST') return json(405, { message: 'DynamoDB is asked by POST.' }, { allow: 'POST' });
    const response = await request(engine, {
      method,
      headers: Object.fromEntries(asked.map((name) => [name, headers[name]?.toString() ?? ''])),
      body,
    });
    const kept = answered.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    return { status: response.status, headers: Object.fromEntries(kept), body: response.bytes };
  };
