import type { InvokeResult } from '../lambda/runtime.ts';
import { type Answer, json } from '../http/answer.ts';

const internalError = json(500, { message: 'Internal Server Error' });

/** Payload format 2.0: an object with `statusCode` as it says, anything else the body of a 200, an error a bare 500. */
export function httpAnswer(result: InvokeResult): Answer {
  if (result.kind !== 'ok') return internalError;
  const { payload } = result;
  if (!isRecord(payload) || !('statusCode' in payload)) {
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: typeof payload === 'string' ? payload : JSON.stringify(payload),
    };
  }
  const status = Number(payload['statusCode']);
  const { body = '', headers = {}, cookies = [], isBase64Encoded } = payload;
  const isRight =
    Number.isInteger(status) &&
    status >= 100 &&
    status <= 599 &&
    isRecord(headers) &&
    Array.isArray(cookies) &&
    (typeof body === 'string' || body === null);
  if (!isRight) return internalError;
  const names = Object.entries(headers).map(([name, value]): [string, string] => [name.toLowerCase(), String(value)]);
  return {
    status,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...Object.fromEntries(names.filter(([name]) => name !== 'content-length')),
      ...(cookies.length > 0 ? { 'set-cookie': cookies.map(String) } : {}),
    },
    body: isBase64Encoded === true ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
