import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import type { Failure, Result } from '#core/kernel/result.ts';
import { formState, type FormState } from '#pages/components/form-state.ts';
import { formPage, type Sheet } from '#pages/components/sheet.tsx';
import { statusOf } from '#functions/http/problems.ts';
import { errorsOf, type Checked, type Labels, type Wording } from './check.ts';
import { labelsOf } from './form.ts';
import { keptForm, staffFormName, typedIn, type FormPorts } from './kept-form.ts';
import type { StaffHandler, StaffVisit } from './staff-page.ts';
import { redirect, problem, render, type Reply, type Visit } from './visit.ts';

interface Typed<About, V extends Visit> {
  readonly about: About;
  readonly typed: URLSearchParams;
  readonly visit: V;
}

export interface Judged<About, Request, V extends Visit = StaffVisit> extends Typed<About, V> {
  readonly request: Request;
}

type Now<Value> = Value | Promise<Value>;

/** What a form is called where it is kept: by a secret that only its reader holds; for a day, unless told. */
interface Kept {
  readonly name: string;
  readonly days?: number;
}

/** A form that somebody fills in: what it is about, how it is read, what it would do and does. Everything else is the flow's. */
export interface ReviewedForm<About, Request, Seen, Done, V extends Visit> {
  readonly sheet: (about: About) => Sheet;
  readonly kept: (about: About, visit: V) => Kept;
  /** Whether what is kept is of this form, where several share one place. */
  readonly isOwn?: (about: About, typed: URLSearchParams) => boolean;
  /** Where a button leads that neither sends the form nor looks at it: what was typed waits until the reader is back. */
  readonly aside?: (about: About, fields: URLSearchParams) => string | undefined;
  /** What it begins with: what is there now, or what the reader sees. */
  readonly begin?: (about: About, visit: V) => Iterable<readonly [string, string]>;
  readonly fill?: (about: About, typed: URLSearchParams) => URLSearchParams;
  readonly read: (typed: URLSearchParams, about: About) => Checked<Request>;
  /** What it would do, with nothing written. Fails as the doing would. */
  readonly foresee: (judged: Judged<About, Request, V>) => Promise<Result<Seen>>;
  readonly perform: (judged: Judged<About, Request, V>) => Promise<Result<Done>>;
  readonly done: (about: About, request: Request, done: Done) => string;

  readonly page?: (about: About, form: FormState) => VNode;
  /** Whether nothing is filled in: it begins with the look at what it would do. */
  readonly isBare?: (about: About) => boolean;
  /** Names of fields that are no part of the sheet, and sentences about what is wrong with them. */
  readonly labels?: (about: About) => Labels;
  readonly sentence?: (about: About, typed: URLSearchParams) => NonNullable<Wording['sentence']>;
  /** What it would do, to be looked at before it is done; absent: it is done at once. */
  readonly review?: (judged: Judged<About, Request, V>, seen: Seen) => VNode;
  /** Whether this request is done without that look. */
  readonly atOnce?: (judged: Judged<About, Request, V>) => Now<boolean>;
  /** A refusal that its reader can do something about, in a sentence on top of the form. */
  readonly words?: (failure: Failure, about: About) => string | undefined;
  readonly lost?: (failure: Failure, judged: Judged<About, Request, V>) => Now<Reply | undefined>;
  readonly shut?: (about: About, visit: V, typed: URLSearchParams) => Now<Reply | undefined>;
}

/** The same of staff: it lies under their session and its address. */
export interface StaffForm<About, Request, Seen, Done> extends Omit<
  ReviewedForm<About, Request, Seen, Done, StaffVisit>,
  'kept'
> {
  /** What it is about, if this reader may do it now. Fails as the doing would. */
  readonly open: (visit: StaffVisit) => Promise<Result<About>>;
}

/** The mark of an address that shows a form as it was sent: what it would do, or what is wrong with it. */
const sent = 'check';
const marked = (address: string): string => `${address}${address.includes('?') ? '&' : '?'}${sent}`;

/** What was typed; never empty, so that a form without fields is known to have been sent as well. */
function kept(fields: URLSearchParams): URLSearchParams {
  const typed = typedIn(fields);
  typed.set('step', 'check');
  return typed;
}

