import { createHash } from 'node:crypto';
import type { LetterDraft } from '#core/letter/letter-draft.ts';
import type { Failure, Issue } from '#core/kernel/result.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { draftSlots } from '#core/documents/draft-documents.ts';
import { hasRoom } from '#core/documents/file-room.ts';
import { submitDraft } from '#core/letter/submit-draft.ts';
import { formState, type FormState } from '#pages/components/form-state.ts';
import { checkPage } from '#pages/letter/check/page.tsx';
import { printPage } from '#pages/letter/check/print-page.tsx';
import { letterLabels } from '#pages/letter/labels.ts';
import { stepFields, type FormStep } from '#pages/letter/steps/steps.ts';
import { intakeOf } from '#functions/http/intake.ts';
import { errorsOf } from '../../kit/check.ts';
import { statusOf } from '#functions/http/problems.ts';
import { isCorrectable, refusedForm } from '../../kit/refused-form.ts';
import { redirect, problem, render, type Reply, type Visit } from '../../kit/visit.ts';
import { linkIn, pathOf, sourceOf, withDraft, zonesOf } from '../draft-visit.ts';
import { letterSentence } from '../letter-errors.ts';
import { fieldsOf, letterOf, numbersIn, plotIn } from '../read-letter.ts';

/** The letter that a draft holds. @param agreed whether the consent is given */
const letterIn = (draft: LetterDraft, agreed: boolean) => letterOf(fieldsOf(draft), { consent: agreed });

/** What tells the answers and documents of a letter from others: whoever hands it in hands in what they saw. */
function seenOf({ fields, documents }: LetterDraft): string {
  const answers = Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([answers, documents.map(({ fileId }) => fileId).toSorted()]))
    .digest('hex')
    .slice(0, 16);
}

export async function showCheck(
  ports: Pick<Ports, 'reference' | 'fileRecords'>,
  visit: Visit,
  draft: LetterDraft,
  form?: FormState,
  status = 200,
): Promise<Reply> {
  const fields = fieldsOf(draft);
  const [zones, slots] = await Promise.all([zonesOf(ports, visit.now), draftSlots(ports, draft)]);
  const shown = {
    frame: visit.frame(),
    path: pathOf(visit),
    zones,
    form: form ?? formState(fields),
    slots,
    numbers: numbersIn(fields),
    plot: plotIn(fields)?.name,
  };
  return render(checkPage({ ...shown, seen: seenOf(draft), isChanged: visit.query.has('changed') }), status);
}

export async function showPrint(ports: Pick<Ports, 'reference'>, visit: Visit, draft: LetterDraft): Promise<Reply> {
  const fields = fieldsOf(draft);
  return render(
    printPage({
      frame: visit.frame(),
      path: pathOf(visit),
      zones: await zonesOf(ports, visit.now),
      form: formState(fields),
      numbers: numbersIn(fields),
      plot: plotIn(fields)?.name,
    }),
  );
}

/** The page on which an answer is given, for errors found when the whole letter is checked. */
function errorsAt(visit: Visit, fields: URLSearchParams, issues: readonly Issue[]) {
  const { language } = visit.frame();
  const steps = Object.entries(stepFields) as [FormStep, readonly string[]][];
  return errorsOf(language, issues, letterLabels(language), { fields, sentence: letterSentence(language, fields) }).map(
    (error) => {
      if (error.name === 'signedLetter') return { ...error, href: `${pathOf(visit)}/documents#signed-letter` };
      const on = steps.find(([, names]) => names.includes(error.name))?.[0];
      return on ? { ...error, href: `${pathOf(visit)}/${on}#${error.name.replaceAll('.', '-')}` } : error;
    },
  );
}

function notTaken(
  ports: Pick<Ports, 'reference' | 'fileRecords'>,
  visit: Visit,
  draft: LetterDraft,
  failure: Failure,
): Reply | Promise<Reply> {
  if (!isCorrectable(failure)) return problem(failure);
  const fields = fieldsOf(draft);
  if (visit.query.has('agreed')) fields.set('consent', 'true');
  const form =
    failure.kind === 'invalid'
      ? formState(fields, errorsAt(visit, fields, failure.issues))
      : refusedForm(visit.frame(), fields, failure, {});
  return showCheck(ports, visit, draft, form, statusOf(failure));
}

export async function showTriedCheck(
  ports: Pick<Ports, 'reference' | 'fileRecords' | 'limits'>,
  visit: Visit,
  draft: LetterDraft,
): Promise<Reply> {
  const letter = letterIn(draft, visit.query.has('agreed'));
  if (letter.ok) return showCheck(ports, visit, draft);
  const maySend =
    draft.documents.some(({ kind }) => kind === 'signed-letter') ||
    intakeOf(visit.event) !== 'all' ||
    !(await hasRoom(ports, visit.now));
  const unsigned: Issue[] = maySend ? [] : [{ path: 'signedLetter', code: 'missing' }];
  return notTaken(ports, visit, draft, { kind: 'invalid', issues: [...letter.issues, ...unsigned] });
}

interface SubmitPorts extends Pick<
  Ports,
  'drafts' | 'links' | 'ids' | 'reference' | 'projects' | 'limits' | 'files' | 'fileRecords' | 'showcase'
> {
  readonly submitted: () => void;
}

export const submitLetterForm = (ports: SubmitPorts, visit: Visit): Promise<Reply> =>
  withDraft(ports, visit, async (draft) => {
    const takesFiles = intakeOf(visit.event) === 'all';
    const agreed = visit.fields.get('consent') === 'true';
    const seen = visit.fields.get('seen');
    if (seen !== null && seen !== seenOf(draft)) return redirect(`${pathOf(visit)}/check?changed`);
    const letter = letterIn(draft, agreed);
    // All that is wrong lies in the draft, and its page says it again.
    if (!letter.ok) return redirect(`${pathOf(visit)}/check?tried${agreed ? '&agreed' : ''}`);
    const result = await submitDraft(ports, {
      link: linkIn(visit),
      letter: letter.value,
      sourceIp: sourceOf(visit),
      now: visit.now,
      takesFiles,
    });
    if (!result.ok) return notTaken(ports, visit, draft, result.failure);
    ports.submitted();
    return redirect(pathOf(visit));
  });
