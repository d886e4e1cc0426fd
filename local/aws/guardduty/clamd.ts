import { once } from 'node:events';
import { connect, type NetConnectOpts, type Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** `unsupported`: locked or packed too deep to look into. `failed`: the scanner could not, as for one too large. */
export type Verdict =
  | { readonly kind: 'clean' }
  | { readonly kind: 'found'; readonly threat: string }
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'failed'; readonly because: string };

/** The most that clamd is waited for between two of its or our bytes, in ms. A large archive takes a while. */
const patience = 120_000;

/** What clamd calls what it could not look into, where it is told to alert (clamd.conf: AlertEncrypted, AlertExceedsMax). */
const unreadable = /^Heuristics\.(Encrypted|Limits\.Exceeded)/;

/** Where clamd listens, from `tcp://host:port` or `unix:/path`. Throws for anything else. */
export function clamdAddress(url: string): NetConnectOpts {
  const path = /^unix:(?:\/\/)?(\/.+)$/.exec(url)?.[1];
  if (path !== undefined) return { path };
  const [, host, port] = /^tcp:\/\/(\[[0-9a-f:]+\]|[\w.-]+):(\d{1,5})\/?$/i.exec(url) ?? [];
  if (host === undefined)
    throw new Error(`CLAMD_URL is "${url}"; it is tcp://host:port or unix:/path of clamd's socket.`);
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

/** Has clamd look at a file. Rejects when it cannot be reached; one that goes away in the middle has failed. Source: clamd(8), INSTREAM. */
export async function askClamd(address: NetConnectOpts, file: Readable): Promise<Verdict> {
  const socket = connect(address);
  socket.setTimeout(patience, () => socket.destroy(new Error('clamd does not answer')));
  try {
    await once(socket, 'connect');
    // Of a file that is too large for it clamd says so, and hangs up, before the end.
    send(socket, file).catch((error: unknown) => socket.destroy(error instanceof Error ? error : undefined));
    return await replyOf(socket).then(verdictOf, (error: unknown) => ({ kind: 'failed', because: String(error) }));
  } finally {
    socket.destroy();
    file.destroy();
  }
}

async function send(socket: Socket, file: Readable): Promise<void> {
  const write = async (bytes: Buffer): Promise<void> => {
    if (!socket.write(bytes)) await once(socket, 'drain');
  };
  const length = (count: number): Buffer => {
    const four = Buffer.alloc(4);
    four.writeUInt32BE(count);
    return four;
  };
  await write(Buffer.from('zINSTREAM\0'));
  for await (const chunk of file as AsyncIterable<Buffer>) {
    await write(length(chunk.length));
    await write(chunk);
  }
  await write(length(0));
}

async function replyOf(socket: Socket): Promise<string> {
  let text = '';
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    text += chunk.toString('utf8');
    const end = text.indexOf('\0');
    if (end >= 0) return text.slice(0, end);
  }
  throw new Error('clamd went away before it answered');
}

function verdictOf(reply: string): Verdict {
  if (/^stream: OK$/.test(reply)) return { kind: 'clean' };
  const threat = /^stream: (.+) FOUND$/.exec(reply)?.[1];
  if (threat === undefined) return { kind: 'failed', because: reply };
  return unreadable.test(threat) ? { kind: 'unsupported' } : { kind: 'found', threat };
}
