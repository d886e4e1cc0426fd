import { createHmac, timingSafeEqual } from 'node:crypto';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { projectOfAssignment } from '#core/stages/assignment-id.ts';
import type { Links, LinkTarget } from '#core/kernel/ports.ts';
import { officeLinks } from './office-links.ts';

/** Raising it makes every link of a kind invalid, whatever the version of each. */
const generations: Readonly<Record<LinkTarget['kind'], number>> = {
  draft: 1,
  track: 1,
  confirm: 1,
  assignment: 1,
  party: 1,
  showcase: 1,
  guest: 1,
};
const letters: Readonly<Record<LinkTarget['kind'], string>> = {
  draft: 'd',
  track: 't',
  confirm: 'c',
  assignment: 'a',
  party: 'p',
  showcase: 's',
  guest: 'g',
};

function idOf(target: LinkTarget): string {
  switch (target.kind) {
    case 'draft':
      return target.draftId;
    case 'assignment':
      return target.assignmentId;
    case 'party':
      return `${target.zoneId}_${target.partyId}`;
    case 'showcase':
      return [target.who, target.zoneId, target.itemId, target.id].join('_');
    case 'guest':
      return `${target.zoneId}_${target.forumId}_${target.guestId}`;
    default:
      return target.projectId;
  }
}

const versionOf = (target: LinkTarget): number => ('version' in target ? target.version : 0);
/** Of a party's address, or whose link it is beside the contact's. */
const addressOf = (target: LinkTarget): number =>
  ('delegate' in target ? target.delegate : 'address' in target ? target.address : 0) ?? 0;

function versionsOf({ version, address }: Pick<Signed, 'version' | 'address'>): readonly number[] {
  if (address > 0) return [version, address];
  return version > 0 ? [version] : [];
}

interface Signed {
  readonly kind: LinkTarget['kind'];
  readonly id: string;
  readonly version: number;
  readonly address: number;
}

const base32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** RFC 4648 in small letters, without padding. */
function base32Of(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => base32[Number.parseInt(five, 2)]).join('');
}

/** `HMAC-SHA256(secret, kind | id | generation | version | address)`. The first version of a link, and of a party's address, goes without. */
const macOf = (secret: Buffer, { kind, id, ...versions }: Signed): Buffer =>
  createHmac('sha256', secret)
    .update([kind, id, generations[kind], ...versionsOf(versions)].join('|'))
    .digest();

/** Cut to 160 bits: 32 characters, all of them letters and digits. Mail programs take a `-` or `_` at the end for punctuation and leave it out. */
const macText = (mac: Buffer): string => base32Of(mac.subarray(0, 20));

/** As links were made before: 192 bits, as long. Those in emails that were sent go on. */
const earlierMacText = (mac: Buffer): string => mac.subarray(0, 24).toString('base64url');

function targetOf({ kind, id, version, address }: Signed): LinkTarget | undefined {
  const ofAddress = address > 0 ? { address } : {};
  if (kind === 'party') {
    const [zoneId = '', partyId] = id.split('_');
    return version === 0 && partyId !== undefined ? { kind, zoneId, partyId, ...ofAddress } : undefined;
  }
  if (kind === 'showcase') {
    const [who, zoneId = '', itemId = '', own = ''] = id.split('_');
    const known = (['buyer', 'proposer', 'asked'] as const).find((one) => one === who);
    return known && address === 0 ? { kind, who: known, zoneId, itemId, id: own, version } : undefined;
  }
  if (kind === 'guest') {
    const [zoneId = '', forumId = '', guestId] = id.split('_');
    return version === 0 && address === 0 && guestId !== undefined ? { kind, zoneId, forumId, guestId } : undefined;
  }
  if (kind === 'track' || kind === 'confirm') {
    if (address > 0 && version > 0) return undefined;
    return { kind, projectId: id, version, ...(address > 0 && { delegate: address }) };
  }
  if (kind === 'draft') return version === 0 && address === 0 ? { kind, draftId: id } : undefined;
  const projectId = projectOfAssignment(id);
  return projectId === undefined ? undefined : { kind, projectId, assignmentId: id, version, ...ofAddress };
}

function equal(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

const linkForm = /^([a-z])\.([^.]+)\.(?:(0(?=\.[1-9]\d{0,5}\.)|[1-9]\d{0,5})\.)?(?:([1-9]\d{0,5})\.)?([\w-]{32})$/;

/** `{letter of the kind}.{id}[.{version}[.{address}]].{mac}`; a forged or unknown one gives undefined. */
export function readLink(secret: Buffer, link: string): LinkTarget | undefined {
  const [, letter, id = '', version = '0', address = '0', mac = ''] = linkForm.exec(link) ?? [];
  const kind = (Object.keys(letters) as LinkTarget['kind'][]).find((one) => letters[one] === letter);
  if (kind === undefined) return undefined;
  const said = { kind, id, version: Number(version), address: Number(address) };
  const made = macOf(secret, said);
  return equal(mac, macText(made)) || equal(mac, earlierMacText(made)) ? targetOf(said) : undefined;
}

export function linkText(secret: Buffer, target: LinkTarget): string {
  const signed = { kind: target.kind, id: idOf(target), version: versionOf(target), address: addressOf(target) };
  return [letters[target.kind], signed.id, ...versionsOf(signed), macText(macOf(secret, signed))].join('.');
}

export function linkSigner(secretId: string, siteUrl: string): Links {
  let secret: Promise<Buffer> | undefined;
  const read = async (): Promise<Buffer> => {
    const { SecretString } = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: secretId }));
    if (SecretString === undefined) throw new Error('The link secret is empty');
    return Buffer.from(SecretString);
  };
  const get = (): Promise<Buffer> => {
    secret ??= read();
    secret.catch(() => {
      secret = undefined;
    });
    return secret;
  };
  return {
    urlOf: async (target) => `${siteUrl}/${target.kind === 'draft' ? 'letter' : 'l'}/${linkText(await get(), target)}`,
    ...officeLinks(siteUrl),
    read: async (link) => readLink(await get(), link),
  };
}
