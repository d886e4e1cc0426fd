import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DescribeExecutionCommand, ExecutionDoesNotExist, SFNClient } from '@aws-sdk/client-sfn';
import { DeleteCommand, DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { examples } from '#core/api/examples.ts';
import type { Language } from '#core/kernel/common.ts';
import { LetterOfIntent, type SubmitLetterResponse } from '#core/letter/letter-of-intent.ts';
import { uploadByLink, linkIn } from '#local/demo/upload.ts';
import { hostClient, moveClock, type HostClient, type Project } from '#local/demo/host-client.ts';
import type { Email } from '#local/aws/ses/message.ts';
import type { Endpoints } from '#local/host/endpoints.ts';
import { startHost, type Host, type HostOptions } from '#local/host/host.ts';
import { seed } from '#local/seeding/seed.ts';
import { request, type Got } from '#local/kit/request.ts';
import { signIn } from '#local/aws/cognito/code-flow.ts';
import { clientId, redirectPaths } from '#local/aws/cognito/provider.ts';

/** An answer of the API as it came. */
export interface Reply<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface Asking {
  /** Account of a member of staff. */
  readonly as?: string;
  /** Of what has a body; POST unless told. */
  readonly method?: 'PUT';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a test does with a running host: everything over HTTP, as somebody outside would. */
export interface World extends HostClient {
  readonly endpoints: Endpoints;
  /** GET, or POST when there is a body; any status is an answer. */
  readonly ask: <Body = unknown>(path: string, asking?: Asking) => Promise<Reply<Body>>;
  /** Hands in a letter that differs from the example as told, with a company and an address of its own, and brings the signed sheet. */
  readonly submit: (change?: Partial<LetterOfIntent>, language?: Language) => Promise<SubmitLetterResponse>;
  readonly project: (projectId: string, account?: string) => Promise<Project>;
  readonly mail: () => Promise<readonly Email[]>;
  /** Emails of one project, by the row of the outbox they were. */
  readonly mailOf: (projectId: string) => Promise<readonly Email[]>;
  /** Moves the clock, and resolves when all that is due is done. */
  readonly advance: (duration: string) => Promise<void>;
  /** Status of an execution in the engine; undefined when there is none. */
  readonly execution: (projectId: string, generation?: number) => Promise<string | undefined>;
  readonly table: DynamoDBDocumentClient;
}

let letters = 0;

/** The example's letter with a company, an address and a number that no other letter of this process has. */
export function letterOf(change: Partial<LetterOfIntent> = {}, language: Language = 'en'): LetterOfIntent {
  letters += 1;
  const number = String(letters);
  const country = change.zoneId === 'kokand' ? ('UZ' as const) : ('KZ' as const);
  const company = { country, name: `Tested Plant ${number}`, number: number.padStart(country === 'UZ' ? 9 : 12, '0') };
  const { forum: _, ...letter } = LetterOfIntent.parse(examples.letter);
  return {
    ...letter,
    company,
    contact: { ...letter.contact, email: `plant-${number}@example.org`, language },
    ...change,
  };
}

export const newKey = (): string => randomUUID();

const aws = ({ credentials }: Endpoints, endpoint: string) => ({ endpoint, region: 'eu-central-1', credentials });

function reply<Body>({ status, headers, text }: Got): Reply<Body> {
  const isJson = /json/.test(headers.get('content-type') ?? '');
  return { status, headers, body: (isJson ? JSON.parse(text) : text) as Body };
}

function asker(endpoints: Endpoints): World['ask'] {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (account: string) => {
    const token =
      tokens.get(account) ??
      signIn({ issuer: endpoints.issuer, clientId, redirectUri: endpoints.site + redirectPaths.token, account });
    tokens.set(account, token);
    return token;
  };
  return async (path, { as, body, headers = {}, method = 'POST' } = {}) =>
    reply(
      await request(endpoints.api + path, {
        ...(body !== undefined && { method, body: typeof body === 'string' ? body : JSON.stringify(body) }),
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(as !== undefined && { authorization: `Bearer ${await tokenOf(as)}` }),
          ...headers,
        },
      }),
    );
}

/** All emails so far, oldest first; only what is new is fetched. */
function mailReader({ mailbox }: Endpoints): World['mail'] {
  const known = new Map<string, Email>();
  return async () => {
    const last = [...known.keys()].at(-1);
    const { body } = reply<{ emails: readonly Email[] }>(
      await request(`${mailbox}${last === undefined ? '' : `?after=${last}`}`, {
        headers: { accept: 'application/json' },
      }),
    );
    for (const email of body.emails) known.set(email.id, email);
    return [...known.values()].toSorted((a, b) => Number(a.id) - Number(b.id));
  };
}

/** What can be done with a host that answers at these endpoints, in this process or another. */
export function worldAt(endpoints: Endpoints): World {
  const client = hostClient(endpoints);
  const workflow = new SFNClient(aws(endpoints, endpoints.states));
  const mail = mailReader(endpoints);
  return {
    ...client,
    endpoints,
    ask: asker(endpoints),
    submit: async (change, language) => {
      const submitted = await client.anonymously<SubmitLetterResponse>(
        '/api/letters-of-intent',
        letterOf(change, language),
        { 'idempotency-key': newKey() },
      );
      await uploadByLink(client, linkIn(submitted.trackingUrl), 'signed-letter');
      return submitted;
    },
    project: (projectId, account = 'officer') => client.asStaff<Project>(account, `/api/projects/${projectId}`),
    mail,
    mailOf: async (projectId) => (await mail()).filter(({ tags }) => tags['lane'] === projectId),
    advance: async (duration) => {
      await moveClock(endpoints, duration);
    },
    execution: async (projectId, generation = 1) => {
      const executionArn = `${endpoints.stateMachineArn.replace(':stateMachine:', ':execution:')}:${projectId}-${String(generation)}`;
      try {
        return (await workflow.send(new DescribeExecutionCommand({ executionArn }))).status;
      } catch (error) {
        if (error instanceof ExecutionDoesNotExist) return undefined;
        throw error;
      }
    },
    table: DynamoDBDocumentClient.from(new DynamoDBClient(aws(endpoints, endpoints.dynamodb)), {
      marshallOptions: { removeUndefinedValues: true },
    }),
  };
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'zholkarta-'));

