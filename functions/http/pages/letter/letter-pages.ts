import { Identifier } from '#core/contracts/common.ts';
import type { LetterDraft } from '#core/contracts/letter-draft.ts';
import type { Issue } from '#core/domain/result.ts';
import type { Ports } from '#core/ports/index.ts';
import { firstTarget } from '#core/use-cases/link-targets.ts';
import { keepSignedLetter, openDraft, saveDraft, startDraft, submitDraft } from '#core/use-cases/letter-drafts.ts';
import { filled, type Filled } from '#web/components/filled.ts';
import { letterTexts } from '#core/texts/pages/letter/index.ts';
import { receiptPage } from '#web/letter/after-pages.tsx';
import { checkPage } from '#web/letter/check-page.tsx';
import { letterLabels } from '#web/letter/labels.ts';
import { signedPage } from '#web/letter/signed-page.tsx';
import { startPage } from '#web/letter/start-page.tsx';
import { stepPage, type ZoneChoice } from '#web/letter/step-pages.tsx';
import { isStep, letterSteps, stepAfter, stepFields, type FormStep, type LetterStep } from '#web/letter/steps.ts';
import type { Files } from '#functions/adapters/table/file-store.ts';
import { errorsOf, refilled } from '../check.ts';
import { goTo, problem, show, type Reply, type Visit } from '../visit.ts';
import { checkStep, fieldsOf, letterIn, numbersIn, stepFieldsIn } from './read-letter.ts';
import { uploadedFile } from './uploaded-file.ts';

export interface LetterPorts extends Pick<Ports, 'drafts' | 'links' | 'ids' | 'reference' | 'projects' | 'limits' | 'linkErrands' | 'lists'> {
  readonly files: Files;
  readonly submitted: () => void;
}

export const linkIn = ({ params }: Visit): string => params['draft'] ?? '';
export const pathOf = (visit: Visit): string => `/letter/${encodeURIComponent(linkIn(visit))}`;

const forumIn = (text: string | null): string | undefined => Identifier.safeParse(text ?? '').data;

export const start = ({ frame, query }: Visit): Reply => show(startPage(frame(), forumIn(query.get('forum'))));

/** Begins a letter. Its address is the way back to it, so nothing need be remembered by the browser. */
export async function begin(ports: LetterPorts, visit: Visit): Promise<Reply> {
  const url = await startDraft(ports, { language: visit.frame().language, forum: forumIn(visit.fields.get('forum')) });
  return goTo(`${new URL(url).pathname}/${letterSteps[0]}`);
}

/** Opens the draft of the address for a page; one that was handed in shows its receipt. */
export async function withDraft(ports: LetterPorts, visit: Visit, draw: (draft: LetterDraft) => Reply | Promise<Reply>): Promise<Reply> {
  const draft = await openDraft(ports, { link: linkIn(visit) });
  if (!draft.ok) return problem(draft.failure);
  return draft.value.submitted ? receipt(ports, visit, draft.value.submitted) : draw(draft.value);
}

async function receipt({ links }: LetterPorts, { frame }: Visit, { number, projectId }: NonNullable<LetterDraft['submitted']>): Promise<Reply> {
  const tracking = new URL(await links.urlOf(firstTarget(projectId))).pathname;
  return show(receiptPage(frame(), { number, tracking }));
}

/** `/letter/{draft}`, where the email leads: the first page that is not filled in right. */
export const goOn = (ports: LetterPorts, visit: Visit): Promise<Reply> => withDraft(ports, visit, (draft) => {
  const steps = Object.keys(stepFields) as FormStep[];
  const next = steps.find((step) => !checkStep(step, fieldsOf(draft)).ok) ?? (draft.signedLetter ? 'check' : 'signed');
  return goTo(`${pathOf(visit)}/${next}`);
});

async function zonesOf({ reference }: LetterPorts): Promise<readonly ZoneChoice[]> {
  return (await reference.zones()).map(({ zoneId, names, forums }) => ({ zoneId, names, forums }));
}

/** What a page starts with beside what was typed: the reader's language, tenge. */
function withDefaults(fields: URLSearchParams, visit: Visit): URLSearchParams {
  const all = new URLSearchParams(fields);
  if (!all.get('contact.language')) all.set('contact.language', visit.frame().language);
  if (!all.get('investment.currency')) all.set('investment.currency', 'KZT');
  return all;
}

