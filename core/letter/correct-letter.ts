import { utilities } from '../kernel/common.ts';
import type { Corrected } from '../project/event.ts';
import {
  letterFields,
  type CorrectedLetter,
  type LetterAlone,
  type LetterField,
  type LetterParts,
} from './letter-correction.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { ChangeBuilder } from '../project/change-builder.ts';
import { fail, ok, type Issue, type Result } from '../kernel/result.ts';
import { answersOf } from '../documents/document-rules.ts';
import { visible } from '../kernel/visible.ts';
import { plain } from '../stages/repeated-answer.ts';

function valueOf({ company, utilities: needs = {}, ...letter }: LetterParts, field: LetterField): unknown {
  switch (field) {
    case 'company.name':
      return company && visible(company.name).trim();
    case 'company.number': {
      const { name: _, ...register } = company ?? { name: '' };
      return register;
    }
    case 'production':
    case 'sector':
    case 'investment':
    case 'jobs':
    case 'exportShare':
    case 'financing':
    case 'landHectares':
    case 'wantedStart':
      return letter[field];
    default:
      return utilities.flatMap((line) => (field === `utilities.${line}` ? (needs[line] ?? []) : []));
  }
}

/** Whether something is said of a field at all. A line that is left out is no longer needed only where it was returned. */
function isGiven(given: CorrectedLetter, field: LetterField, asked: readonly LetterField[]): boolean {
  const line = utilities.find((one) => field === `utilities.${one}`);
  if (line) return given.utilities !== undefined && (line in given.utilities || asked.includes(field));
  return (field.startsWith('company.') ? given.company : given[field as keyof CorrectedLetter]) !== undefined;
}

export const changedFields = (
  letter: LetterParts,
  given: CorrectedLetter,
  asked: readonly LetterField[],
): readonly LetterField[] =>
  letterFields.filter(
    (field) => isGiven(given, field, asked) && plain(valueOf(letter, field)) !== plain(valueOf(given, field)),
  );

function rewritten(letter: LetterAlone, given: CorrectedLetter, changed: readonly LetterField[]): LetterAlone {
  const { company = letter.company, utilities: needs = {}, ...others } = given;
  const named = changed.includes('company.name') ? company.name : letter.company.name;
  const lines = utilities.flatMap((line) => {
    const need = changed.includes(`utilities.${line}`) ? needs[line] : letter.utilities[line];
    return need === undefined ? [] : [[line, need] as const];
  });
  return {
    ...letter,
    ...Object.fromEntries(Object.entries(others).filter(([field]) => (changed as readonly string[]).includes(field))),
    company: { ...(changed.includes('company.number') ? company : letter.company), name: named },
    utilities: Object.fromEntries(lines),
  };
}

const factFields = ['sector', 'investment', 'jobs', 'exportShare', 'financing', 'landHectares', 'wantedStart'] as const;

/** Of the fields that were changed, those that name nobody; of the lines only those among them. */
function factsOf(letter: LetterAlone, changed: readonly LetterField[]): Corrected['was'] {
  const lines = utilities.filter((line) => changed.includes(`utilities.${line}`));
  return {
    ...Object.fromEntries(factFields.filter((field) => changed.includes(field)).map((field) => [field, letter[field]])),
    ...(lines.length > 0 && {
      utilities: Object.fromEntries(
        lines.flatMap((line) => (letter.utilities[line] ? [[line, letter.utilities[line]]] : [])),
      ),
    }),
  };
}

/** Those that may name somebody. */
const wordsOf = ({ company, production }: LetterAlone, changed: readonly LetterField[]): LetterParts => ({
  ...(changed.some((field) => field.startsWith('company.')) && { company }),
  ...(changed.includes('production') && { production }),
});

const issuesOf = (
  changed: readonly LetterField[],
  {
    asked,
    wantedStart,
    today,
  }: {
    readonly asked: readonly LetterField[];
    readonly wantedStart: LocalDate | undefined;
    readonly today: LocalDate | undefined;
  },
): readonly Issue[] => [
  ...changed
    .filter((field) => !asked.includes(field))
    .map((field) => ({ path: `decision.letter.${field}`, code: 'not-asked' })),
  ...(changed.includes('wantedStart') && wantedStart !== undefined && today !== undefined && wantedStart < today
    ? [{ path: 'decision.letter.wantedStart', code: 'in-the-past' }]
    : []),
];

export interface LetterToCorrect {
  readonly letter: LetterAlone;
  readonly given: CorrectedLetter;
  /** The fields that the office returned: no others may be changed. */
  readonly asked: readonly LetterField[];
  /** From when on construction may be planned; absent for what came on paper, which says what it says. */
  readonly today: LocalDate | undefined;
}

/** Undefined: nothing changed. What may name somebody lies beside the log, erasable. Fails with `invalid`. */
export function correctLetter(
  change: ChangeBuilder,
  { letter, given, asked, today }: LetterToCorrect,
): Result<Corrected | undefined> {
  const changed = changedFields(letter, given, asked);
  const issues = issuesOf(changed, { asked, wantedStart: given.wantedStart, today });
  if (issues.length > 0) return fail({ kind: 'invalid', issues: [...issues] });
  if (changed.length === 0) return ok(undefined);
  const now = rewritten(letter, given, changed);
  const words = { was: wordsOf(letter, changed), now: wordsOf(now, changed) };
  change.rewriteLetter(letter, now);
  return ok({
    fields: [...changed],
    was: factsOf(letter, changed),
    now: factsOf(now, changed),
    ...(Object.keys(words.now).length > 0 && { wordsId: change.note(JSON.stringify(words)) }),
    ...((changed.includes('company.number') || changed.includes('financing')) && { answers: answersOf(now) }),
  });
}
