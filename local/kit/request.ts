import { Agent, request as ask } from 'node:http';

export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly text: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Fields are sent as a form. */
  readonly body?: string | Buffer | URLSearchParams;
}

const agent = new Agent({ keepAlive: true });

function headersOf(raw: readonly string[]): Headers {
  const headers = new Headers();
  for (let at = 0; at + 1 < raw.length; at += 2) headers.append(raw[at] ?? '', raw[at + 1] ?? '');
  return headers;
}

/** Asks a host as `fetch` would with `redirect: 'manual'`, for an answer that is not compressed: thousands of times, at half of what `fetch` costs. Rejects with a `code` when the connection breaks. */
export const request = (url: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Got> =>
  new Promise((resolve, reject) => {
    const form = body instanceof URLSearchParams && {
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
    };
    const content = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(String(body));
    const asked = ask(
      new URL(url),
      {
        agent,
        method,
        headers: {
          accept: '*/*',
          'accept-language': '*',
          ...form,
          ...headers,
          ...(content && { 'content-length': content.length }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const status = response.statusCode ?? 0;
          resolve({ status, headers: headersOf(response.rawHeaders), bytes, text: bytes.toString('utf8') });
        });
      },
    );
    asked.on('error', reject);
    asked.end(content);
  });
