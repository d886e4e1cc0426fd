import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type FunctionName, functions, routes, stateMachine } from '#infra/manifest/index.ts';
import { parseDuration } from './clock/duration.ts';
import type { Timekeeper } from './clock/timekeeper.ts';
import { type Closers, makeClosers } from './closers.ts';
import { openTable, type TableService } from './dynamodb/index.ts';
import type { Feedback } from './email/feedback.ts';
import { type Endpoints, serviceAddresses, writeEndpoints } from './endpoints.ts';
import { functionEnvironment } from './environment.ts';
import { readJson, writeWhole } from './files.ts';
import { type Ground, openGround, place } from './ground.ts';
import { openPool } from './lambda/pool.ts';
import type { HandlerSource } from './lambda/protocol.ts';
import { type LambdaRuntime, openRuntime } from './lambda/runtime.ts';
import { freePort, isFree, readPorts, writePorts } from './ports.ts';
import { configurationSet, linkSecretId, openServices } from './services.ts';
import { demoAccounts } from './sign-in/accounts.ts';
import { clientId } from './sign-in/provider.ts';
import { openStates, type StatesEngine } from './states/index.ts';
import { startTriggers } from './triggers.ts';
import { ensureStateMachine, stateMachineArn } from './workflow/state-machine.ts';

/** Fills a new table. @param options.now host's time in ms */
export type Seed = (options: { client: DynamoDBDocumentClient; tableName: string; now: number; demo: boolean }) => Promise<void>;

export interface HostOptions {
  /** Everything the host writes is below it. */
  readonly dataDir: string;
  /** 0: the one the data folder had last, or a free one. */
  readonly port: number;
  /** Without demo data, on real time. */
  readonly empty: boolean;
  readonly seed: Seed;
  /** Where a function is; the manifest's entry unless a test gives its own, or `undefined` for that one. */
  readonly functions?: (name: FunctionName) => HandlerSource | undefined;
  /** The workflow's definition as JSON text; the manifest's file unless a test gives its own. */
  readonly definition?: string;
  /** Where the clock of a new data folder starts with demo data, ISO 8601. */
  readonly startAt?: string;
  /** A mail server for all email, like `smtps://user:password@mail.example.org`. */
  readonly smtpUrl?: string | undefined;
  /** A DynamoDB-compatible endpoint to use instead of our own engine. */
  readonly dynamodbEndpoint?: string | undefined;
  /** The site's address in links, where it is not the host's own (behind a proxy). */
  readonly siteUrl?: string | undefined;
  readonly emailFrom?: string | undefined;
}

export interface Host {
  readonly endpoints: Endpoints;
  /** Settles only when the host cannot go on, with the reason. */
  readonly died: Promise<string>;
  /** Moves the clock by ms or an ISO 8601 duration; resolves when everything due on the way is done. */
  advance(duration: number | string): Promise<{ now: number; ran: number }>;
  /** Resolves when nothing runs and nothing can go on without time passing. */
  idle(): Promise<void>;
  /** Ends the host, letting what runs come to its end; the data folder is free afterwards. */
  close(): Promise<void>;
}

/** The Aqtöbe forum (issue 2): where a demo begins. */
const demoStart = '2025-12-12T09:00:00+05:00';
const tableName = 'zholkarta';
const functionNames = Object.keys(functions) as FunctionName[];
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Starts a host on a data folder; resolves when it answers and `endpoints.json` is written. Rejects, with nothing left running, when it cannot. */
export async function startHost(options: HostOptions): Promise<Host> {
  const closers = makeClosers();
  try {
    return await open(options, closers);
  } catch (error) {
    await closers.close().catch(() => undefined);
    throw error;
  }
}

