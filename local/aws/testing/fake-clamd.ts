import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export interface FakeClamd {
  readonly url: string;
  readonly seen: readonly string[];
  readonly close: () => Promise<void>;
}

/** The sign of the EICAR test file, by which scanners are tried: the file is no virus. In two parts, so that no scanner takes this file for it. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const command = Buffer.from('zINSTREAM\0');

interface Options {
  readonly port?: number;
  /** As clamd's StreamMaxLength, bytes. */
  readonly limit?: number;
  /** Answers instead of looking; `undefined` hangs up. */
  readonly reply?: (content: Buffer) => string | undefined;
}

const judge = (content: Buffer): string =>
  content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';

export async function openFakeClamd({ port = 0, limit = 1_000_000, reply = judge }: Options = {}): Promise<FakeClamd> {
  const seen: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let held = Buffer.alloc(0);
    const parts: Buffer[] = [];
    const answer = (text: string | undefined) => (text === undefined ? socket.end() : socket.end(`${text}\0`));
    socket
      .on('close', () => sockets.delete(socket))
      .on('error', () => undefined)
      .on('data', (chunk: Buffer) => {
        held = Buffer.concat([held, chunk]);
        if (parts.length === 0) {
          if (held.length < command.length) return;
          if (!held.subarray(0, command.length).equals(command)) return void answer('UNKNOWN COMMAND');
          held = held.subarray(command.length);
          parts.push(Buffer.alloc(0));
        }
        while (held.length >= 4) {
          const length = held.readUInt32BE();
          const content = Buffer.concat(parts);
          if (content.length + length > limit) return void answer('INSTREAM size limit exceeded. ERROR');
          if (length === 0) {
            seen.push(content.toString());
            return void answer(reply(content));
          }
          if (held.length < 4 + length) return;
          parts.push(held.subarray(4, 4 + length));
          held = held.subarray(4 + length);
        }
      });
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `tcp://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}`,
    seen,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
