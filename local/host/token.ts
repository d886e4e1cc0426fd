import { parseArgs } from 'node:util';
import { readEndpoints } from './endpoints.ts';
import { findAccount } from '../aws/cognito/accounts.ts';
import { signIn } from '../aws/cognito/code-flow.ts';
import { clientId, redirectPaths } from '../aws/cognito/provider.ts';

/** A mistake of the one who called, for exit code 2. */
class Mistake extends Error {}

/** `npm run -s token -- <account or role>`: an access token of the running host of DATA_DIR, alone on a line. */
async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const dataDir = process.env['DATA_DIR'] ?? '.local';
  const endpoints = readEndpoints(dataDir);
  if (!endpoints) throw new Mistake(`No host has run on ${dataDir} yet: start one with "npm start", or set DATA_DIR.`);
  if (endpoints.accounts.length === 0)
    throw new Mistake(`This host has no demo accounts: its people sign in at ${endpoints.issuer}.`);
  const name = positionals[0];
  const account = name === undefined || positionals.length > 1 ? undefined : findAccount(endpoints.accounts, name);
  if (!account) {
    const known = endpoints.accounts.map((one) => `  ${one.account} (${one.roles.join(', ')})`).join('\n');
    throw new Mistake(
      `${name === undefined ? 'Name an account or a role.' : `There is no account or role "${positionals.join(' ')}".`} Accounts:\n${known}`,
    );
  }
  const { issuer, site } = endpoints;
  const token = await signIn({
    issuer,
    clientId,
    redirectUri: site + redirectPaths.token,
    account: account.account,
  }).catch((error: unknown) => {
    const refused = error instanceof TypeError && error.message === 'fetch failed';
    throw refused ? new Error(`No host answers at ${site}: start it with "npm start".`) : error;
  });
  process.stdout.write(`${token}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Mistake ? 2 : 1;
});
