import type { IncomingMessage } from 'node:http';
import type { RawService } from '../http/server.ts';
import type { Signer } from '../signing/signature.ts';
import { answerWith, type S3Answer } from './answer.ts';
import { notImplemented } from './faults.ts';
import { checkKnown } from './known-headers.ts';
import { copyObject, putObject } from './put-object.ts';
import { getObject, headObject } from './read-object.ts';
import type { ObjectStore } from './object-store.ts';
import { checkSignedRequest } from './signature.ts';
import { targetOf } from './target.ts';

interface Options {
  readonly store: ObjectStore;
  readonly bucket: string;
  readonly signer: Signer;
  readonly onError: (error: unknown) => void;
}

/** A request whose path was shortened to what is below the service has the whole one beside it. */
type Mounted = IncomingMessage & { readonly originalUrl?: string };

const names: Readonly<Record<string, string>> = {
  GET: 'GetObject',
  HEAD: 'HeadObject',
  DELETE: 'DeleteObject',
  PUT: 'PutObject',
};

/** PutObject, GetObject, HeadObject, CopyObject, DeleteObject of one bucket, path-style, signed by the folder's key. */
export function objectsService({ store, bucket, signer, onError }: Options): RawService {
  return {
    raw: (request, response) =>
      void answerWith(request, response, () => answer(store, bucket, signer, request), { onError }),
  };
}

async function answer(store: ObjectStore, bucket: string, signer: Signer, request: Mounted): Promise<S3Answer> {
  const { method = '', url = '', originalUrl = url, headers } = request;
  checkSignedRequest(request, originalUrl, signer);
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  const isCopy = method === 'PUT' && headers['x-amz-copy-source'] !== undefined;
  const operation = isCopy ? 'CopyObject' : names[method];
  const { key } = targetOf(path, bucket);
  if (operation === undefined || key === undefined)
    throw notImplemented(`${method} of ${key === undefined ? 'the bucket' : 'an object'}`);
  checkKnown(operation, headers, query);
  const asked = { key, range: headers.range, withChecksum: headers['x-amz-checksum-mode'] === 'ENABLED', wishes: {} };
  switch (operation) {
    case 'GetObject':
      return getObject(store, asked);
    case 'HeadObject':
      return headObject(store, asked);
    case 'CopyObject':
      return copyObject(store, bucket, key, headers);
    case 'PutObject':
      return putObject(store, key, request);
    default: {
      store.remove(key);
      return { status: 204 };
    }
  }
}
