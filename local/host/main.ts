import { parseArgs } from 'node:util';
import { accessModeOf, type OutsideIssuer } from './access-mode.ts';
import { FolderRefused } from '../folder/folder.ts';
import { type HostOptions, startHost } from './host.ts';
import { seed } from '../seeding/seed.ts';

const help = `npm start -- [--empty] [--moved] [--new-secrets]

Runs Zholkarta on this machine. --empty starts without demo data, on real time. A folder begun with an issuer starts with the
SITE_URL and ISSUER_URL it was begun with; --moved says that they are others now. --new-secrets takes the folder's secrets as they
are and makes those that are missing: links and tokens that the lost ones signed stop working.

PORT      of the site (4000; 0 for any free one); the local services have one of their own
DATA_DIR  a folder for everything the host keeps, closed to other users (.local)
SMTP_URL  a mail server, like smtps://user:password@mail.example.org; without it emails are only kept to be read in the mailbox
EMAIL_DAYS with SMTP_URL: after so many days (30) the words of an email are kept no longer, only that it was sent
CLAMD_URL a virus scanner for files that are brought, like tcp://127.0.0.1:3310 or unix:/run/clamav/clamd.ctl; without it none is scanned
UNDO_SECONDS              for so long staff can take back what they have just done, and nothing of it is sent (30; 0: never)
DISK_RESERVE_MB           free room below which no files are taken, and below a quarter of which nothing is written (the smaller of 2000 and 5 % of the disk, at least 64)
EMAIL_FROM                the address emails are sent from (each under its zone's name), where it is not the default
SITE_URL                  the site's address where a proxy stands before it; one that is not of this machine needs
ISSUER_URL, CLIENT_ID     the OpenID issuer at which staff sign in, and the site's client there, instead of demo accounts
AWS_ENDPOINT_URL_DYNAMODB a DynamoDB-compatible endpoint to use instead of the engine that comes along
`;

function optionsOf(args: string[], environment: NodeJS.ProcessEnv): HostOptions | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      empty: { type: 'boolean' },
      moved: { type: 'boolean' },
      'new-secrets': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return 'help';
  const port = Number(environment['PORT'] || 4000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is "${environment['PORT']}", not a port.`);
  return {
    dataDir: environment['DATA_DIR'] || '.local',
    port,
    empty: values.empty ?? false,
    moved: values.moved ?? false,
    newSecrets: values['new-secrets'] ?? false,
    seed,
    bundlesDir: environment['BUNDLES_DIR'] || undefined,
    smtpUrl: environment['SMTP_URL'] || undefined,
    emailFrom: environment['EMAIL_FROM'] || undefined,
    emailDays: emailDaysOf(environment['EMAIL_DAYS']),
    undoSeconds: undoSecondsOf(environment['UNDO_SECONDS']),
    clamdUrl: environment['CLAMD_URL'] || undefined,
    siteUrl: environment['SITE_URL'] || undefined,
    disk: { reserve: reserveOf(environment['DISK_RESERVE_MB']) },
    issuer: issuerOf(environment),
    dynamodbEndpoint: environment['AWS_ENDPOINT_URL_DYNAMODB'] || undefined,
  };
}

/** Bytes. */
function reserveOf(megabytes: string | undefined): number | undefined {
  if (!megabytes) return undefined;
  if (!/^\d{1,9}$/.test(megabytes)) throw new Error(`DISK_RESERVE_MB is "${megabytes}", not a number of megabytes.`);
  return Number(megabytes) * 1_000_000;
}

function undoSecondsOf(text: string | undefined): number | undefined {
  if (!text) return undefined;
  if (!/^\d{1,3}$/.test(text)) throw new Error(`UNDO_SECONDS is "${text}", not a number of seconds.`);
  return Number(text);
}

function emailDaysOf(text: string | undefined): number | undefined {
  if (!text) return undefined;
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new Error(`EMAIL_DAYS is "${text}", not a number of days from 1 on.`);
  return Number(text);
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
    host.close().then(
      () => process.exit(code),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  void host.died.then((reason) => {
    process.stderr.write(`${reason}\n`);
    stop(1);
  });
  // Only now: whoever reads this may stop the host at once.
  const { site, mailbox, accounts } = host.endpoints;
  // Emails of a published host are not to be seen in a browser.
  const emails = accessModeOf(options).isPublished ? '' : `  emails      ${mailbox}\n`;
  process.stdout.write(
    `Zholkarta runs: ${site} (ready in ${((performance.now() - begin) / 1_000).toFixed(1)} s)\n\n` +
      `${emails}  API         ${site}/openapi.json\n${accounts.length > 0 ? '  token       npm run -s token -- officer\n  demo        npm run demo\n' : ''}  all else    ${options.dataDir}/endpoints.json, log in ${options.dataDir}/host.log\n\nCtrl-C stops it.\n`,
  );
}

/** `EX_CONFIG` of sysexits.h: a supervisor need not try again. */
const refused = 78;

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(error instanceof FolderRefused ? refused : 1);
}

main().catch(fail);