/** An address is kept without the link in it: whoever reads the table must not come by one. */
const linkMark = '{link}';
const withoutLink = (to: string, { params: { link } }: Visit): string => (link ? to.replaceAll(link, linkMark) : to);
const withLink = (to: string, { params: { link } }: Visit): string => (link ? to.replaceAll(linkMark, link) : to);

/** What stands in the place of a form that was done: the same form once more, word for word, is answered as the first. */
const doneForm = (visit: Visit, to: string): URLSearchParams =>
  new URLSearchParams({ step: 'done', sent: hashOf(visit.fields), to: withoutLink(to, visit) });
const isDone = (form: URLSearchParams): boolean => form.get('step') === 'done';
const hashOf = (fields: URLSearchParams): string =>
  createHash('sha256').update(kept(fields).toString()).digest('base64url');

async function repeated({ forms }: FormPorts, visit: Visit, name: string): Promise<Reply | undefined> {
  const done = await forms.find(name);
  return done && isDone(done) && done.get('sent') === hashOf(visit.fields)
    ? redirect(withLink(done.get('to') ?? '/', visit))
    : undefined;
}

/** What a form shows at first: what was typed before; where it was typed over values that have changed since, those of now. */
function atFirst(typed: URLSearchParams, begun: URLSearchParams): URLSearchParams {
  const version = begun.get('version');
  const isOutdated = version !== null && typed.get('version') !== version;
  if (typed.size === 0 || (isOutdated && begun.size > 1)) return begun;
  if (isOutdated) typed.set('version', version);
  return typed;
}

async function drawn<About, Request, Seen, Done, V extends Visit>(
  form: ReviewedForm<About, Request, Seen, Done, V>,
  { about, typed, visit }: Typed<About, V>,
  failure?: Failure,
): Promise<Reply> {
  const shut = await form.shut?.(about, visit, typed);
  if (shut) return shut;
  const sheet = form.sheet(about);
  const { language } = sheet.frame;
  const labels = { ...form.labels?.(about), ...labelsOf(sheet.fields) };
  const filled = form.fill?.(about, typed) ?? typed;
  const sentence = form.sentence?.(about, filled);
  const message = failure && form.words?.(failure, about);
  const errors =
    failure?.kind === 'invalid'
      ? errorsOf(language, failure.issues, labels, { fields: filled, ...(sentence && { sentence }) })
      : message === undefined
        ? []
        : [{ name: '', message }];
  // After a conflict the reader has seen what is there now.
  const fresh =
    failure?.kind === 'conflict' ? [...(form.begin?.(about, visit) ?? [])].filter(([name]) => name === 'version') : [];
  const state = formState([...fresh, ...filled], errors);
  return render(form.page ? form.page(about, state) : formPage(sheet, state), failure ? statusOf(failure) : 200);
}

/** A refusal: on the form, on a page of its own, or undefined where neither has anything to say of it. */
async function told<About, Request, Seen, Done, V extends Visit>(
  form: ReviewedForm<About, Request, Seen, Done, V>,
  judged: Judged<About, Request, V>,
  failure: Failure,
): Promise<Reply | undefined> {
  const { about } = judged;
  const isOfForm = !form.isBare?.(about) && (failure.kind === 'invalid' || form.words?.(failure, about) !== undefined);
  return isOfForm ? drawn(form, judged, failure) : form.lost?.(failure, judged);
}

const troubled = <About, Request, Seen, Done, V extends Visit>(
  form: ReviewedForm<About, Request, Seen, Done, V>,
  { about, typed }: Typed<About, V>,
  failure: Failure,
): Reply => problem(failure, form.sheet(about).frame.language, typed);

async function looked<About, Request, Seen, Done, V extends Visit>(
  form: ReviewedForm<About, Request, Seen, Done, V>,
  typed: Typed<About, V>,
): Promise<Reply> {
  const request = form.read(typed.typed, typed.about);
  if (!request.ok) return drawn(form, typed, { kind: 'invalid', issues: request.issues });
  const judged = { ...typed, request: request.value };
  const seen = await form.foresee(judged);
  if (!seen.ok) return (await told(form, judged, seen.failure)) ?? troubled(form, judged, seen.failure);
  return form.review === undefined || (await form.atOnce?.(judged))
    ? drawn(form, typed)
    : render(form.review(judged, seen.value));
}

