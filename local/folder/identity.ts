import { closeSync, fsyncSync, openSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { readText, writeWhole } from '../kit/files.ts';

/** The way in which this release keeps a data folder. Raised by a change that needs `npm run migrate`. */
export const currentFormat = 6;

const Identity = z.object({
  id: z.string().check(z.minLength(1)),
  format: z.int().check(z.minimum(1)),
  /** `demo`: the host's own sign-in, which asks for no password; `real`: an issuer's staff. */
  kind: z.enum(['demo', 'real']),
  /** The site's origin where it is not the host's own. */
  site: z.nullable(z.string()),
  issuer: z.nullable(z.string()),
  createdAt: z.iso.datetime(),
  /** False until every store is there and carries the id: a first start that was cut off goes on. */
  complete: z._default(z.boolean(), true),
  /** SHA-256 of each secret's file: a lost one is noticed, not made anew. */
  secrets: z._default(z.record(z.string(), z.string()), {}),
});

export type Identity = Readonly<z.infer<typeof Identity>>;

export interface Wanted extends Pick<Identity, 'kind' | 'site' | 'issuer'> {
  /** The operator says that site and issuer are others now. */
  readonly moved?: boolean;
}

export const identityFile = 'folder.json';

/** `undefined` where there is none; throws, in words for the operator, when it is broken. */
export function readIdentity(dataDir: string): Identity | undefined {
  const text = readText(join(dataDir, identityFile));
  if (text === undefined) return undefined;
  try {
    return Identity.parse(JSON.parse(text));
  } catch {
    throw new Error(
      `${join(dataDir, identityFile)} does not say what this folder is: restore this one file from a backup of the same folder.`,
    );
  }
}

/** On disk, also over a power cut, when it returns. */
export function writeIdentity(dataDir: string, identity: Identity): void {
  writeWhole(join(dataDir, identityFile), `${JSON.stringify(identity, undefined, 2)}\n`, {
    durable: true,
    mode: 0o600,
  });
  const folder = openSync(dataDir, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Why this release does not read a folder of that format, in one sentence; `undefined` when it does. */
export function formatIssue(dataDir: string, format: number): string | undefined {
  if (format > currentFormat)
    return `${dataDir} was made by a newer release (format ${String(format)}, this one reads ${String(currentFormat)}): start that release, or restore a backup that this one made.`;
  return format < currentFormat ? earlierRelease(dataDir) : undefined;
}

/** Why a folder may not be started so: one sentence that says what to do; `undefined` when it may. */
export function identityIssue(
  dataDir: string,
  { format, kind, site, issuer }: Identity,
  wanted: Wanted,
): string | undefined {
  const unread = formatIssue(dataDir, format);
  if (unread !== undefined) return unread;
  if (kind === 'demo' && wanted.kind === 'real')
    return `${dataDir} was begun with demo people, who have rights there: a host with an issuer of its staff needs a data folder of its own.`;
  if (kind === 'real' && wanted.kind === 'demo')
    return `${dataDir} holds real data, whose staff sign in at ${String(issuer)}: set ISSUER_URL to that and CLIENT_ID${site === null ? '' : `, and SITE_URL to ${site}`}. For a demo set DATA_DIR to another folder.`;
  if (kind === 'demo' || wanted.moved) return undefined;
  if (issuer !== wanted.issuer)
    return `The staff of ${dataDir} sign in at ${String(issuer)}, and ISSUER_URL is ${String(wanted.issuer)}: set it back, or start once with npm start -- --moved when the issuer has another address now and names the same people.`;
  if (site !== wanted.site)
    return `${dataDir} is the site ${site ?? 'without SITE_URL'}, and SITE_URL is ${wanted.site ?? 'not set'}: set it back, or start once with npm start -- --moved when the site has another address now (links in emails that were sent keep the old one).`;
  return undefined;
}

export const earlierRelease = (dataDir: string): string =>
  `${dataDir} was made by an earlier release: see that no host runs on it, then run npm run migrate.`;
