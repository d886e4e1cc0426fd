import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type FunctionName, functions, routes, stateMachine } from '#infra/manifest/index.ts';
import { type AccessMode, accessModeOf, type OutsideIssuer } from './access-mode.ts';
import { parseDuration } from '../clock/duration.ts';
import type { Timekeeper } from '../clock/timekeeper.ts';
import { type DiskOptions, openDisk } from './disk.ts';
import { openBundles } from './bundles.ts';
import { tableGate } from '../aws/dynamodb/gate.ts';
import type { TableService } from '../aws/dynamodb/index.ts';
import { openTable } from './table.ts';
import type { Feedback } from '../aws/ses/feedback.ts';
import { type Endpoints, serviceAddresses, writeEndpoints } from './endpoints.ts';
import { accessKeyId, functionEnvironment } from './environment.ts';
import { daysIncoming, filesBucket, incoming } from './files.ts';
import { enterFolder, isSeeded, noteSeeded } from '../folder/folder.ts';
import type { Wanted } from '../folder/identity.ts';
import { type DataFolder, openDataFolder, place } from './data-folder.ts';
import { refusal } from './refusal.ts';
import { serve } from '../aws/http/server.ts';
import { openPool } from '../aws/lambda/pool.ts';
import { answeredOverLosses, overLosses } from '../aws/lambda/over-losses.ts';
import type { HandlerSource } from '../aws/lambda/protocol.ts';
import { type LambdaRuntime, openRuntime } from '../aws/lambda/runtime.ts';
import { filesUrl } from '../aws/s3/address.ts';
import { openObjects } from '../aws/s3/index.ts';
import { choosePorts, readPorts, writePorts } from './ports.ts';
import { clamdAddress } from '../aws/guardduty/clamd.ts';
import { ensureSecret } from '../aws/secrets-manager/secret.ts';
import { configurationSet, linkSecretId, openServices } from './services.ts';
import { demoAccounts } from './demo-accounts.ts';
import { clientId } from '../aws/cognito/provider.ts';
import type { Signer } from '../aws/signing/signature.ts';
import { openStates, type StatesEngine } from '../aws/step-functions/index.ts';
import { startTriggers } from './triggers.ts';
import { openReopening } from '../aws/step-functions/reopening.ts';
import { ensureStateMachine, stateMachineArn } from './state-machine.ts';

/** `now`: the host's time, ms; `demo`: with projects; `people`: with those of the demo accounts. */
export type Seed = (options: {
  client: DynamoDBDocumentClient;
  tableName: string;
  now: number;
  demo: boolean;
  people: boolean;
}) => Promise<void>;

