import { Identifier } from '#core/kernel/common.ts';
import type { LetterDraft } from '#core/letter/letter-draft.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { carriedIn } from '#core/letter/expansion.ts';
import { saveDraft, startDraft } from '#core/letter/letter-drafts.ts';
import { letterOf } from '#core/showcase/become-letter.ts';
import { formState, type FormState } from '#pages/components/form-state.ts';
import { letterLabels } from '#pages/letter/labels.ts';
import { stepPage } from '#pages/letter/steps/page.tsx';
import { isFormStep, letterSteps, stepAfter, stepFields, type FormStep } from '#pages/letter/steps/steps.ts';
import { formWithErrors } from '../../kit/check.ts';
import { redirect, problem, render, type Reply, type Visit } from '../../kit/visit.ts';
import { showCheck, showPrint, showTriedCheck } from '../check/handler.ts';
import { linkIn, pathOf, sourceOf, withDraft, zonesOf } from '../draft-visit.ts';
import { letterSentence } from '../letter-errors.ts';
import { checkStep, fieldsOf, stepFieldsIn } from '../read-letter.ts';

export type LetterPorts = Pick<
  Ports,
  'drafts' | 'links' | 'ids' | 'reference' | 'projects' | 'limits' | 'linkErrands' | 'fileRecords'
>;

/** Fields of the finder by those of the letter. */
const wished = { powerKw: 'utilities.power', gasM3: 'utilities.gas', waterM3: 'utilities.water', sector: 'sector' };

/** What a letter for a plot begins with: its zone, its hectares where none were asked for, and what was. */
async function ofPlot(
  { plots }: Pick<Ports, 'plots'>,
  fields: URLSearchParams,
): Promise<LetterDraft['fields'] | undefined> {
  const plotId = Identifier.safeParse(fields.get('plotId') ?? '').data;
  const plot = plotId === undefined ? undefined : await plots.find(plotId);
  if (plot === undefined) return undefined;
  const typed = (name: string): string => (fields.get(name) ?? '').trim().slice(0, 40);
  const asked = Object.entries(wished).map(([name, field]): [string, string[]] => [field, [typed(name)]]);
  return {
    zoneId: [plot.zoneId],
    plotId: [plot.plotId],
    plotZone: [plot.zoneId],
    plotName: [plot.cadastre ?? plot.plotId],
    landHectares: [typed('hectares') || String(plot.hectares)],
    ...Object.fromEntries(asked.filter(([, [text]]) => text !== '')),
  };
}

export const forumIn = (text: string | null): string | undefined => Identifier.safeParse(text ?? '').data;

/** Begins a letter. Its address is the way back to it, so nothing need be remembered by the browser. */
export async function begin(ports: LetterPorts & Pick<Ports, 'plots' | 'showcase'>, visit: Visit): Promise<Reply> {
  const proposed = await letterOf(ports, visit.fields.get('proposal') ?? '', visit.now);
  const url = await startDraft(ports, {
    language: visit.frame().language,
    forum: forumIn(visit.fields.get('forum')),
    given:
      proposed?.fields ?? (visit.fields.has('expansion') ? carriedIn(visit.fields) : await ofPlot(ports, visit.fields)),
    proposal: proposed?.proposal,
    sourceIp: sourceOf(visit),
    now: visit.now,
  });
  return url.ok ? redirect(`${new URL(url.value).pathname}/${letterSteps[0]}`) : problem(url.failure);
}

/** `/letter/{draft}`, where the email leads: the first page that is not filled in right. */
export const goOn = (ports: LetterPorts, visit: Visit): Promise<Reply> =>
  withDraft(ports, visit, (draft) => {
    const steps = Object.keys(stepFields) as FormStep[];
    const isSigned = draft.documents.some(({ kind }) => kind === 'signed-letter');
    const next =
      steps.find((step) => !checkStep(step, fieldsOf(draft), visit.now).ok) ?? (isSigned ? 'check' : 'documents');
    return redirect(`${pathOf(visit)}/${next}`);
  });

function withDefaults(fields: URLSearchParams, visit: Visit, { address }: LetterDraft): URLSearchParams {
  const all = new URLSearchParams(fields);
  if (address !== undefined && !all.has('contact.email')) all.set('contact.email', address);
  if (!all.get('contact.language')) all.set('contact.language', visit.frame().language);
  if (!all.get('investment.currency')) all.set('investment.currency', 'KZT');
  return all;
}

async function showStep(
  ports: LetterPorts,
  visit: Visit,
  step: FormStep,
  draft: LetterDraft,
  form?: FormState,
  status = 200,
): Promise<Reply> {
  const fields = fieldsOf(draft);
  const shown = {
    frame: visit.frame(),
    path: pathOf(visit),
    step,
    zones: await zonesOf(ports, visit.now),
    zoneId: fields.get('zoneId') ?? '',
  };
  return render(stepPage({ ...shown, form: form ?? formState(withDefaults(fields, visit, draft)) }), status);
}

export const step = (ports: LetterPorts, visit: Visit): Promise<Reply> =>
  withDraft(ports, visit, (draft) => {
    const asked = visit.params['step'];
    if (asked === 'check')
      return visit.query.has('tried') ? showTriedCheck(ports, visit, draft) : showCheck(ports, visit, draft);
    if (asked === 'print') return showPrint(ports, visit, draft);
    if (!isFormStep(asked)) return problem({ kind: 'not-found' });
    return visit.query.has('tried') ? showTried(ports, visit, asked, draft) : showStep(ports, visit, asked, draft);
  });

const labelsOf = (language: Parameters<typeof letterLabels>[0], step: FormStep) => {
  const labels = letterLabels(language);
  return Object.fromEntries(stepFields[step].map((name) => [name, labels[name]]));
};

function showTried(ports: LetterPorts, visit: Visit, asked: FormStep, draft: LetterDraft): Promise<Reply> {
  const { language } = visit.frame();
  const fields = fieldsOf(draft);
  const checked = checkStep(asked, fields, visit.now);
  if (checked.ok) return showStep(ports, visit, asked, draft);
  return showStep(
    ports,
    visit,
    asked,
    draft,
    formWithErrors(language, fields, checked.issues, labelsOf(language, asked), letterSentence(language, fields)),
    400,
  );
}

async function postStep(ports: LetterPorts, visit: Visit, asked: FormStep): Promise<Reply> {
  const at = { page: letterSteps.indexOf(asked) + 1, of: letterSteps.length };
  const saved = await saveDraft(ports, {
    link: linkIn(visit),
    now: visit.now,
    fields: stepFieldsIn(asked, visit.fields),
    at,
  });
  if (!saved.ok) return problem(saved.failure);
  if (visit.fields.get('then') === 'save') return redirect(`${pathOf(visit)}/save`);
  const checked = checkStep(asked, visit.fields, visit.now);
  // What was typed lies in the draft: its page says what is wrong with it, so that Back and a reload ask for nothing.
  return redirect(checked.ok ? `${pathOf(visit)}/${stepAfter(asked)}` : `${pathOf(visit)}/${asked}?tried`);
}

/** Documents and the letter as a whole are posted to another function (functions/http/documents.ts). */
export const post = (ports: LetterPorts, visit: Visit): Promise<Reply> =>
  withDraft(ports, visit, () => {
    const asked = visit.params['step'];
    return isFormStep(asked) ? postStep(ports, visit, asked) : problem({ kind: 'not-found' });
  });
