import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { NightContents } from '#core/open-data/night-ports.ts';

const published = (day: string, name: string): string => `published/${day}/${name}`;

/** Open data of each night, beside the files of letters and projects and never among them. */
export function nightContents(bucket: string): NightContents {
  const client = new S3Client({ forcePathStyle: true });
  return {
    put: async (day, { name, type, bytes, sha256 }, text) => {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: published(day, name),
          Body: text,
          ContentLength: bytes,
          ContentType: type,
          ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
        }),
      );
    },
    get: async (day, name) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: published(day, name) }));
        return await Body?.transformToString();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
  };
}
