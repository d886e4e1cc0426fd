import { createHmac, timingSafeEqual } from 'node:crypto';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { projectOfAssignment } from '#core/domain/assignment-id.ts';
import type { Links, LinkTarget } from '#core/ports/index.ts';

/** Raising it makes every link of a kind invalid. */
const versions: Readonly<Record<LinkTarget['kind'], number>> = { draft: 1, track: 1, confirm: 1, assignment: 1 };
const letters: Readonly<Record<LinkTarget['kind'], string>> = { draft: 'd', track: 't', confirm: 'c', assignment: 'a' };

function idOf(target: LinkTarget): string {
  switch (target.kind) {
    case 'draft': return target.draftId;
    case 'assignment': return target.assignmentId;
    default: return target.projectId;
  }
}

/** `HMAC-SHA256(secret, kind | id | version)`, cut to 192 bits: 32 characters. */
const macOf = (secret: Buffer, kind: LinkTarget['kind'], id: string): string =>
  createHmac('sha256', secret).update(`${kind}|${id}|${String(versions[kind])}`).digest().subarray(0, 24).toString('base64url');

function targetOf(kind: LinkTarget['kind'], id: string): LinkTarget | undefined {
  if (kind === 'draft') return { kind, draftId: id };
  if (kind !== 'assignment') return { kind, projectId: id };
  const projectId = projectOfAssignment(id);
  return projectId === undefined ? undefined : { kind, projectId, assignmentId: id };
}

function equal(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** `{letter of the kind}.{id}.{mac}`; a forged or unknown one gives undefined. */
export function readLink(secret: Buffer, link: string): LinkTarget | undefined {
  const [letter, id, mac, ...rest] = link.split('.');
  const kind = (Object.keys(letters) as LinkTarget['kind'][]).find((one) => letters[one] === letter);
  if (kind === undefined || id === undefined || mac === undefined || rest.length > 0) return undefined;
  return equal(mac, macOf(secret, kind, id)) ? targetOf(kind, id) : undefined;
}

export const linkText = (secret: Buffer, target: LinkTarget): string =>
  [letters[target.kind], idOf(target), macOf(secret, target.kind, idOf(target))].join('.');

/** Links signed with the secret of the host, which is read once by a warm function. */
export function linkSigner(secretId: string, siteUrl: string): Links {
  let secret: Promise<Buffer> | undefined;
  const read = async (): Promise<Buffer> => {
    const { SecretString } = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: secretId }));
    if (SecretString === undefined) throw new Error('The link secret is empty');
    return Buffer.from(SecretString);
  };
  const get = (): Promise<Buffer> => {
    secret ??= read();
    secret.catch(() => { secret = undefined; });
    return secret;
  };
  return {
    urlOf: async (target) => `${siteUrl}/${target.kind === 'draft' ? 'letter' : 'l'}/${linkText(await get(), target)}`,
    officeUrlOf: ({ projectId, assignmentId }) => `${siteUrl}/office/${assignmentId === undefined ? `projects/${projectId}` : `assignments/${assignmentId}`}`,
    read: async (link) => readLink(await get(), link),
  };
}
