import { freePort, isFree } from '../kit/free-port.ts';
import { readJson, writeWhole } from '../kit/files.ts';

export interface Ports {
  readonly site?: number | undefined;
  readonly local?: number | undefined;
  readonly dynamodb?: number | undefined;
}

/** The ports a data folder's host had last, so that links in old emails still lead to it. */
export function readPorts(file: string): Ports {
  const saved = readJson(
    file,
    'remove it; the host chooses its ports anew, and links to this machine in old emails may lead nowhere',
  );
  if (typeof saved !== 'object' || saved === null) return {};
  const port = (name: string): number | undefined => {
    const value: unknown = Reflect.get(saved, name);
    return typeof value === 'number' ? value : undefined;
  };
  return { site: port('site'), local: port('local'), dynamodb: port('dynamodb') };
}

export const writePorts = (file: string, ports: Ports): void => writeWhole(file, JSON.stringify(ports));

/** A port each for the site (`wanted`; 0 for any), the local services and the table's gate: the ones the data folder had, where they are free. Rejects when `wanted` is taken. */
export async function choosePorts(
  wanted: number,
  remembered: Ports,
): Promise<{ site: number; local: number; dynamodb: number }> {
  if (wanted !== 0 && !(await isFree(wanted)))
    throw new Error(`Port ${wanted} is in use. Set PORT to another one, or to 0 for any.`);
  const site = wanted === 0 ? await freeOr(remembered.site) : wanted;
  const local = await freeOr(remembered.local, site);
  return { site, local, dynamodb: await freeOr(remembered.dynamodb, site, local) };
}

async function freeOr(remembered: number | undefined, ...taken: readonly number[]): Promise<number> {
  let port = remembered !== undefined && (await isFree(remembered)) ? remembered : await freePort();
  while (taken.includes(port)) port = await freePort();
  return port;
}
