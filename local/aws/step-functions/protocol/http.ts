import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { ApiError } from '../faults.ts';
import type { Answer } from './dispatch.ts';

/** More than any request of the API may hold. */
const largest = 4 * 1024 * 1024;

async function read(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) throw new ApiError('RequestEntityTooLarge', 'Request is too large');
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  try {
    return text === '' ? {} : (JSON.parse(text) as unknown);
  } catch {
    throw new ApiError('SerializationException', 'The request is not JSON');
  }
}

function reply(response: ServerResponse, { status, body }: Answer): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(text),
    'x-amzn-RequestId': randomUUID(),
  });
  response.end(text);
}

const failure = (status: number, code: string, message: string): Answer => ({
  status,
  body: { __type: code, message },
});

/** Serves actions over HTTP on 127.0.0.1; the target comes in `X-Amz-Target`. */
export async function serve(
  port: number,
  handle: (target: string, body: unknown) => Promise<Answer>,
): Promise<{ server: Server; port: number }> {
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    try {
      const body = await read(request);
      return await handle(String(request.headers['x-amz-target'] ?? ''), body);
    } catch (thrown) {
      return thrown instanceof ApiError
        ? failure(400, thrown.code, thrown.message)
        : failure(500, 'InternalFailure', String(thrown));
    }
  };
  const server = createServer((request, response) => {
    void answer(request).then((result) => {
      reply(response, result);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}
