import { utilities } from '#core/kernel/common.ts';
import { CorrectedLetter, type LetterField, type LetterParts } from '#core/letter/letter-correction.ts';
import { needOf } from '#core/stages/need-of.ts';
import { unknownNeed } from '#pages/letter/steps/steps.ts';
import { check, type Checked } from '../kit/check.ts';
import { answersIn } from './read-letter.ts';

/** A number as it stands in its field, and that just it is meant. */
const numberFields = (name: string, value: number | undefined): [string, string][] =>
  value === undefined
    ? []
    : [
        [name, String(value)],
        [`${name}.meant`, String(value)],
      ];

function needFields({ utilities: needs = {} }: LetterParts): [string, string][] {
  return utilities.flatMap((line): [string, string][] => {
    const need = needOf(needs, line);
    if (need === undefined) return [];
    return need.amount === undefined
      ? [[unknownNeed(`utilities.${line}`), 'true']]
      : numberFields(`utilities.${line}`, need.amount);
  });
}

/** A letter as its form has it. */
function letterFields(letter: LetterParts): [string, string][] {
  const { company, investment } = letter;
  const texts = {
    'company.name': company?.name,
    'company.country': company?.country,
    'company.number': company?.number,
    'company.registeredIn': company?.country === 'other' ? company.registeredIn : undefined,
    production: letter.production,
    sector: letter.sector,
    financing: letter.financing,
    wantedStart: letter.wantedStart,
    'investment.currency': investment?.currency,
  };
  return [
    ...Object.entries(texts).flatMap(([name, text]): [string, string][] => (text === undefined ? [] : [[name, text]])),
    ...numberFields('investment.amount', investment && investment.amountMinor / 100),
    ...(['jobs', 'exportShare', 'landHectares'] as const).flatMap((name) => numberFields(name, letter[name])),
    ...needFields(letter),
  ];
}

const belongs =
  (asked: readonly LetterField[]) =>
  (name: string): boolean =>
    asked.some((field) =>
      field === 'company.number'
        ? ['company.country', 'company.number', 'company.registeredIn'].includes(name)
        : name === field || name.startsWith(`${field}.`),
    );

/** The form of a correction: what the letter says, and in the fields that were returned what was typed, once something was. */
export function correctionFields(
  letter: LetterParts,
  asked: readonly LetterField[],
  typed: URLSearchParams,
): URLSearchParams {
  const own = belongs(asked);
  const kept = [...typed].filter(([name]) => own(name));
  const present = letterFields(letter).filter(([name]) => !own(name) || kept.length === 0);
  return new URLSearchParams([
    ...present,
    ...[...typed].filter(([name]) => !letterFields(letter).some(([other]) => other === name) || own(name)),
  ]);
}

const partsOf = (asked: readonly LetterField[]): ReadonlySet<string> =>
  new Set(asked.map((field) => field.split('.')[0] ?? field));

/** The letter as it was corrected in the fields that were returned; what is missing there is told. */
export function correctionIn(fields: URLSearchParams, asked: readonly LetterField[]): Checked<CorrectedLetter> {
  const parts = partsOf(asked);
  const given = Object.fromEntries(Object.entries(answersIn(fields)).filter(([name]) => parts.has(name)));
  const lacking = [...parts].filter((name) => !(name in given)).map((path) => ({ path, code: 'missing' }));
  const checked = check(CorrectedLetter, given);
  return checked.ok && lacking.length === 0
    ? checked
    : { ok: false, issues: [...(checked.ok ? [] : checked.issues), ...lacking] };
}