const shown =
  <About, Request, Seen, Done, V extends Visit>(ports: FormPorts, form: ReviewedForm<About, Request, Seen, Done, V>) =>
  async (visit: V, about: About): Promise<Reply> => {
    const begun = new URLSearchParams([...(form.begin?.(about, visit) ?? [])].map(([one, value]) => [one, value]));
    if (form.isBare?.(about)) return looked(form, { about, typed: begun, visit });
    const found = await keptForm(ports, form.kept(about, visit).name);
    const typed = isDone(found) || form.isOwn?.(about, found) === false ? new URLSearchParams() : found;
    if (visit.query.has(sent) && typed.size > 0) return looked(form, { about, typed, visit });
    return drawn(form, { about, typed: atFirst(typed, begun), visit });
  };

/** What another look would not tell, for it does not come of what was typed. */
const isMomentary = ({ kind }: Failure): boolean => kind === 'too-many' || kind === 'busy';

/** POST: on to the look at what it would do, back to the form, or done. What is wrong is told after a redirect. */
const posted =
  <About, Request, Seen, Done, V extends Visit>(ports: FormPorts, form: ReviewedForm<About, Request, Seen, Done, V>) =>
  async (visit: V, about: About): Promise<Reply> => {
    const typed = kept(visit.fields);
    const { address } = form.sheet(about);
    const { name, days } = form.kept(about, visit);
    // Too long to be kept: drawn on the spot.
    const keep = async (to: string, onTheSpot: () => Now<Reply>) =>
      (await ports.forms.keep(name, typed, days)) ? redirect(to) : onTheSpot();
    const isBare = form.isBare?.(about) === true;
    const again = () =>
      isBare ? redirect(address) : keep(marked(address), () => looked(form, { about, typed, visit }));
    const step = visit.fields.get('step');
    const aside =
      form.aside?.(about, visit.fields) ?? (step === 'mend' || visit.fields.has('more') ? address : undefined);
    if (aside !== undefined) return keep(aside, () => drawn(form, { about, typed, visit }));
    const request = form.read(typed, about);
    if (!request.ok) return again();
    const judged = { about, request: request.value, typed, visit };
    if (form.review !== undefined && step !== 'send' && !(await form.atOnce?.(judged))) return again();
    const done = await form.perform(judged);
    if (!done.ok) {
      const first = await repeated(ports, visit, name);
      if (first) return first;
      const page = await told(form, judged, done.failure);
      if (page === undefined) return troubled(form, judged, done.failure);
      return isBare || isMomentary(done.failure) ? page : again();
    }
    const to = form.done(about, request.value, done.value);
    await ports.forms.keep(name, doneForm(visit, to));
    return redirect(to);
  };

export interface OpenedForm<About, V extends Visit> {
  readonly shown: (visit: V, about: About) => Promise<Reply>;
  readonly posted: (visit: V, about: About) => Promise<Reply>;
}

export const reviewFlow = <About, Request, Seen, Done, V extends Visit>(
  ports: FormPorts,
  form: ReviewedForm<About, Request, Seen, Done, V>,
): OpenedForm<About, V> => ({ shown: shown(ports, form), posted: posted(ports, form) });

export interface FormHandlers {
  readonly look: StaffHandler;
  readonly send: StaffHandler;
}

export function staffForm<About, Request, Seen, Done>(
  ports: FormPorts,
  form: StaffForm<About, Request, Seen, Done>,
): FormHandlers & OpenedForm<About, StaffVisit> {
  const flow = reviewFlow(ports, {
    ...form,
    kept: (about: About, visit: StaffVisit) => ({ name: staffFormName(visit, form.sheet(about).address) }),
  });
  return {
    ...flow,
    look: async (visit) => {
      const opened = await form.open(visit);
      return opened.ok ? flow.shown(visit, opened.value) : problem(opened.failure);
    },
    send: async (visit) => {
      const opened = await form.open(visit);
      if (opened.ok) return flow.posted(visit, opened.value);
      return (await repeated(ports, visit, staffFormName(visit, visit.frame().here))) ?? problem(opened.failure);
    },
  };
}
