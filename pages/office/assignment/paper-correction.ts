import type { DecisionRequest, Outcome } from '#core/stages/decision.ts';
import type { CorrectedLetter, CorrectionView, LetterField, LetterParts } from '#core/letter/letter-correction.ts';
import type { AssignmentView, ProjectView } from '#core/api/views.ts';
import { changedFields } from '#core/letter/correct-letter.ts';
import type { Checked } from '../../kit/check.ts';
import { correctionFields, correctionIn } from '../../letter/correct-letter.ts';
import { present } from '../../kit/values.ts';

interface Paper {
  readonly view: ProjectView;
  readonly assignment: Pick<AssignmentView, 'kind' | 'fields'>;
  readonly outcome: Outcome;
}

/** What the letter says, of all that can be corrected. */
const letterOf = ({
  companyDetails,
  production,
  sector,
  financing,
  wantedStart,
  figures,
  utilities,
}: ProjectView): LetterParts =>
  present({ ...figures, company: companyDetails, production, sector, financing, wantedStart, utilities });

/** The fields of the letter that an investor's correction on paper may change; none once the letter was erased. */
export const returnedOnPaper = ({ view, assignment: { kind, fields = [] }, outcome }: Paper): readonly LetterField[] =>
  kind === 'correction' && outcome === 'done' && view.companyDetails !== undefined ? fields : [];

/** The form of an answer, with what the letter says in the fields that were returned. */
export function paperForm(paper: Paper, typed: URLSearchParams): URLSearchParams {
  const returned = returnedOnPaper(paper);
  return returned.length === 0 ? typed : correctionFields(letterOf(paper.view), returned, typed);
}

export interface Presets {
  /** In the investor's language. */
  readonly appeal?: string | undefined;
  readonly daysToCure: string;
}

interface Begun extends Paper {
  readonly presets: Presets;
}

/** What an answer begins with: what the letter says of a contract, the zone's route of appeal, its days to correct. */
function begunWith({
  view: { figures, wantedStart },
  assignment: { kind },
  outcome,
  presets,
}: Begun): [string, string][] {
  if (kind === 'contract')
    return [
      ['contractNumber', ''],
      ['committedInvestment.amount', String(figures.investment.amountMinor / 100)],
      ['committedInvestment.currency', figures.investment.currency],
      ['committedJobs', String(figures.jobs)],
      ['startBy', wantedStart],
    ];
  if (outcome === 'rejected') return [['appeal', presets.appeal ?? '']];
  return outcome === 'returned' ? [['daysToCure', presets.daysToCure]] : [];
}

/** The form of an answer with what it begins with, until somebody types something else. */
export function begunForm(about: Begun, typed: URLSearchParams): URLSearchParams {
  const begun = begunWith(about);
  const [first] = begun;
  return first === undefined || typed.has(first[0]) ? typed : new URLSearchParams([...typed, ...begun]);
}

function letterIn(paper: Paper, fields: URLSearchParams): Checked<CorrectedLetter> | undefined {
  const returned = returnedOnPaper(paper);
  return returned.length === 0 ? undefined : correctionIn(paperForm(paper, fields), returned);
}

/** An answer with the letter as the investor corrected it on paper: all that is wrong at once. */
export function withLetter(
  paper: Paper,
  request: Checked<DecisionRequest>,
  fields: URLSearchParams,
): Checked<DecisionRequest> {
  const letter = letterIn(paper, fields);
  if (letter === undefined) return request;
  if (!request.ok || !letter.ok)
    return { ok: false, issues: [request, letter].flatMap((one) => (one.ok ? [] : one.issues)) };
  const { decision, ...rest } = request.value;
  return {
    ok: true,
    value: { ...rest, decision: decision.outcome === 'done' ? { ...decision, letter: letter.value } : decision },
  };
}

/** What a correction on paper will change in the letter. */
export function changesOnPaper(paper: Paper, { decision }: DecisionRequest): CorrectionView | undefined {
  const was = letterOf(paper.view);
  const now = decision.outcome === 'done' ? decision.letter : undefined;
  return now && { fields: [...changedFields(was, now, returnedOnPaper(paper))], was, now };
}
