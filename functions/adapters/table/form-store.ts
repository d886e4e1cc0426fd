import { createHash } from 'node:crypto';
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { keys } from './keys.ts';

/** In seconds of real time, of a day: long enough to bring a document or to look something up, short enough to keep nobody's half sentence. */
const daySeconds = 86_400;
/** An answer that somebody means to go on with, in days: as long as most of them may take. */
export const answerDays = 14;
/** Characters of all names and values; no form of ours that a person fills in comes near. */
const longest = 30_000;

const Stored = z.object({ fields: z.array(z.tuple([z.string(), z.string()])), expiresAt: z.int() });
const nowSeconds = (): number => Math.floor(Date.now() / 1000);
const hashOf = (name: string): string => createHash('sha256').update(name).digest('base64url');

/** A form is called by a secret that only its reader holds (their link, their cookie); the table knows its hash. */
export interface KeptForms {
  /** False, and nothing is kept, where it is too long. For a day, unless told. No fields: what was kept is forgotten. */
  readonly keep: (name: string, fields: URLSearchParams, days?: number) => Promise<boolean>;
  readonly find: (name: string) => Promise<URLSearchParams | undefined>;
}

export function formStore(client: DynamoDBDocumentClient, TableName: string): KeptForms {
  return {
    keep: async (name, fields, days = 1) => {
      if ([...fields].reduce((sum, [one, value]) => sum + one.length + value.length, 0) > longest) return false;
      await client.send(
        new PutCommand({
          TableName,
          Item: { ...keys.form(hashOf(name)), fields: [...fields], expiresAt: nowSeconds() + days * daySeconds },
        }),
      );
      return true;
    },
    find: async (name) => {
      const { Item } = await client.send(
        new GetCommand({ TableName, Key: keys.form(hashOf(name)), ConsistentRead: true }),
      );
      const stored = Item && Stored.parse(Item);
      return stored && stored.expiresAt > nowSeconds() && stored.fields.length > 0
        ? new URLSearchParams(stored.fields)
        : undefined;
    },
  };
}
