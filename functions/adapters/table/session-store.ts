import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { wasWritten } from './conditional-write.ts';
import { keys } from './keys.ts';

export const Session = z.object({
  /** The issuer's subject. */
  personId: z.string().check(z.minLength(1), z.maxLength(128)),
  /** The token's groups: a coarse ceiling over the roles. */
  groups: z.array(z.string()),
  /** The account's address, where the issuer has verified it. */
  email: z.optional(z.string()),
  /** Epoch seconds of real time; DynamoDB removes it some time after. */
  expiresAt: z.int(),
  /** Epoch ms of real time; absent in what the release before began. */
  begunAt: z.optional(z.int()),
  /** Epoch seconds of real time: some minutes old at most while somebody works. */
  seenAt: z.optional(z.int()),
});
export type Session = z.infer<typeof Session>;

export const sessionSeconds = 12 * 3600;
export const idleSeconds = 3600;
/** Looking at pages is written down no oftener: a write for some dozens of requests. */
const noteSeconds = 300;

/** Sessions by the hash of what the browser holds: who reads the table cannot be anybody. */
export interface Sessions {
  /** Undefined when there is none, its day is over or nobody has used it for an hour. */
  readonly find: (hash: string, nowSeconds: number) => Promise<Session | undefined>;
  readonly begin: (hash: string, session: Session) => Promise<void>;
  readonly end: (hash: string) => Promise<void>;
}

export const begunAt = ({ begunAt: at, expiresAt }: Session): number => at ?? (expiresAt - sessionSeconds) * 1000;

const lastSeen = ({ seenAt, expiresAt }: Session): number => seenAt ?? expiresAt - sessionSeconds;

export const isStale = (session: Session, nowSeconds: number): boolean =>
  nowSeconds - lastSeen(session) > idleSeconds / 3;

export function sessionStore(client: DynamoDBDocumentClient, TableName: string): Sessions {
  return {
    find: async (hash, nowSeconds) => {
      const { Item } = await client.send(new GetCommand({ TableName, Key: keys.session(hash), ConsistentRead: true }));
      const session = Item && Session.parse(Item);
      return session && session.expiresAt > nowSeconds && nowSeconds - lastSeen(session) <= idleSeconds
        ? session
        : undefined;
    },
    begin: async (hash, session) => {
      await client.send(new PutCommand({ TableName, Item: { ...keys.session(hash), ...session } }));
    },
    end: async (hash) => {
      await client.send(new DeleteCommand({ TableName, Key: keys.session(hash) }));
    },
  };
}

/** Sessions for a function that may write: finding one notes now and then that it is used. One that ends meanwhile stays ended. */
export function usedSessions(client: DynamoDBDocumentClient, TableName: string): Sessions {
  const store = sessionStore(client, TableName);
  const note = (hash: string, seenAt: number): Promise<boolean> =>
    wasWritten(
      client.send(
        new UpdateCommand({
          TableName,
          Key: keys.session(hash),
          UpdateExpression: 'SET seenAt = :now',
          ConditionExpression: 'attribute_exists(PK)',
          ExpressionAttributeValues: { ':now': seenAt },
        }),
      ),
    );
  return {
    ...store,
    find: async (hash, nowSeconds) => {
      const session = await store.find(hash, nowSeconds);
      if (session === undefined || nowSeconds - lastSeen(session) < noteSeconds) return session;
      return (await note(hash, nowSeconds)) ? { ...session, seenAt: nowSeconds } : undefined;
    },
  };
}
