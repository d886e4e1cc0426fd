import { once } from 'node:events';
import { createServer } from 'node:net';
import { readJson, writeWhole } from './files.ts';

/** A port of 127.0.0.1 that nobody listens on just now. */
export const freePort = (): Promise<number> => listenOnce(0);

/** Whether nobody listens on a port of 127.0.0.1 just now. */
export const isFree = (port: number): Promise<boolean> => listenOnce(port).then(() => true, () => false);

async function listenOnce(port: number): Promise<number> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : port;
}

export interface Ports {
  readonly site?: number | undefined;
  /** Of the local services. */
  readonly local?: number | undefined;
  readonly dynamodb?: number | undefined;
}

/** The ports a data folder's host had last, so that links in old emails still lead to it. */
export function readPorts(file: string): Ports {
  const saved = readJson(file, 'remove it; the host chooses its ports anew, and links to this machine in old emails may lead nowhere');
  if (typeof saved !== 'object' || saved === null) return {};
  const port = (name: string): number | undefined => {
    const value: unknown = Reflect.get(saved, name);
    return typeof value === 'number' ? value : undefined;
  };
  return { site: port('site'), local: port('local'), dynamodb: port('dynamodb') };
}

export const writePorts = (file: string, ports: Ports): void => writeWhole(file, JSON.stringify(ports));

/** A port each for the site (`wanted`; 0 for any) and the local services: the ones the data folder had, where they are free. Rejects when `wanted` is taken. */
export async function choosePorts(wanted: number, remembered: Ports): Promise<{ site: number; local: number }> {
  if (wanted !== 0 && !(await isFree(wanted))) throw new Error(`Port ${wanted} is in use. Set PORT to another one, or to 0 for any.`);
  const site = wanted === 0 ? await freeOr(remembered.site) : wanted;
  return { site, local: await freeOr(remembered.local, site) };
}

async function freeOr(remembered: number | undefined, taken?: number): Promise<number> {
  let port = remembered !== undefined && (await isFree(remembered)) ? remembered : await freePort();
  while (port === taken) port = await freePort();
  return port;
}
