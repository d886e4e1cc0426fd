import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { JSONWebKeySet } from 'jose';
import { send } from '../http/answer.ts';
import { realPatience } from '../../kit/patience.ts';
import { readBody } from '../http/request.ts';
import { bodyWait, type RawService } from '../http/server.ts';
import { type Account, findAccount } from './accounts.ts';
import { ensureKeys, publicKeys } from './keys.ts';
import { loginPage, plainPage } from './pages.ts';
import { makeProvider } from './provider.ts';
import { openSessionStore } from './session-store.ts';

export interface SignIn {
  readonly service: RawService;
  readonly keys: JSONWebKeySet;
  close(): void;
}

interface Options {
  readonly dataDir: string;
  readonly sites: readonly string[];
  readonly issuer: string;
  readonly accounts: readonly Account[];
  readonly onError: (error: unknown) => void;
}

const didNotWork = 'Sign in did not work';

const form = { most: 10_000, wait: bodyWait, patience: realPatience, held: { take: () => true } };

export async function openSignIn({ dataDir, sites, issuer, accounts, onError }: Options): Promise<SignIn> {
  const keys = await ensureKeys(join(dataDir, 'sign-in-keys.json'));
  const sessions = openSessionStore(join(dataDir, 'sign-in.sqlite'));
  const provider = makeProvider({ issuer, sites, accounts, keys, sessions });
  provider.on('server_error', (_, error) => onError(error));
  const rest = provider.callback();
  const choose = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // Throws when the browser has no such sign-in under way.
    const { uid, prompt } = await provider.interactionDetails(request, response);
    if (prompt.name !== 'login')
      throw new Error(`The sign-in asks for "${prompt.name}", which this page does not know.`);
    if (request.method !== 'POST')
      return send(response, loginPage(accounts, `${new URL(issuer).pathname}/interaction/${uid}`));
    const name = new URLSearchParams((await readBody(request, form)).toString()).get('account') ?? '';
    const account = findAccount(accounts, name);
    if (!account) return send(response, plainPage(400, didNotWork, `There is no account "${name}".`));
    await provider.interactionFinished(request, response, { login: { accountId: account.sub } });
  };
  return {
    keys: publicKeys(keys),
    close: () => sessions.close(),
    service: {
      raw(request, response) {
        // Also of the provider's own pages; ours say more.
        response.setHeader('content-security-policy', "frame-ancestors 'none'");
        if (!request.url?.startsWith('/interaction/')) return void rest(request, response);
        choose(request, response).catch((error: unknown) => {
          onError(error);
          send(
            response,
            plainPage(
              400,
              didNotWork,
              'This sign-in is over or was begun in another browser. Go back to the site and begin again.',
            ),
          );
        });
      },
    },
  };
}