async function open(options: HostOptions, closers: Closers): Promise<Host> {
  const startAt = options.empty ? undefined : Date.parse(options.startAt ?? demoStart);
  const ground = openGround(options.dataDir, startAt, closers);
  const remembered = readPorts(ground.file('ports.json'));
  const port = await choosePort(options.port, remembered.site);
  const table = await openTable({ dataDir: ground.dataDir, tableName, region: place.region, preferredPort: remembered.dynamodb, endpoint: options.dynamodbEndpoint });
  closers.add(() => table.stop());
  writePorts(ground.file('ports.json'), { site: port, dynamodb: table.port });
  const endpoints: Endpoints = { ...serviceAddresses(port), dynamodb: table.endpoint, stateMachineArn: stateMachineArn(place), tableName, accounts: demoAccounts };

  let wake = () => {};
  const runtime = openFunctions(options, endpoints, ground, closers, () => wake());
  const engine = Promise.withResolvers<StatesEngine>();
  const ready = Promise.withResolvers<{ time: Timekeeper; feedback: Feedback }>();
  const services = await openServices({ ground, runtime, addresses: endpoints, port, accounts: demoAccounts, smtpUrl: options.smtpUrl, engine: engine.promise, ready: ready.promise, wake: () => wake(), closers });
  const states = await openWorkflow(options, ground, runtime, closers);
  engine.resolve(states);
  await seedOnce(options, ground, table);
  const feedback = services.startFeedback();
  const { time, readers, idle } = startTriggers({ ground, runtime, table, tableName, engine: states, feedback, closers });
  wake = () => readers.forEach((reader) => reader.wake());
  ready.resolve({ time, feedback });
  writeEndpoints(ground.dataDir, endpoints);
  return {
    endpoints,
    died: table.died,
    advance: (duration) => time.advanceTo((now) => now + (typeof duration === 'number' ? duration : parseDuration(duration))),
    idle,
    close: () => closers.close(),
  };
}

async function choosePort(wanted: number, remembered: number | undefined): Promise<number> {
  if (wanted === 0) return remembered !== undefined && (await isFree(remembered)) ? remembered : freePort();
  if (await isFree(wanted)) return wanted;
  throw new Error(`Port ${wanted} is in use. Set PORT to another one, or to 0 for any.`);
}

function openFunctions(options: HostOptions, endpoints: Endpoints, { log }: Ground, closers: Closers, onEnd: () => void): LambdaRuntime {
  const environment = functionEnvironment({
    ...endpoints,
    ...place,
    linkSecretId,
    configurationSet,
    clientId,
    siteUrl: options.siteUrl ?? endpoints.site,
    emailFrom: options.emailFrom ?? 'Zholkarta <zholkarta@example.org>',
  }, process.env);
  const sourceOf = (name: FunctionName): HandlerSource => options.functions?.(name) ?? { module: join(root, functions[name].entry), export: 'handler' };
  const group = (isWanted: (name: FunctionName) => boolean) => Object.fromEntries(functionNames.filter(isWanted).map((name) => [name, sourceOf(name)]));
  const answers = (name: FunctionName) => routes.some((route) => route.function === name);
  // Requests in one thread, everything else in another: work in the background makes nobody wait.
  const pool = openPool({ groups: [group(answers), group((name) => !answers(name))], environment, log: log.write });
  closers.add(() => pool.close());
  return openRuntime({ functions, pool, ...place, onEnd });
}

async function openWorkflow(options: HostOptions, { clock, file }: Ground, runtime: LambdaRuntime, closers: Closers): Promise<StatesEngine> {
  const engine = await openStates({ file: file('executions.sqlite'), clock, invoke: (name, payload) => runtime.invoke(name, payload), ...place });
  closers.add(() => engine.close());
  await ensureStateMachine(engine, options.definition ?? readFileSync(join(root, stateMachine.definition), 'utf8'), place);
  return engine;
}

/** A start that died while seeding begins it again: seeds are repeatable. */
async function seedOnce({ seed, empty }: HostOptions, { clock, file }: Ground, { client }: TableService): Promise<void> {
  const mark = file('seeded.json');
  if (readJson(mark) !== undefined) return;
  await seed({ client: DynamoDBDocumentClient.from(client), tableName, now: clock.now(), demo: !empty });
  writeWhole(mark, JSON.stringify({ at: new Date(clock.now()).toISOString(), demo: !empty }));
}
