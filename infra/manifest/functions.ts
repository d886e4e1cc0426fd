import type { FunctionName, FunctionSpec, Grants, TableAction } from './types.ts';

const memoryMb = 512;
/** A project is loaded by one query and changed by one transaction, whose parts are puts and updates; words of a corrected name are deleted. */
const change: readonly TableAction[] = [
  'dynamodb:Query',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
];
const changeAndGet: readonly TableAction[] = [...change, 'dynamodb:GetItem'];
/** The outbox deletes what is done, and writes the words of a letter that still names the same company. It finds the project of somebody who asks for their link, and what a party has to answer. */
const workOff: readonly TableAction[] = [...changeAndGet, 'dynamodb:BatchGetItem', 'dynamodb:ConditionCheckItem'];
const secret: Pick<Grants, 'linkSecret'> = { linkSecret: ['secretsmanager:GetSecretValue'] };
const http = { memoryMb, timeoutSeconds: 15 } as const;

/** Exactly what its code can send (test/template/least-rights.test.ts). */
export const functions: Readonly<Record<FunctionName, FunctionSpec>> = {
  public: {
    ...http,
    entry: 'functions/http/public.ts',
    purpose: 'anonymous: a letter of intent comes in',
    environment: ['TABLE_NAME', 'LINK_SECRET_ID', 'SITE_URL'],
    may: { table: [...changeAndGet, 'dynamodb:BatchGetItem'], ...secret },
  },
  links: {
    ...http,
    entry: 'functions/http/links.ts',
    purpose: 'investors and parties act by a link',
    environment: ['TABLE_NAME', 'LINK_SECRET_ID', 'SITE_URL'],
    may: { table: [...changeAndGet, 'dynamodb:BatchGetItem'], indexes: ['byHolder'], ...secret },
  },
  office: {
    ...http,
    entry: 'functions/http/office.ts',
    purpose: 'staff of a zone: lists, projects, decisions',
    environment: ['TABLE_NAME', 'SITE_URL', 'UNDO_SECONDS'],
    may: {
      table: [...changeAndGet, 'dynamodb:BatchGetItem'],
      indexes: ['byZone', 'byStage', 'byForum', 'bySector', 'byStart', 'byOverdue', 'byHolder', 'byAssignee', 'byWork'],
    },
  },
  documents: {
    ...http,
    entry: 'functions/http/documents.ts',
    purpose:
      'documents are brought and downloaded, a letter is handed in; the one function for people that reaches the files',
    // A small file comes through it in base64 and is held a few times over.
    memoryMb: 1024,
    environment: ['TABLE_NAME', 'LINK_SECRET_ID', 'SITE_URL', 'FILES_BUCKET', 'FILES_URL', 'FILE_SCANNING'],
    may: {
      table: [...changeAndGet, 'dynamodb:BatchGetItem'],
      files: [
        's3:PutObject incoming',
        's3:GetObject incoming',
        's3:DeleteObject incoming',
        's3:PutObject kept',
        's3:GetObject kept',
        's3:DeleteObject kept',
        's3:GetObject published',
        's3:ListBucket',
      ],
      ...secret,
    },
  },
  region: {
    ...http,
    entry: 'functions/http/region.ts',
    purpose: 'leadership looks at the pipeline; no right to write',
    environment: ['TABLE_NAME'],
    may: {
      table: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchGetItem'],
      indexes: ['byZone', 'byStage', 'byForum', 'bySector', 'byStart', 'byOverdue', 'byHolder', 'byWork'],
    },
  },
  admin: {
    ...http,
    entry: 'functions/http/admin.ts',
    purpose: 'administrators: people, parties, zones, calendars, durations; no letters, contacts or notes',
    environment: ['TABLE_NAME', 'SITE_URL'],
    may: {
      table: [
        'dynamodb:GetItem',
        'dynamodb:BatchGetItem',
        'dynamodb:Query',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
        'dynamodb:ConditionCheckItem',
      ],
      indexes: ['byZone', 'byHolder', 'byDue'],
    },
  },
  'sign-in': {
    ...http,
    entry: 'functions/http/sign-in.ts',
    purpose: 'staff sign in at the issuer and get a session here; a first sign-in finds its person',
    environment: ['TABLE_NAME', 'SITE_URL', 'ISSUER_URL', 'CLIENT_ID'],
    may: {
      table: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'],
    },
  },
  'open-assignment': {
    entry: 'functions/workflow/open-assignment.ts',
    purpose: 'the state machine enters a stage, a utility line or a correction',
    memoryMb,
    timeoutSeconds: 30,
    environment: ['TABLE_NAME'],
    may: { table: change },
  },
  relay: {
    entry: 'functions/events/relay.ts',
    purpose: 'the stream wakes it: works off the outbox (workflow, email)',
    memoryMb,
    timeoutSeconds: 60,
    environment: [
      'TABLE_NAME',
      'STATE_MACHINE_ARN',
      'LINK_SECRET_ID',
      'SITE_URL',
      'EMAIL_FROM',
      'EMAIL_CONFIGURATION_SET',
    ],
    may: {
      table: workOff,
      indexes: ['byStage', 'byHolder', 'byWork'],
      stateMachine: ['states:StartExecution', 'states:SendTaskSuccess'],
      email: ['ses:SendEmail'],
      ...secret,
    },
  },
  'sweep-outbox': {
    entry: 'functions/events/sweep-outbox.ts',
    purpose: 'every minute: outbox rows whose next attempt is due, and what could be taken back until now',
    memoryMb,
    timeoutSeconds: 300,
    environment: [
      'TABLE_NAME',
      'STATE_MACHINE_ARN',
      'LINK_SECRET_ID',
      'SITE_URL',
      'EMAIL_FROM',
      'EMAIL_CONFIGURATION_SET',
    ],
    may: {
      table: workOff,
      indexes: ['byOutbox', 'byStage', 'byHolder', 'byWork'],
      stateMachine: ['states:StartExecution', 'states:SendTaskSuccess'],
      email: ['ses:SendEmail'],
      ...secret,
    },
  },
  'run-day': {
    entry: 'functions/events/run-day.ts',
    purpose:
      'every day: what became overdue, pauses that end, reminders to confirm an address and of letters not handed in, digests, escalation, open data of the night',
    memoryMb,
    timeoutSeconds: 900,
    environment: ['TABLE_NAME', 'SITE_URL', 'FILES_BUCKET'],
    may: {
      table: [...changeAndGet, 'dynamodb:BatchGetItem'],
      indexes: ['byDue', 'byStage', 'byStart', 'byHolder', 'byWork'],
      files: ['s3:PutObject published'],
    },
  },
  'record-delivery': {
    entry: 'functions/events/record-delivery.ts',
    purpose: 'what became of an email: delivered, bounced, complained',
    memoryMb,
    timeoutSeconds: 30,
    environment: ['TABLE_NAME'],
    may: { table: change },
  },
  'record-scan': {
    entry: 'functions/events/record-scan.ts',
    purpose: 'what a scanner said of a file',
    memoryMb,
    timeoutSeconds: 30,
    environment: ['TABLE_NAME', 'FILES_BUCKET', 'FILES_URL'],
    may: { table: changeAndGet, files: ['s3:DeleteObject incoming', 's3:DeleteObject kept'] },
  },
};
