import { utilities } from '../kernel/common.ts';
import { changedFields, correctLetter } from '../letter/correct-letter.ts';
import type { LetterAlone, LetterField } from '../letter/letter-correction.ts';
import type { PaperContact, PaperLetter } from '../letter/letter-of-intent.ts';
import { changeBuilder } from '../project/change-builder.ts';
import { changeProject } from '../project/change-project.ts';
import type { ActorRef } from '../project/event.ts';
import type { Project } from '../project/project.ts';
import { ok } from '../kernel/result.ts';
import { capacitiesOf } from '../stages/need-of.ts';
import { stageIndex } from '../stages/stage-id.ts';
import type { RowIssue } from './cells.ts';
import type { FieldChange } from './import.ts';
import type { KindPorts } from './kinds.ts';

/** What a file says of a project that is there. */
export interface Said {
  readonly letter: PaperLetter;
  readonly stage: string;
  readonly receivedOn: string;
  /** Its language is said, and not just the zone's. */
  readonly inLanguage?: true | undefined;
}

/** What is agreed in the contract: from that stage on it is changed with it. */
const agreed: readonly LetterField[] = [
  'production',
  'sector',
  'investment',
  'jobs',
  'exportShare',
  'financing',
  'landHectares',
  'wantedStart',
];

function isDecided(project: Project, field: LetterField): boolean {
  if (project.ending !== undefined || project.erased !== undefined || project.phase === 'correcting') return true;
  const at = stageIndex(project.stage);
  if (field.startsWith('utilities.')) return at >= stageIndex('technical-conditions');
  return agreed.includes(field) && at >= stageIndex('contract-and-land');
}

const columnsOf = (field: LetterField): readonly string[] => {
  const utility = utilities.find((one) => field === `utilities.${one}`);
  if (utility) return [`needs.${utility}`];
  const columns: Partial<Record<LetterField, readonly string[]>> = {
    'company.name': ['company'],
    'company.number': ['companyNumber'],
    investment: ['worth', 'currency'],
    landHectares: ['hectares'],
  };
  return columns[field] ?? [field];
};

function cellOf(letter: Pick<LetterAlone, 'company' | 'investment' | 'utilities'> & object, column: string): string {
  const utility = utilities.find((one) => column === `needs.${one}`);
  const { company, investment } = letter;
  const special: Readonly<Record<string, unknown>> = {
    company: company.name,
    companyNumber: company.number,
    worth: investment.amountMinor / 100,
    currency: investment.currency,
    hectares: (letter as { landHectares?: number }).landHectares,
    ...(utility && { [column]: capacitiesOf(letter.utilities)[utility] }),
  };
  const value = column in special ? special[column] : (letter as Readonly<Record<string, unknown>>)[column];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Of a cell so much is shown before it is confirmed. */
const longest = 80;

export interface Differing {
  readonly lawful: readonly LetterField[];
  readonly changes: readonly FieldChange[];
  readonly issues: readonly RowIssue[];
}

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** Columns in which a row names another contact. Whoever asked for links by that address would get them: it is changed where it is confirmed anew, never by a file. */
function otherContact(here: PaperContact, { letter: { contact }, inLanguage }: Said): readonly string[] {
  const said = [
    ['contact', here.name, contact.name],
    ['email', here.email, contact.email],
    ['phone', here.phone, contact.phone],
    ['language', here.language, inLanguage && contact.language],
  ] as const;
  return said.flatMap(([column, was, now]) => (now === undefined || plain(now) === plain(was ?? '') ? [] : [column]));
}

/** What a row says otherwise than the letter has it: what can be changed, column by column, and what cannot. */
export function differing(
  row: number,
  project: Project,
  { letter, contact }: { readonly letter: LetterAlone; readonly contact?: PaperContact | undefined },
  said: Said,
): Differing {
  const changed = changedFields(letter, said.letter, []);
  const isLawful = (field: LetterField) => field !== 'company.number' && !isDecided(project, field);
  const lawful = changed.filter(isLawful);
  const issue = (column: string, code: string): RowIssue => ({ row, column, code });
  const elsewhere = [
    ...(changed.includes('company.number') ? ['companyNumber'] : []),
    ...(said.stage === project.stage ? [] : ['stage']),
    ...(said.receivedOn === project.receivedOn ? [] : ['received']),
    ...((said.letter.forum ?? project.forum) === project.forum ? [] : ['forum']),
  ];
  return {
    lawful,
    changes: lawful.flatMap((field) =>
      columnsOf(field)
        .map((column) => ({ row, column, was: cellOf(letter, column), now: cellOf(said.letter, column) }))
        .filter(({ was, now }) => was !== now)
        .map(({ was, now, ...at }) => ({ ...at, was: was.slice(0, longest), now: now.slice(0, longest) })),
    ),
    issues: [
      ...changed
        .filter((field) => field !== 'company.number' && isDecided(project, field))
        .map((field) => issue(columnsOf(field)[0] ?? field, 'decided')),
      ...elsewhere.map((column) => issue(column, 'on-its-page')),
      ...(contact ? otherContact(contact, said).map((column) => issue(column, 'contact-stays')) : []),
    ],
  };
}

/** Only what may be changed, in the words of a correction. */
function givenOf(letter: LetterAlone, said: PaperLetter, lawful: readonly LetterField[]) {
  const lines = utilities.filter((line) => lawful.includes(`utilities.${line}`));
  return {
    ...Object.fromEntries(
      Object.entries(said).filter(([name]) => name !== 'company' && (lawful as readonly string[]).includes(name)),
    ),
    ...(lawful.includes('company.name') && { company: { ...letter.company, name: said.company.name } }),
    ...(lines.length > 0 && {
      utilities: { ...letter.utilities, ...Object.fromEntries(lines.map((line) => [line, said.utilities[line]])) },
    }),
  };
}

/** As one event with what was and what is; what is no longer lawful by then is left. `false`: it could not be written. */
export async function changeLetter(
  ports: Pick<KindPorts, 'projects' | 'reference'>,
  projectId: string,
  said: Said,
  { by, now }: { readonly by: ActorRef; readonly now: number },
): Promise<boolean> {
  const letter = await ports.projects.letter(projectId);
  if (letter === undefined) return false;
  const changed = await changeProject(ports, { projectId, now, actor: { kind: 'system' } }, (aggregate) => {
    const { lawful } = differing(0, aggregate.project, { letter }, said);
    if (lawful.length === 0) return ok(undefined);
    const change = changeBuilder(aggregate, now, by);
    const given = givenOf(letter, said.letter, lawful);
    const corrected = correctLetter(change, { letter, given, asked: lawful, today: undefined });
    if (!corrected.ok) return corrected;
    if (corrected.value === undefined) return ok(undefined);
    change.emit({ type: 'letter-changed', corrected: corrected.value });
    return ok(change.change());
  });
  return changed.ok;
}
