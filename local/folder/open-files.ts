import * as z from 'zod/mini';
import { currentFormat } from './identity.ts';
import { manifestName } from './manifest.ts';

/** Stores of rows and the folder of an export where each of their tables is a file. */
export const rowStores = [
  { store: 'executions.sqlite', folder: 'workflows' },
  { store: 'objects/index.sqlite', folder: 'files' },
  { store: 'sign-in.sqlite', folder: 'sign-in' },
] as const;
/** Folders of files that are in an export as they are, and where they lie in a data folder. */
export const plainFolders = { 'files/contents': 'objects/contents', mail: 'mail', host: '' } as const;
export const readmeName = 'README.md';
/** Of the host that runs, not of what it keeps: whether it sends, and how far it has read a stream that stays behind. */
export const ofTheRun = /^(sending-held|stream-.*|ports)\.json$/;

const ExportedFile = z.object({
  name: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** Lines of a file of lines; 1 for any other. */
  count: z.int(),
});
export const ExportManifest = z.object({
  export: z.literal(1),
  /** Real time, and the host's; ISO 8601. */
  madeAt: z.string(),
  hostTime: z.string(),
  folder: z.string(),
  format: z.int(),
  /** SHA-256 of contents that the index names and the folder did not have: damage from before. */
  missing: z.array(z.string()),
  files: z.array(ExportedFile),
});
export type ExportManifest = z.infer<typeof ExportManifest>;
export type ExportedFile = z.infer<typeof ExportedFile>;

/** Throws, in words for the operator, for one that is not of an export, or of a version that this one does not read. */
export function readExportManifest(text: string): ExportManifest {
  const found = JSON.parse(text) as { export?: unknown; format?: unknown } | null;
  if (found?.export === undefined) throw new Error(`Its ${manifestName} is not one of an export.`);
  if (found.export !== 1 || found.format !== currentFormat)
    throw new Error(
      `It was made by another version (export ${String(found.export)}, format ${String(found.format)}); this one reads export 1, format ${String(currentFormat)}. Import it with the version that made it, and migrate that folder.`,
    );
  return ExportManifest.parse(found);
}

/** What the partitions of the table hold, by the word with which their key begins (`functions/adapters/table/keys.ts`). */
const partitions: Readonly<Record<string, string>> = {
  access: 'requests for a role',
  audit: 'who changed what in zones and regions',
  count: 'counters of zones',
  country: 'legal durations of a country',
  desk: 'when staff last looked, and their saved filters',
  draft: 'letters that are being filled in',
  email: 'whose an address is (by hash)',
  file: 'what is known of each file: name, size, SHA-256, result of the scan; small files in parts',
  folder: 'the id of the data folder',
  forecasts: 'what was forecast when each month began',
  'follow-ups': 'what somebody of an office does about a project on a day',
  form: 'forms that are not sent yet',
  forums: 'guests and promises of forums, and their log',
  headquarters: 'headquarters: protocol, instructions, meetings, log',
  import: 'imports of timetables',
  key: 'answers to requests that may be repeated',
  land: 'plots of each project',
  lane: 'emails to send and sent, by project',
  line: 'utility lines that are built, and their log',
  moratorium: 'moratoria, and their log',
  named: 'projects whose company open data may name',
  notices: 'what zones say in emails',
  number: 'running numbers',
  'open-data': 'open data of each night: name, size and SHA-256 of its files',
  person: 'staff: accounts and roles',
  plot: 'plots, and their log',
  plots: 'plots of each zone of the register',
  project: 'projects: state, letter, contact, notes, log (EVENT#), tokens of what is waited for (TOKEN#)',
  proof: 'which rung a file of a zone proves (by SHA-256)',
  rate: 'limits of requests',
  register: 'zones of the register',
  'register-counts': 'what is counted of the plots of each zone of the register',
  registered: 'what was said of zones of the register',
  session: 'sessions of staff',
  staff: 'staff by zone and region',
  subject: 'whom an account of the sign-in is',
  timetable: 'timetables kept elsewhere',
  word: 'words to search by',
  zone: 'zones: parties, lines, durations, stated figures, open obstacles',
  'zone-obstacle-log': 'log of obstacles of whole zones',
  'zone-obstacles': 'obstacles of whole zones',
  zones: 'the list of zones',
};

const rowFiles: Readonly<Record<string, string>> = {
  'workflows/machines.jsonl': 'state machines',
  'workflows/definitions.jsonl': 'their definitions in Amazon States Language',
  'workflows/executions.jsonl': 'one execution a project and generation, with its state',
  'workflows/threads.jsonl': 'where each execution is and what it waits for',
  'workflows/events.jsonl': 'history of each execution',
  'workflows/tokens.jsonl': 'task tokens of the waits',
  'files/objects.jsonl':
    'which file lies under which key (kept/ID, incoming/ID, published/DAY/NAME), with size, type and SHA-256',
  'sign-in/entry.jsonl': 'sessions of the sign-in',
  'host/folder.json': 'what this folder is: id, format, site, issuer, SHA-256 of each secret',
  'host/clock.json': 'how far its clock was moved, ms',
  'host/link-secret': 'SECRET: signs the links in emails',
  'host/access-key': 'SECRET: signs forms for files',
  'host/sign-in-keys.json': 'SECRET: private keys of the sign-in',
  'host/dead-letters.jsonl': 'events that nobody could deal with',
};

function whatOf(name: string): string {
  const kind = /^table\/(.+)\.jsonl$/.exec(name)?.[1];
  return (
    (kind === undefined ? rowFiles[name] : (partitions[kind] ?? `items of ${kind.toUpperCase()}#`)) ??
    (name.startsWith('host/') ? 'a note of the host' : 'rows')
  );
}

export function readmeOf(files: readonly ExportedFile[], madeAt: string): string {
  const many = (folder: string) => files.filter(({ name }) => name.startsWith(folder)).length;
  const listed = files.filter(({ name }) => !/^(mail|files\/contents)\//.test(name));
  return `# Everything of a Zholkarta host, in open files

Made ${madeAt}. \`npm run import -- FILE\` fills an empty data folder with it.

**It holds personal data and secrets.** The secrets are in it so that links in emails that were sent still open, and go on to count; whoever has
this file can make such links. Keep it as safe as the data folder.

- \`${manifestName}\`: size, SHA-256 and count (lines) of every file here. Two exports hold the same when these agree.
- \`*.jsonl\`: JSON Lines, UTF-8, one object a line, in the order of its key. Instants are milliseconds since 1970 (UTC) or ISO 8601.
- \`table/\`: \`{"Item": …}\` in DynamoDB JSON, as DynamoDB's own import from S3 reads it. PK and SK are the key.
- \`workflows/\`, \`sign-in/\`, \`files/objects.jsonl\`: rows of those stores; \`body\`, \`details\` and \`payload\` are JSON in a string.
- \`files/contents/\`: ${String(many('files/contents/'))} documents as they were brought, each named by its SHA-256. A document in \`table/project.jsonl\` names its
  \`fileId\`; \`files/objects.jsonl\` says under the key \`kept/fileId\` which content that is, and of what type.
- \`mail/\`: ${String(many('mail/'))} emails as they were sent, one JSON file each.

| File | Count | What it is |
| --- | ---: | --- |
${listed.map(({ name, count }) => `| \`${name}\` | ${String(count)} | ${whatOf(name)} |`).join('\n')}
`;
}