async function showStep(ports: LetterPorts, visit: Visit, step: LetterStep, draft: LetterDraft, form?: Filled, status = 200): Promise<Reply> {
  const base = { frame: visit.frame(), path: pathOf(visit) };
  const fields = fieldsOf(draft);
  if (step === 'signed') return show(signedPage({ ...base, form: form ?? filled(), file: draft.signedLetter }), status);
  const zones = await zonesOf(ports);
  if (step !== 'check') return show(stepPage({ ...base, step, zones, zoneId: fields.get('zoneId') ?? '', form: form ?? filled(withDefaults(fields, visit)) }), status);
  return show(checkPage({ ...base, zones, form: form ?? filled(fields), file: draft.signedLetter, numbers: numbersIn(fields) }), status);
}

const stepIn = ({ params }: Visit): LetterStep | undefined => (isStep(params['step']) ? params['step'] : undefined);

export const step = (ports: LetterPorts, visit: Visit): Promise<Reply> => withDraft(ports, visit, (draft) => {
  const asked = stepIn(visit);
  return asked ? showStep(ports, visit, asked, draft) : problem({ kind: 'not-found' });
});

/** One page was sent: kept as it is, then checked; wrong answers are shown with what is wrong. */
async function postStep(ports: LetterPorts, visit: Visit, asked: FormStep): Promise<Reply> {
  const { language } = visit.frame();
  const saved = await saveDraft(ports, { link: linkIn(visit), fields: stepFieldsIn(asked, visit.fields) });
  if (!saved.ok) return problem(saved.failure);
  if (visit.fields.get('then') === 'save') return goTo(`${pathOf(visit)}/save`);
  const checked = checkStep(asked, visit.fields);
  if (checked.ok) return goTo(`${pathOf(visit)}/${stepAfter(asked)}`);
  return showStep(ports, visit, asked, saved.value, refilled(language, visit.fields, checked.issues, labelsOf(language, asked)), 400);
}

const labelsOf = (language: Parameters<typeof letterLabels>[0], step: FormStep) => {
  const labels = letterLabels(language);
  return Object.fromEntries(stepFields[step].map((name) => [name, labels[name]]));
};

async function postSigned(ports: LetterPorts, visit: Visit, draft: LetterDraft): Promise<Reply> {
  const upload = await uploadedFile(visit.event);
  const { language, words } = visit.frame();
  const after = `${pathOf(visit)}/${stepAfter('signed')}`;
  switch (upload.kind) {
    case 'none': {
      if (draft.signedLetter) return goTo(after);
      const errors = errorsOf(language, [{ path: 'file', code: 'missing' }], { file: letterTexts(language).labels.file });
      return showStep(ports, visit, 'signed', draft, filled([], errors), 400);
    }
    case 'file':
      await ports.files.put(upload.file.letter.sha256, upload.file.bytes);
      await keepSignedLetter(ports, { link: linkIn(visit), signedLetter: upload.file.letter });
      return goTo(after);
    default: {
      const message = upload.kind === 'too-big' ? words.fileTooBig : letterTexts(language).file.wrongKind;
      return showStep(ports, visit, 'signed', draft, filled([], [{ name: 'file', message }]), 400);
    }
  }
}

/** The page on which an answer is typed, for errors found when the whole letter is checked. */
function errorsAt(visit: Visit, issues: readonly Issue[]) {
  const { language } = visit.frame();
  const steps = Object.entries(stepFields) as [FormStep, readonly string[]][];
  return errorsOf(language, issues, letterLabels(language)).map((error) => {
    if (error.name === 'signedLetter') return { ...error, href: `${pathOf(visit)}/signed#file` };
    const on = steps.find(([, names]) => names.includes(error.name))?.[0];
    return on ? { ...error, href: `${pathOf(visit)}/${on}#${error.name.replaceAll('.', '-')}` } : error;
  });
}

async function postCheck(ports: LetterPorts, visit: Visit, draft: LetterDraft): Promise<Reply> {
  const again = (issues: readonly Issue[], status: number) => showStep(ports, visit, 'check', draft, filled(fieldsOf(draft), errorsAt(visit, issues)), status);
  const letter = letterIn(draft, visit.fields.get('consent') === 'true');
  if (!letter.ok) return again(letter.issues, 400);
  const { sourceIp } = visit.event.requestContext.http;
  const result = await submitDraft(ports, { link: linkIn(visit), letter: letter.value, sourceIp, now: visit.now });
  if (!result.ok) return result.failure.kind === 'invalid' ? again(result.failure.issues, 400) : problem(result.failure);
  ports.submitted();
  return goTo(pathOf(visit));
}

export const post = (ports: LetterPorts, visit: Visit): Promise<Reply> => withDraft(ports, visit, (draft) => {
  const asked = stepIn(visit);
  switch (asked) {
    case undefined: return problem({ kind: 'not-found' });
    case 'signed': return postSigned(ports, visit, draft);
    case 'check': return postCheck(ports, visit, draft);
    default: return postStep(ports, visit, asked);
  }
});
