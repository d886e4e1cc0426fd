import type { IncomingMessage } from 'node:http';
import { algorithm, type Signer } from '../signing/signature.ts';
import type { S3Answer } from './answer.ts';
import { algorithmNamed, checkContent, checksumIn } from './checksums.ts';
import { largest } from './draft.ts';
import { notImplemented, S3Fault } from './faults.ts';
import { type Form, readForm } from './form.ts';
import { checkPolicy, type Size } from './policy.ts';
import { bodyOf, defaultType } from './put-object.ts';
import { entityTag } from './read-object.ts';
import type { ObjectStore } from './object-store.ts';
import { checkSignature, dayOf } from './signature.ts';
import { checkKey } from './target.ts';

interface Options {
  readonly store: ObjectStore;
  readonly bucket: string;
  readonly signer: Signer;
  /** Real time, ms. */
  readonly now: number;
}

const known = new Set([
  'bucket',
  'key',
  'content-type',
  'policy',
  'x-amz-algorithm',
  'x-amz-credential',
  'x-amz-date',
  'x-amz-signature',
  'x-amz-checksum-algorithm',
  'x-amz-checksum-sha256',
  'x-amz-checksum-crc32',
]);

export async function postObject(request: IncomingMessage, options: Options): Promise<S3Answer> {
  const { store, bucket } = options;
  const { fields, file } = await readForm(request.headers['content-type'], bodyOf(request));
  const { least, most } = checkForm(fields, options);
  const key = checkKey(fields.get('key') ?? '');
  const announced = checksumIn(fields);
  const draft = await store.receive(file, Math.min(most, largest));
  try {
    if (draft.bytes < least)
      throw new S3Fault('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
    checkContent(draft, announced);
    const object = store.put(draft, { key, type: fields.get('content-type') ?? defaultType, checksum: announced });
    return { status: 204, headers: { etag: entityTag(object), location: `/${bucket}/${encodeURIComponent(key)}` } };
  } catch (error) {
    store.drop(draft);
    throw error;
  }
}

function checkForm(fields: Form['fields'], { bucket, signer, now }: Options): Size {
  const [policy, credential, date, signature] = ['policy', 'x-amz-credential', 'x-amz-date', 'x-amz-signature'].map(
    (name) => fields.get(name),
  );
  if (fields.has('x-amz-security-token'))
    throw new S3Fault('InvalidToken', 'The provided token is malformed or otherwise invalid.');
  if (
    policy === undefined ||
    credential === undefined ||
    date === undefined ||
    signature === undefined ||
    fields.get('x-amz-algorithm') !== algorithm
  ) {
    throw new S3Fault('AccessDenied', 'Access Denied');
  }
  checkSignature(signer, dayOf(signer, credential, date), policy, signature);
  const size = checkPolicy(policy, new Map([['bucket', bucket], ...fields]), now);
  if ((fields.get('bucket') ?? bucket) !== bucket)
    throw new S3Fault('AccessDenied', 'Invalid according to Policy: another bucket.');
  const strange = [...fields.keys()].find((name) => !known.has(name) && !name.startsWith('x-ignore-'));
  if (strange !== undefined) throw notImplemented(`The field ${strange}`);
  const named = algorithmNamed(fields.get('x-amz-checksum-algorithm'));
  if (named && !fields.has(`x-amz-checksum-${named.toLowerCase()}`))
    throw new S3Fault('InvalidRequest', 'The checksum that is named did not come.');
  if (!/^[ -~]*$/.test(fields.get('content-type') ?? ''))
    throw new S3Fault('InvalidArgument', 'A type holds only printable ASCII.');
  if (fields.get('key')?.includes('${filename}')) throw notImplemented('A key with ${filename}');
  return size;
}
