import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import type { Failure, Result } from '#core/kernel/result.ts';
import { formState, type FormState } from '#pages/components/form-state.ts';
import { formPage, type Sheet } from '#pages/components/sheet.tsx';
import type { PagePath } from '#pages/routes.ts';
import { statusOf } from '#functions/http/problems.ts';
import { errorsOf, type Checked, type Labels, type Wording } from './check.ts';
import { labelsOf } from './form.ts';
import { keptForm, staffFormName, typedIn, type FormPorts } from './kept-form.ts';
import type { StaffHandler, StaffVisit } from './staff-page.ts';
import { redirect, problem, render, type Reply } from './visit.ts';

/** A form as it was typed. */
interface Typed<About> {
  readonly about: About;
  readonly typed: URLSearchParams;
  readonly visit: StaffVisit;
}

/** A form as it was typed, and what it asks for. */
export interface Judged<About, Request> extends Typed<About> {
  readonly request: Request;
}

type Now<Value> = Value | Promise<Value>;

/** A form of staff: what it is about, how it is read, what it would do and does. Everything else is the flow's. */
export interface StaffForm<About, Request, Seen, Done> {
  /** What it is about, if this reader may do it now. Fails as the doing would. */
  readonly open: (visit: StaffVisit) => Promise<Result<About>>;
  readonly sheet: (about: About) => Sheet;
  /** What it begins with: what is there now, or what the reader sees. */
  readonly begin?: (about: About, visit: StaffVisit) => Iterable<readonly [string, string]>;
  /** What it shows of what was typed, where it shows more than that. */
  readonly fill?: (about: About, typed: URLSearchParams) => URLSearchParams;
  readonly read: (typed: URLSearchParams, about: About) => Checked<Request>;
  /** What it would do, with nothing written. Fails as the doing would. */
  readonly foresee: (judged: Judged<About, Request>) => Promise<Result<Seen>>;
  readonly perform: (judged: Judged<About, Request>) => Promise<Result<Done>>;
  /** Where it leads when it is done. */
  readonly done: (about: About, request: Request, done: Done) => string;

