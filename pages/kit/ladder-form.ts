import { fail, ok, type Result } from '#core/kernel/result.ts';
import { LadderRequest } from '#core/ladder/ladder-facts.ts';
import type { WholeLadder } from '#core/ladder/view-ladder.ts';
import { ladderTexts } from '#core/texts/areas/ladder.ts';
import { fill } from '#core/texts/index.ts';
import { ladderSheet, type LadderProps } from '../components/ladder.tsx';
import type { Checked } from './check.ts';
import { readForm } from './form.ts';
import type { ReviewedForm } from './review-flow.ts';
import type { Visit } from './visit.ts';

const acts = ['say', 'confirm', 'dispute', 'take-back'] as const;

/** What is asked of the page, if this reader may do it now. Fails with `not-found`, `forbidden`, `not-allowed`. */
export function askedOf(
  { view, speaks }: WholeLadder,
  query: URLSearchParams,
  isSent: boolean,
): Result<Pick<LadderProps, 'act' | 'rung' | 'done'>> {
  const named = (name: string) => acts.find((one) => one === query.get(name));
  const act = named('do');
  const all = view.phases.flatMap((phase) => phase.rungs);
  const rung = all.find(({ said }) => String(said) === query.get('said'));
  if (act === undefined) return ok({ act, rung: undefined, done: named('done') });
  if (act !== 'say' && rung === undefined) return fail({ kind: 'not-found' });
  const may = act === 'say' ? view.maySay : rung?.actions.includes(act) === true;
  // A step that was sent already is judged by the use case: the same form once more is done.
  if (may || (isSent && act !== 'say')) return ok({ act, rung, done: undefined });
  return fail(
    speaks && !view.isOpen ? { kind: 'not-allowed', action: 'ladder', because: 'not-started' } : { kind: 'forbidden' },
  );
}

function readLadder(typed: URLSearchParams, props: LadderProps): Checked<LadderRequest> {
  const { act, rung } = props;
  return readForm(LadderRequest, typed, ladderSheet(props).fields, { act, ...(rung && { said: rung.said }) });
}

/** Of a file that proves another rung already: which. */
const ladderSentence =
  ({ frame, whole }: LadderProps, typed: URLSearchParams): ((name: string, code: string) => string | undefined) =>
  (_, code) => {
    const words = ladderTexts(frame.language);
    const used = whole.view.phases
      .flatMap((phase) => phase.rungs)
      .find(({ documentId, state }) => state !== 'taken-back' && documentId === typed.get('documentId'));
    return code === 'file-used' && used
      ? fill(words.fileUsed, { rung: words.rungs[used.rung], phase: String(used.phase) })
      : undefined;
  };

/** What the forms of the office and of an investor's link have in common. */
export const ladderForm = {
  sheet: ladderSheet,
  begin: ({ act }: LadderProps) => (act === 'say' ? [['phase', '1'] as const] : []),
  isBare: ({ act }: LadderProps) => act === 'confirm',
  read: readLadder,
  sentence: ladderSentence,
  done: ({ address }: LadderProps, { act }: LadderRequest) => address({ done: act }),
} satisfies Partial<ReviewedForm<LadderProps, LadderRequest, never, never, Visit>>;
