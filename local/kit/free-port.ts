import { once } from 'node:events';
import { createServer } from 'node:net';

export const freePort = (): Promise<number> => listenOnce(0);

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
