import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port of 127.0.0.1 that nobody listens on just now. */
export const freePort = (): Promise<number> => listenOnce(0);

/** Whether nobody listens on a port of a loopback address just now. */
export const isFree = (port: number, address?: string): Promise<boolean> =>
  listenOnce(port, address).then(
    () => true,
    () => false,
  );

async function listenOnce(port: number, host = '127.0.0.1'): Promise<number> {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : port;
}
