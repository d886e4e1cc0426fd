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

/** The form of the contract, with what the letter says of it until somebody types something else. */
export function contractForm(
  { view: { figures, wantedStart }, assignment: { kind } }: Paper,
  typed: URLSearchParams,
): URLSearchParams {
  if (kind !== 'contract' || typed.has('contractNumber')) return typed;
  const { amountMinor, currency } = figures.investment;
  return new URLSearchParams([
    ...typed,
    ['committedInvestment.amount', String(amountMinor / 100)],
    ['committedInvestment.currency', currency],
    ['committedJobs', String(figures.jobs)],
    ['startBy', wantedStart],
  ]);
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
