import { parseArgs } from 'node:util';
import type { OutsideIssuer } from './audience.ts';
import { type HostOptions, startHost } from './host.ts';
import { seed } from './seeding/index.ts';

const help = `npm start -- [--empty]

Runs Zholkarta on this machine. --empty starts without demo data, on real time.

PORT      of the site (4000; 0 for any free one); the local services have one of their own
DATA_DIR  a folder for everything the host keeps, closed to other users (.local)
SMTP_URL  a mail server, like smtps://user:password@mail.example.org; without it emails are only kept to be read in the mailbox
CLAMD_URL a virus scanner for files that are brought, like tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl; without it none is scanned
EMAIL_FROM                the address emails are sent from (each under its zone's name), where it is not the default
SITE_URL                  the site's address where a proxy stands before it; one that is not of this machine needs
ISSUER_URL, CLIENT_ID     the OpenID issuer at which staff sign in, and the site's client there, instead of demo accounts
AWS_ENDPOINT_URL_DYNAMODB a DynamoDB-compatible endpoint to use instead of the engine that comes along
`;

function optionsOf(args: string[], environment: NodeJS.ProcessEnv): HostOptions | 'help' {
  const { values } = parseArgs({ args, options: { empty: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) return 'help';
  const port = Number(environment['PORT'] || 4000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is "${environment['PORT']}", not a port.`);
  return {
    dataDir: environment['DATA_DIR'] || '.local',
    port,
    empty: values.empty ?? false,
    seed,
    smtpUrl: environment['SMTP_URL'] || undefined,
    emailFrom: environment['EMAIL_FROM'] || undefined,
    clamdUrl: environment['CLAMD_URL'] || undefined,
    siteUrl: environment['SITE_URL'] || undefined,
    issuer: issuerOf(environment),
    dynamodbEndpoint: environment['AWS_ENDPOINT_URL_DYNAMODB'] || undefined,
  };
}

function issuerOf({ ISSUER_URL: url, CLIENT_ID: clientId }: NodeJS.ProcessEnv): OutsideIssuer | undefined {
  if (url && clientId) return { url, clientId };
  if (url || clientId) throw new Error('ISSUER_URL and CLIENT_ID go together: set both or neither.');
  return undefined;
}

async function main(): Promise<void> {
  // Whatever this process and the engine write, nobody else on the machine may read.
  process.umask(0o077);
  const options = optionsOf(process.argv.slice(2), process.env);
  if (options === 'help') return void process.stdout.write(help);
  const begin = performance.now();
  const host = await startHost(options);
  let isStopping = false;
  const stop = (code: number) => {
    // Asked a second time: at once. What was acknowledged is on disk, and the next start goes on from there.
    if (isStopping) process.exit(code);
    isStopping = true;
    host.close().then(() => process.exit(code), (error: unknown) => fail(error));
  };
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  void host.died.then((reason) => {
    process.stderr.write(`${reason}\n`);
    stop(1);
  });
  // Only now: whoever reads this may stop the host at once.
  const { site, mailbox, accounts } = host.endpoints;
  process.stdout.write(
    `Zholkarta runs: ${site} (ready in ${((performance.now() - begin) / 1_000).toFixed(1)} s)\n\n` +
      `  emails      ${mailbox}\n  API         ${site}/openapi.json\n${accounts.length > 0 ? '  token       npm run -s token -- officer\n  demo        npm run demo\n' : ''}  all else    ${options.dataDir}/endpoints.json, log in ${options.dataDir}/host.log\n\nCtrl-C stops it.\n`,
  );
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

main().catch(fail);