export interface TestHost extends World {
  readonly host: Host;
  readonly dataDir: string;
  /** Ends the host and removes its folder. */
  readonly close: () => Promise<void>;
}

/**
 * A host in this process with zones, parties and people but no demo projects; in a folder of its own unless it is told to go
 * on in that of an earlier one; it takes what the disk has room for. A test file shares its own among its tests.
 */
export async function openHost({
  dataDir = newFolder(),
  startAt,
  clamdUrl,
  disk = { reserve: 0 },
  undoSeconds = 0,
  zones,
}: {
  readonly startAt?: string;
  readonly dataDir?: string;
  readonly clamdUrl?: string;
  readonly disk?: HostOptions['disk'];
  /** What staff do on pages goes out at once, unless it is this that is tried. */
  readonly undoSeconds?: number;
  /** What a zone costs a day of a moved clock is saved where nothing looks at it. All, unless told. */
  readonly zones?: readonly ('aqtobe' | 'kokand' | 'kyzylorda' | 'turkistan')[];
} = {}): Promise<TestHost> {
  const host = await startHost({
    dataDir,
    port: 0,
    empty: false,
    seed: (target) => seed({ ...target, demo: false, zones }),
    bundlesDir: process.env['BUNDLES_DIR'],
    clamdUrl,
    disk,
    undoSeconds,
    ...(startAt && { startAt }),
  });
  return {
    ...worldAt(host.endpoints),
    host,
    dataDir,
    close: async () => {
      await host.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

let shared: Promise<TestHost> | undefined;

/**
 * The host of this process, which ends with it: for files that look only at what they brought themselves, change nothing that
 * others have, and leave the clock where it is. Nobody has sent anything too often yet.
 */
export async function sharedHost(): Promise<TestHost> {
  shared ??= openHost().then((host) => {
    // A process of tests is ended by a signal: what ends with a process needs an end of its own.
    process.once('SIGTERM', () => process.exit());
    process.once('exit', () => {
      rmSync(host.dataDir, { recursive: true, force: true });
    });
    return {
      ...host,
      advance: () => Promise.reject(new Error('The clock of a shared host stays where it is: open a host')),
      close: () => Promise.resolve(),
    };
  });
  const host = await shared;
  const TableName = host.endpoints.tableName;
  const { Items = [] } = await host.table.send(
    new ScanCommand({
      TableName,
      FilterExpression: 'begins_with(PK, :rate)',
      ProjectionExpression: 'PK, SK',
      ExpressionAttributeValues: { ':rate': 'RATE#' },
    }),
  );
  for (const { PK, SK } of Items) await host.table.send(new DeleteCommand({ TableName, Key: { PK, SK } }));
  return host;
}