export interface HostOptions {
  readonly dataDir: string;
  /** The site's; 0: the one the data folder had last, or a free one. */
  readonly port: number;
  /** Without demo data, on real time. */
  readonly empty: boolean;
  readonly seed: Seed;
  /** Where a function is; its bundle unless a test gives its own, or `undefined` for that one. */
  readonly functions?: (name: FunctionName) => HandlerSource | undefined;
  /** A folder for bundles of the functions that several hosts share; the data folder's own unless given. */
  readonly bundlesDir?: string | undefined;
  /** The workflow's definition as JSON text; the manifest's file unless a test gives its own. */
  readonly definition?: string;
  /** Where the clock of a new data folder starts with demo data, ISO 8601. */
  readonly startAt?: string;
  /** A mail server for all email, like `smtps://user:password@mail.example.org`. */
  readonly smtpUrl?: string | undefined;
  /** For how many days of the host's clock emails keep their words where a mail server has them; 30 unless told. */
  readonly emailDays?: number | undefined;
  /** A virus scanner for files that are brought: clamd, `tcp://127.0.0.1:3310` or `unix:/run/clamav/clamd.ctl`. */
  readonly clamdUrl?: string | undefined;
  /** For how long staff can take back what they have just done; 30 unless told. */
  readonly undoSeconds?: number | undefined;
  readonly dynamodbEndpoint?: string | undefined;
  /** The site's address in links, where it is not the host's own (behind a proxy). One that is not of this machine needs `issuer`. */
  readonly siteUrl?: string | undefined;
  readonly issuer?: OutsideIssuer | undefined;
  readonly emailFrom?: string | undefined;
  readonly disk?: DiskOptions;
  readonly moved?: boolean;
  /** The operator takes the folder's secrets as they are, and new ones for those that are missing. */
  readonly newSecrets?: boolean;
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
/** How much longer than on AWS a function may take: here it shares its processors with whatever else the machine does, and ending its wait ends no work. */
const patience = 8;
type Sources = Readonly<Record<FunctionName, HandlerSource>>;
const functionNames = Object.keys(functions) as FunctionName[];

/** Starts a host on a data folder; resolves when it answers and `endpoints.json` is written. Rejects, with nothing left running, when it cannot. */
export async function startHost(options: HostOptions): Promise<Host> {
  const cleanup = new AsyncDisposableStack();
  try {
    return await open(options, cleanup);
  } catch (error) {
    await cleanup.disposeAsync().catch(() => undefined);
    throw existsSync(options.dataDir) ? openDisk(options.dataDir, options.disk).explained(error) : error;
  }
}

async function open(options: HostOptions, cleanup: AsyncDisposableStack): Promise<Host> {
  const accessMode = accessModeOf(options);
  const clamd = options.clamdUrl === undefined ? undefined : clamdAddress(options.clamdUrl);
  const startAt = options.empty ? undefined : Date.parse(options.startAt ?? demoStart);
  const entrance = {
    tableName,
    ownsTable: options.dynamodbEndpoint === undefined,
    wanted: wantedOf(options, accessMode),
    newSecrets: options.newSecrets ?? false,
  };
  const enter = (dataDir: string) => enterFolder({ dataDir, ...entrance }, Date.now());
  const dataFolder = openDataFolder(options.dataDir, enter, startAt, cleanup, options.disk);
  const sources = openSources(options, dataFolder, cleanup);
  const { ports, table, signer, endpoints } = await openAddresses(options, accessMode, dataFolder, cleanup);
  let wake = () => {};
  const runtime = openFunctions(
    options,
    await sources,
    accessMode,
    { ...endpoints, dynamodb: table.endpoint },
    dataFolder,
    cleanup,
    () => wake(),
  );
  const engine = Promise.withResolvers<StatesEngine>();
  const ready = Promise.withResolvers<{ time: Timekeeper; feedback: Feedback }>();
  const objects = openStore(dataFolder, accessMode.siteUrl ?? endpoints.site, signer, cleanup);
  const background = overLosses(runtime, table);
  const services = await openServices({
    dataFolder,
    runtime: background,
    answers: answeredOverLosses(runtime.invoke, table),
    objects,
    endpoints,
    ports,
    accessMode,
    signer,
    smtpUrl: options.smtpUrl,
    emailDays: options.emailDays ?? 30,
    engine: engine.promise,
    ready: ready.promise,
    wake: () => wake(),
    cleanup,
  });
  const states = await openWorkflow(options, dataFolder, background, cleanup);
  engine.resolve(states);
  await dataFolder.admission.complete(table.client);
  await seedOnce(options, accessMode, dataFolder, table);
  const feedback = services.startFeedback();
  const { time, readers, idle } = startTriggers({
    dataFolder,
    runtime: background,
    objects,
    table,
    tableName,
    engine: states,
    feedback,
    clamd,
    mailWork: services.mailWork,
    cleanup,
  });
  wake = () => readers.forEach((reader) => reader.wake());
  ready.resolve({ time, feedback });
  writeEndpoints(dataFolder.dataDir, endpoints);
  return {
    endpoints,
    died: table.died,
    advance: (duration) =>
      time.advanceTo((now) => now + (typeof duration === 'number' ? duration : parseDuration(duration))),
    idle,
    close: () => cleanup.disposeAsync(),
  };
}

async function openAddresses(
  options: HostOptions,
  accessMode: AccessMode,
  dataFolder: DataFolder,
  cleanup: AsyncDisposableStack,
): Promise<{
  ports: Awaited<ReturnType<typeof choosePorts>>;
  table: TableService;
  signer: Signer;
  endpoints: Endpoints;
}> {
  const ports = await choosePorts(options.port, readPorts(dataFolder.file('ports.json')));
  const table = await openTable({
    dataDir: dataFolder.dataDir,
    tableName,
    region: place.region,
    endpoint: options.dynamodbEndpoint,
    onLoss: (said) => dataFolder.report(new Error(said)),
  });
  cleanup.defer(() => table.stop());
  writePorts(dataFolder.file('ports.json'), ports);
  const signer: Signer = { accessKeyId, secret: ensureSecret(dataFolder.file('access-key')), region: place.region };
  const endpoints: Endpoints = {
    ...serviceAddresses(ports),
    ...(accessMode.issuer && { issuer: accessMode.issuer.url }),
    dynamodb: table.isForeign ? table.endpoint : await openGate(dataFolder, ports.dynamodb, table, signer, cleanup),
    stateMachineArn: stateMachineArn(place),
    tableName,
    credentials: { accessKeyId, secretAccessKey: signer.secret },
    accounts: accessMode.issuer ? [] : demoAccounts,
  };
  return { ports, table, signer, endpoints };
}

function openStore(
  { file, clock, disk, log, report }: DataFolder,
  siteUrl: string,
  signer: Signer,
  cleanup: AsyncDisposableStack,
): ReturnType<typeof openObjects> {
  const objects = openObjects({
    folder: file('objects'),
    bucket: filesBucket,
    expires: { prefix: incoming, days: daysIncoming },
    signer,
    siteUrl,
    clock,
    hasRoom: () => disk.intake() === 'all',
    log: log.write,
    onError: report,
  });
  cleanup.defer(() => objects.store.close());
  return objects;
}

async function openGate(
  { report }: DataFolder,
  port: number,
  { endpoint }: TableService,
  signer: Signer,
  cleanup: AsyncDisposableStack,
): Promise<string> {
  const gate = await serve({
    port,
    dispatch: tableGate(endpoint, signer),
    refuse: refusal,
    onError: report,
    onAnswer: () => undefined,
  });
  cleanup.defer(() => gate.close());
  return `http://127.0.0.1:${port}`;
}

/** Bundles are made while the table opens, which a start that fails waits for. */
function openSources(
  { functions: given, bundlesDir }: HostOptions,
  { file }: DataFolder,
  cleanup: AsyncDisposableStack,
): Promise<Sources> {
  const own = new Map(functionNames.map((name) => [name, given?.(name)]));
  const isBundled = [...own.values()].includes(undefined);
  const made = isBundled
    ? openBundles({ path: bundlesDir ?? file('bundles'), isShared: bundlesDir !== undefined })
    : Promise.resolve('');
  const sources = made.then(
    (folder) =>
      Object.fromEntries(
        [...own].map(([name, source]) => [name, source ?? { module: join(folder, `${name}.mjs`), export: 'handler' }]),
      ) as Sources,
  );
  const settled = sources.then(
    () => undefined,
    () => undefined,
  );
  cleanup.defer(() => settled);
  return sources;
}

function openFunctions(
  options: HostOptions,
  sources: Sources,
  { siteUrl, issuer }: AccessMode,
  endpoints: Endpoints,
  { log }: DataFolder,
  cleanup: AsyncDisposableStack,
  onEnd: () => void,
): LambdaRuntime {
  const environment = functionEnvironment(
    {
      ...endpoints,
      ...place,
      linkSecretId,
      configurationSet,
      clientId: issuer?.clientId ?? clientId,
      siteUrl: siteUrl ?? endpoints.site,
      accessSecret: endpoints.credentials.secretAccessKey,
      filesBucket,
      filesUrl: filesUrl(siteUrl ?? endpoints.site),
      scansFiles: options.clamdUrl !== undefined,
      undoSeconds: options.undoSeconds ?? 30,
      emailFrom: options.emailFrom ?? 'Zholkarta <zholkarta@example.org>',
    },
    process.env,
  );
  const group = (isWanted: (name: FunctionName) => boolean) =>
    Object.fromEntries(functionNames.filter(isWanted).map((name) => [name, sources[name]]));
  const answers = (name: FunctionName) => routes.some((route) => route.function === name);
  // Requests in one thread, everything else in another: work in the background makes nobody wait.
  const pool = openPool({ groups: [group(answers), group((name) => !answers(name))], environment, log: log.write });
  cleanup.defer(() => pool.close());
  const patient = Object.fromEntries(
    Object.entries(functions).map(([name, spec]) => [
      name,
      { ...spec, timeoutSeconds: spec.timeoutSeconds * patience },
    ]),
  );
  return openRuntime({ functions: patient, pool, ...place, onEnd });
}

async function openWorkflow(
  options: HostOptions,
  { clock, disk, file, report }: DataFolder,
  runtime: LambdaRuntime,
  cleanup: AsyncDisposableStack,
): Promise<StatesEngine> {
  const settings = {
    file: file('executions.sqlite'),
    clock,
    invoke: (name: string, payload: unknown) => runtime.invoke(name, payload),
    onError: report,
    ...place,
  };
  const engine = await openReopening({
    open: () => openStates(settings),
    isWritable: disk.isWritable,
    onError: report,
  });
  cleanup.defer(() => engine.close());
  await ensureStateMachine(engine, options.definition ?? stateMachine.definition, place);
  return engine;
}

const wantedOf = ({ moved = false }: HostOptions, { siteUrl, issuer }: AccessMode): Wanted => ({
  kind: issuer ? 'real' : 'demo',
  site: siteUrl ?? null,
  issuer: issuer?.url ?? null,
  moved,
});

/** A start that died while seeding begins it again: seeds are repeatable. Afterwards never again, whatever became of what they wrote. */
async function seedOnce(
  { seed, empty }: HostOptions,
  { issuer }: AccessMode,
  { clock }: DataFolder,
  { client }: TableService,
): Promise<void> {
  if (await isSeeded(client, tableName)) return;
  await seed({
    client: DynamoDBDocumentClient.from(client),
    tableName,
    now: clock.now(),
    demo: !empty,
    people: !issuer,
  });
  await noteSeeded(client, tableName, new Date(clock.now()).toISOString());
}
