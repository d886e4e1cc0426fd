import { randomUUID } from 'node:crypto';
import type { Service } from '../http/server.ts';
import type { StatesEngine } from './index.ts';

/** The Step Functions protocol (AWS JSON 1.0) before the engine; requests wait until it is open. */
export function statesService(engine: Promise<Pick<StatesEngine, 'handle'>>): Service {
  return async ({ headers, body }) => {
    const input = parse(body);
    const answer =
      input === undefined
        ? { status: 400, body: { __type: 'SerializationException', message: 'The request is not JSON' } }
        : await (await engine).handle(String(headers['x-amz-target'] ?? ''), input);
    return {
      status: answer.status,
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() },
      body: JSON.stringify(answer.body),
    };
  };
}

function parse(body: Buffer): unknown {
  try {
    return body.length === 0 ? {} : (JSON.parse(body.toString()) as unknown);
  } catch {
    return undefined;
  }
}