  /** Its page, where the sheet does not say all of it. */
  readonly page?: (about: About, form: FormState) => VNode;
  /** Whether nothing is filled in: it begins with the look at what it would do. */
  readonly isBare?: (about: About) => boolean;
  /** Names of fields that are no part of the sheet, and sentences about what is wrong with them. */
  readonly labels?: (about: About) => Labels;
  readonly sentence?: (about: About, typed: URLSearchParams) => NonNullable<Wording['sentence']>;
  /** What it would do, to be looked at before it is done; absent: it is done at once. */
  readonly review?: (judged: Judged<About, Request>, seen: Seen) => VNode;
  /** Whether this request is done without that look. */
  readonly atOnce?: (judged: Judged<About, Request>) => Now<boolean>;
  /** A refusal that its reader can do something about, in a sentence on top of the form. */
  readonly words?: (failure: Failure, about: About) => string | undefined;
  /** A refusal that has a page of its own. */
  readonly lost?: (failure: Failure, judged: Judged<About, Request>) => Now<Reply | undefined>;
  /** What stands instead of a form that cannot be filled in now. */
  readonly shut?: (about: About, visit: StaffVisit) => Now<Reply | undefined>;
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

/** What stands in the place of a form that was done: the same form once more, word for word, is answered as the first. */
const doneForm = (fields: URLSearchParams, to: string): URLSearchParams =>
  new URLSearchParams({ step: 'done', sent: hashOf(fields), to });
const isDone = (form: URLSearchParams): boolean => form.get('step') === 'done';
const hashOf = (fields: URLSearchParams): string =>
  createHash('sha256').update(kept(fields).toString()).digest('base64url');

async function repeated({ forms }: FormPorts, visit: StaffVisit): Promise<Reply | undefined> {
  const done = await forms.find(staffFormName(visit, visit.frame().here));
  return done && isDone(done) && done.get('sent') === hashOf(visit.fields)
    ? redirect(done.get('to') ?? '/')
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

/** The form, with what is wrong where something is. */
async function drawn<About, Request, Seen, Done>(
  form: StaffForm<About, Request, Seen, Done>,
  { about, typed, visit }: Typed<About>,
  failure?: Failure,
): Promise<Reply> {
  const shut = await form.shut?.(about, visit);
  if (shut) return shut;
  const sheet = form.sheet(about);
  const { language } = sheet.frame;
  const labels = { ...labelsOf(sheet.fields), ...form.labels?.(about) };
  const sentence = form.sentence?.(about, typed);
  const message = failure && form.words?.(failure, about);
  const errors =
    failure?.kind === 'invalid'
      ? errorsOf(language, failure.issues, labels, { fields: typed, ...(sentence && { sentence }) })
      : message === undefined
        ? []
        : [{ name: '', message }];
  // After a conflict the reader has seen what is there now.
  const fresh =
    failure?.kind === 'conflict' ? [...(form.begin?.(about, visit) ?? [])].filter(([name]) => name === 'version') : [];
  const state = formState([...fresh, ...(form.fill?.(about, typed) ?? typed)], errors);
  return render(form.page ? form.page(about, state) : formPage(sheet, state), failure ? statusOf(failure) : 200);
}

/** A refusal: on the form, on a page of its own, or undefined where neither has anything to say of it. */
async function told<About, Request, Seen, Done>(
  form: StaffForm<About, Request, Seen, Done>,
  judged: Judged<About, Request>,
  failure: Failure,
): Promise<Reply | undefined> {
  const { about } = judged;
  const isOfForm = !form.isBare?.(about) && (failure.kind === 'invalid' || form.words?.(failure, about) !== undefined);
  return isOfForm ? drawn(form, judged, failure) : form.lost?.(failure, judged);
}

/** A form as it was sent: what it would do, to be confirmed, or what is wrong with it. Nothing is written. */
async function looked<About, Request, Seen, Done>(
  form: StaffForm<About, Request, Seen, Done>,
  typed: Typed<About>,
): Promise<Reply> {
  const request = form.read(typed.typed, typed.about);
  if (!request.ok) return drawn(form, typed, { kind: 'invalid', issues: request.issues });
  const judged = { ...typed, request: request.value };
  const seen = await form.foresee(judged);
  if (!seen.ok) return (await told(form, judged, seen.failure)) ?? problem(seen.failure);
  return form.review === undefined || (await form.atOnce?.(judged))
    ? drawn(form, typed)
    : render(form.review(judged, seen.value));
}

/** The form, empty or with what was typed before; or, as it was sent, what it would do or what is wrong with it. */
const shown =
  <About, Request, Seen, Done>(ports: FormPorts, form: StaffForm<About, Request, Seen, Done>) =>
  async (visit: StaffVisit, about: About): Promise<Reply> => {
    const begun = new URLSearchParams([...(form.begin?.(about, visit) ?? [])].map(([one, value]) => [one, value]));
    if (form.isBare?.(about)) return looked(form, { about, typed: begun, visit });
    const found = await keptForm(ports, staffFormName(visit, form.sheet(about).address));
    const typed = isDone(found) ? new URLSearchParams() : found;
    if (visit.query.has(sent) && typed.size > 0) return looked(form, { about, typed, visit });
    return drawn(form, { about, typed: atFirst(typed, begun), visit });
  };

/** POST: on to the look at what it would do, back to the form, or done. What is wrong is told after a redirect. */
const send =
  <About, Request, Seen, Done>(ports: FormPorts, form: StaffForm<About, Request, Seen, Done>): StaffHandler =>
  async (visit) => {
    const opened = await form.open(visit);
    if (!opened.ok) return (await repeated(ports, visit)) ?? problem(opened.failure);
    const about = opened.value;
    const typed = kept(visit.fields);
    const { address } = form.sheet(about);
    const name = staffFormName(visit, address);
    // Too long to be kept: drawn on the spot.
    const keep = async (to: string, onTheSpot: () => Now<Reply>) =>
      (await ports.forms.keep(name, typed)) ? redirect(to) : onTheSpot();
    const isBare = form.isBare?.(about) === true;
    const again = () =>
      isBare ? redirect(address) : keep(marked(address), () => looked(form, { about, typed, visit }));
    const step = visit.fields.get('step');
    if (step === 'mend' || visit.fields.has('more')) return keep(address, () => drawn(form, { about, typed, visit }));
    const request = form.read(typed, about);
    if (!request.ok) return again();
    const judged = { about, request: request.value, typed, visit };
    if (form.review !== undefined && step !== 'send' && !(await form.atOnce?.(judged))) return again();
    const done = await form.perform(judged);
    if (!done.ok) {
      const first = await repeated(ports, visit);
      if (first) return first;
      const page = await told(form, judged, done.failure);
      return page === undefined ? problem(done.failure) : isBare ? page : again();
    }
    const to = form.done(about, request.value, done.value);
    await ports.forms.keep(name, doneForm(visit.fields, to));
    return redirect(to);
  };

/** What serves a form: GET and POST of one address. */
export interface FormHandlers {
  readonly look: StaffHandler;
  readonly send: StaffHandler;
}

/** @returns also `shown`, what GET answers to somebody for whom it is opened already */
export function staffForm<About, Request, Seen, Done>(
  ports: FormPorts,
  form: StaffForm<About, Request, Seen, Done>,
): FormHandlers & { readonly shown: (visit: StaffVisit, about: About) => Promise<Reply> } {
  const ofOpened = shown(ports, form);
  const look: StaffHandler = async (visit) => {
    const opened = await form.open(visit);
    return opened.ok ? ofOpened(visit, opened.value) : problem(opened.failure);
  };
  return { look, send: send(ports, form), shown: ofOpened };
}

/** The handlers of a form by their routes. */
export const formRoutes = <Path extends PagePath>(
  path: Path,
  { look: get, send: post }: FormHandlers,
): Readonly<Record<`GET ${Path}` | `POST ${Path}`, StaffHandler>> =>
  ({ [`GET ${path}`]: get, [`POST ${path}`]: post }) as Readonly<Record<`GET ${Path}` | `POST ${Path}`, StaffHandler>>;
