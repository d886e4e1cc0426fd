import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { beginningBytes } from '#core/documents/file-type.ts';
import type { Files, NewFile, StoredFile } from '#core/kernel/ports.ts';
import { attachment } from './attachment.ts';

const incoming = (fileId: string): string => `incoming/${fileId}`;
const kept = (fileId: string): string => `kept/${fileId}`;

const uploadSeconds = 15 * 60;
const downloadSeconds = 60;

const base64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');

/** `url`: under which browsers reach S3, without the bucket; what is signed for them is signed for this address. */
export function fileStore(bucket: string, url: string): Files {
  const client = new S3Client({ forcePathStyle: true });
  // Only what is asked for is signed, so that a browser sends it: the SDK would add a checksum of nothing to a form.
  const forBrowsers = new S3Client({
    forcePathStyle: true,
    endpoint: url,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const at = (Key: string) => lookAt(client, bucket, Key);
  return {
    uploadForm: (file) => uploadForm(forBrowsers, bucket, file),
    put: async ({ fileId, bytes, type, sha256 }, content) => {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: incoming(fileId),
          Body: content,
          ContentLength: bytes,
          ContentType: type,
          ChecksumSHA256: base64(sha256),
        }),
      );
    },
    look: async (fileId) => (await at(incoming(fileId))) ?? at(kept(fileId)),
    keep: async (fileId) => {
      try {
        await client.send(
          new CopyObjectCommand({
            Bucket: bucket,
            Key: kept(fileId),
            CopySource: `${bucket}/${incoming(fileId)}`,
            ChecksumAlgorithm: 'SHA256',
          }),
        );
        return 'kept';
      } catch (error) {
        if (!(error instanceof NoSuchKey)) throw error;
        return (await at(kept(fileId))) ? 'kept' : 'gone';
      }
    },
    downloadUrl: (fileId, { fileName, type }) =>
      getSignedUrl(
        forBrowsers,
        new GetObjectCommand({
          Bucket: bucket,
          Key: kept(fileId),
          ResponseContentType: type,
          ResponseContentDisposition: attachment(fileName),
        }),
        { expiresIn: downloadSeconds },
      ),
    remove: async (fileId) => {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: incoming(fileId) }));
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: kept(fileId) }));
    },
  };
}

/** Every field is a condition of the policy, so a browser can send this file and no other. */
function uploadForm(
  client: S3Client,
  bucket: string,
  { fileId, bytes, type, sha256 }: NewFile,
): ReturnType<Files['uploadForm']> {
  return createPresignedPost(client, {
    Bucket: bucket,
    Key: incoming(fileId),
    Expires: uploadSeconds,
    Fields: { 'Content-Type': type, 'x-amz-checksum-algorithm': 'SHA256', 'x-amz-checksum-sha256': base64(sha256) },
    Conditions: [['content-length-range', bytes, bytes]],
  });
}

async function lookAt(client: S3Client, Bucket: string, Key: string): Promise<StoredFile | undefined> {
  try {
    const { ContentLength: bytes = 0, ChecksumSHA256 } = await client.send(
      new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }),
    );
    if (ChecksumSHA256 === undefined) throw new Error(`${Key} has no SHA-256`);
    const beginning = bytes === 0 ? new Uint8Array() : await readBeginning(client, Bucket, Key);
    return { bytes, beginning, sha256: Buffer.from(ChecksumSHA256, 'base64').toString('hex') };
  } catch (error) {
    // Removed or forgotten, perhaps between the two calls.
    if (error instanceof NotFound || error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

async function readBeginning(client: S3Client, Bucket: string, Key: string): Promise<Uint8Array> {
  const { Body } = await client.send(
    new GetObjectCommand({ Bucket, Key, Range: `bytes=0-${String(beginningBytes - 1)}` }),
  );
  if (Body === undefined) throw new Error(`${Key} has no body`);
  return Body.transformToByteArray();
}
