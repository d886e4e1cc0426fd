import { rmSync } from 'node:fs';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Membership, StaffRole } from '#core/reference/reference.ts';
import { keys } from '#functions/adapters/table/keys.ts';
import { testSigner } from '#local/aws/testing/signer.ts';
import { startHost } from '#local/host/host.ts';
import { localServices } from '#local/aws/http/local-services.ts';
import { serve } from '#local/aws/http/server.ts';
import { freePort } from '#local/kit/free-port.ts';
import { seed } from '#local/seeding/seed.ts';
import type { Account } from '#local/aws/cognito/accounts.ts';
import { signInFor, type Tokens } from '#local/aws/cognito/code-flow.ts';
import { openSignIn } from '#local/aws/cognito/index.ts';
import { clientId, redirectPaths } from '#local/aws/cognito/provider.ts';
import { newFolder, worldAt, type TestHost } from './host.ts';

/** A host whose staff sign in at an issuer of their office: without demo people, with accounts of the test's own. */
export interface OwnIssuerHost extends TestHost {
  readonly tokensOf: (account: string) => Promise<Tokens>;
  /** With a token as it is; a body makes it a POST. */
  readonly bearing: <Body = unknown>(
    token: string | undefined,
    path: string,
    body?: object,
  ) => Promise<{ readonly status: number; readonly body: Body }>;
  /** Puts somebody by hand, as the deploy page says: their id is the subject. */
  readonly putByHand: (subject: string, email: string, role: Omit<Membership, 'personId'>) => Promise<void>;
}

/** Every account has a group for each role: what counts is what the table says. */
const groups: readonly StaffRole[] = ['officer', 'head', 'headquarters', 'leadership', 'administrator'];

/** An account of the issuer; unless told, its subject says nothing of it but its name. */
export const accountOf = (account: string, change: Partial<Account> = {}): Account => ({
  account,
  sub: `sub-of-${account}`,
  email: `${account}@example.org`,
  language: 'en',
  roles: groups,
  ...change,
});

export async function openOwnIssuerHost(accounts: readonly Account[]): Promise<OwnIssuerHost> {
  const cleanup = new AsyncDisposableStack();
  const [dataDir, issuerDir] = [newFolder(), newFolder()];
  cleanup.defer(() => {
    for (const folder of [dataDir, issuerDir]) rmSync(folder, { recursive: true, force: true });
  });
  const [port, issuerPort] = [await freePort(), await freePort()];
  const site = `http://127.0.0.1:${String(port)}`;
  const issuer = `http://127.0.0.1:${String(issuerPort)}/_local/issuer`;
  const fault = (error: unknown): never => {
    throw new Error('The issuer failed', { cause: error });
  };
  const signIn = await openSignIn({ dataDir: issuerDir, sites: [site], issuer, accounts, onError: fault });
  cleanup.defer(() => {
    signIn.close();
  });
  const server = await serve({
    port: issuerPort,
    dispatch: localServices({
      services: { issuer: { access: 'sign-in', service: signIn.service } },
      signer: testSigner,
    }),
    onError: fault,
    onAnswer: () => undefined,
  });
  cleanup.defer(() => server.close());
  const host = await startHost({
    dataDir,
    port,
    empty: true,
    seed,
    bundlesDir: process.env['BUNDLES_DIR'],
    issuer: { url: issuer, clientId },
  });
  cleanup.defer(() => host.close());
  const world = worldAt(host.endpoints);
  return {
    ...world,
    host,
    dataDir,
    tokensOf: (account) => signInFor({ issuer, clientId, redirectUri: site + redirectPaths.token, account }),
    bearing: async <Body>(token: string | undefined, path: string, body?: object) =>
      world.ask<Body>(path, { ...(body && { body }), headers: { authorization: `Bearer ${token ?? ''}` } }),
    putByHand: async (subject, email, role) => {
      const membership = { personId: subject, ...role };
      for (const Item of [
        { ...keys.membership(membership), ...membership },
        { ...keys.staff(membership), ...membership, email, language: 'en' },
      ]) {
        await world.table.send(new PutCommand({ TableName: host.endpoints.tableName, Item }));
      }
    },
    close: () => cleanup.disposeAsync(),
  };
}
