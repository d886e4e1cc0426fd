import { DeleteCommand, GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { keys } from './keys.ts';

/** Who is signed in, as the issuer said at that moment. */
export const Session = z.object({
  personId: z.string().check(z.minLength(1), z.maxLength(128)),
  /** The token's groups: a coarse ceiling over the roles. */
  groups: z.array(z.string()),
  /** Epoch seconds of real time; DynamoDB removes it some time after. */
  expiresAt: z.int(),
});
export type Session = z.infer<typeof Session>;

/** Sessions by the hash of what the browser holds: who reads the table cannot be anybody. */
export interface Sessions {
  readonly find: (hash: string, nowSeconds: number) => Promise<Session | undefined>;
  readonly begin: (hash: string, session: Session) => Promise<void>;
  readonly end: (hash: string) => Promise<void>;
}

export function sessionStore(client: DynamoDBDocumentClient, TableName: string): Sessions {
  return {
    find: async (hash, nowSeconds) => {
      const { Item } = await client.send(new GetCommand({ TableName, Key: keys.session(hash), ConsistentRead: true }));
      const session = Item && Session.parse(Item);
      return session && session.expiresAt > nowSeconds ? session : undefined;
    },
    begin: async (hash, session) => {
      await client.send(new PutCommand({ TableName, Item: { ...keys.session(hash), ...session } }));
    },
    end: async (hash) => {
      await client.send(new DeleteCommand({ TableName, Key: keys.session(hash) }));
    },
  };
}
