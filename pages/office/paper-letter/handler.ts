import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { DateText, type Language } from '#core/kernel/common.ts';
import { IdempotencyKey, type PaperLetter } from '#core/letter/letter-of-intent.ts';
import type { ProjectLineView } from '#core/api/views.ts';
import { refOf } from '#core/kernel/actor.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { actOnForum } from '#core/forums/act-on-forum.ts';
import type { Guest } from '#core/forums/forum-record.ts';
import { hiddenLinks } from '#core/links/hidden-links.ts';
import { listProjects } from '#core/project/list-projects.ts';
import { submitLetter } from '#core/letter/submit-letter.ts';
import { unwritten } from '#core/project/unwritten.ts';
import { viewZone, type ZoneView } from '#core/reference/view-zone.ts';
import { formState } from '#pages/components/form-state.ts';
import { letterLabels } from '#pages/letter/labels.ts';
import { paperAddress } from '#pages/office/addresses.ts';
import { paperPage, paperSheet, type PaperProps } from '#pages/office/paper-letter/page.tsx';
import { check, type Checked } from '../../kit/check.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { letterSentence } from '../../letter/letter-errors.ts';
import { paperLetterOf } from '../../letter/read-letter.ts';
import { staffForm, type FormHandlers, type Judged } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { present, textIn } from '../../kit/values.ts';

type PaperPorts = Pick<Ports, 'projects' | 'reference' | 'ids' | 'limits' | 'lists' | 'fileRecords' | 'forums'> &
  FormPorts;

/** The letter before, by which its scan can be added. */
function enteredIn(query: URLSearchParams): PaperProps['entered'] {
  const [number = '', projectId = ''] = [query.get('entered') ?? '', query.get('project') ?? ''];
  return /^[A-Z]{3}-\d{4}-\d{4,9}$/.test(number) && /^[a-z0-9]{1,64}$/.test(projectId)
    ? { number, projectId }
    : undefined;
}

/** The forum that runs on a day: paper letters are typed in its hall. */
const running = ({ forums, today }: ZoneView): string =>
  forums.find(({ firstDay, lastDay }) => firstDay <= today && today <= lastDay)?.forumId ?? '';

interface About extends PaperProps {
  readonly forum: string;
  /** What it begins with. */
  readonly guest: Guest | undefined;
}

/** What was signed at a forum and becomes this letter; absent: it begins empty. */
async function signedBefore(ports: PaperPorts, zoneId: string, query: URLSearchParams) {
  const [forumId, promiseId] = [query.get('forum'), query.get('promise')];
  if (forumId === null || promiseId === null) return {};
  const promised = (await ports.forums.promises(zoneId, forumId)).find((one) => one.promiseId === promiseId);
  const guest = promised?.guestId && (await ports.forums.guest(zoneId, forumId, promised.guestId));
  return { promised, guest: guest === '' ? undefined : guest };
}

/** Nothing of it is typed once more. */
function ofPromise({ promised, guest }: About): Readonly<Record<string, string | undefined>> {
  if (promised === undefined) return {};
  const { money, jobs, parties } = promised;
  return {
    'company.name': guest?.company ?? parties,
    jobs: jobs?.toString(),
    'investment.amount': money && String(money.amountMinor / 100),
    'investment.currency': money?.currency,
    'contact.name': guest?.name,
    'contact.email': guest?.email,
    'contact.language': guest?.language,
  };
}

/** Which letter it is: one that was typed before by its key, else a new one. Two of them may be typed side by side. */
const keyOf = ({ fields, query }: StaffVisit): string =>
  IdempotencyKey.safeParse(fields.get('key') ?? query.get('key')).data ?? randomUUID();

/** The zone whose office the reader works in; a zone they only see is forbidden, any other does not exist. */
async function opened(ports: PaperPorts, visit: StaffVisit): Promise<Result<About>> {
  const { query, actor, now, frame } = visit;
  const zone = await viewZone(ports, { zoneId: query.get('zone') ?? '', actor, now });
  if (!zone.ok) return zone;
  const before = zone.value.works ? await signedBefore(ports, zone.value.zoneId, query) : {};
  return zone.value.works
    ? ok({
        promised: before.promised,
        guest: before.guest,
        frame: frame(),
        zone: zone.value,
        key: keyOf(visit),
        entered: enteredIn(query),
        forum: query.get('forum') ?? running(zone.value),
      })
    : fail({ kind: 'forbidden' });
}

const labels = (language: Language) => ({
  ...letterLabels(language),
  'contact.email': officeTexts(language).paper.email,
  receivedOn: officeTexts(language).project.receivedOn,
});

/** Without an email address the telephone is what is missing. */
const sentence =
  (language: Language, fields: URLSearchParams) =>
  (name: string, code: string): string | undefined =>
    name === 'contact.phone' && code === 'missing'
      ? officeTexts(language).paper.phone
      : letterSentence(language, fields)(name, code);

const Entered = z.object({ key: IdempotencyKey, receivedOn: z.optional(DateText) });
type Entry = z.infer<typeof Entered> & { readonly letter: PaperLetter };

function read(typed: URLSearchParams, { zone: { zoneId } }: About): Checked<Entry> {
  const entered = check(Entered, present({ key: textIn(typed, 'key'), receivedOn: textIn(typed, 'receivedOn') }));
  const letter = paperLetterOf(typed, { zoneId, consent: typed.get('consent') === 'true' });
  if (entered.ok && letter.ok) return { ok: true, value: { ...entered.value, letter: letter.value } };
  return { ok: false, issues: [entered, letter].flatMap((one) => (one.ok ? [] : one.issues)) };
}

const handedIn = (
  on: PaperPorts,
  { about: { zone }, request: { letter, key, receivedOn }, typed, visit: { actor, now, event } }: Judged<About, Entry>,
) =>
  submitLetter(
    { ...on, links: hiddenLinks },
    {
      letter,
      idempotencyKey: key,
      sourceIp: event.requestContext.http.sourceIp,
      now,
      enteredBy: actor.personId,
      receivedOn,
      originalHeldBy: typed.get('signed') === 'true' ? refOf(actor, zone) : undefined,
    },
  );

/** What was signed has become the letter as soon as it is there; done twice it is done once. */
async function submit(ports: PaperPorts, judged: Judged<About, Entry>): ReturnType<typeof handedIn> {
  const done = await handedIn(ports, judged);
  const { promised } = judged.about;
  if (!done.ok || promised === undefined || promised.project !== undefined) return done;
  const { forumId, promiseId, version } = promised;
  const { actor, now } = judged.visit;
  const request = { action: 'letter' as const, promiseId, version, project: done.value.projectId };
  // Changed meanwhile: its page still asks for the number of the letter.
  await actOnForum(ports, { forumId, actor, now, request });
  return done;
}

/** Letters of a company that is here already, unless it is said that this one is another. */
async function alike(
  ports: PaperPorts,
  {
    about: {
      zone: { zoneId },
    },
    request: { key, letter },
    typed,
    visit: { actor },
  }: Judged<About, Entry>,
): Promise<readonly ProjectLineView[]> {
  // A form that was sent twice is no duplicate: its key has its letter already.
  if (typed.get('despite') === 'true' || (await ports.projects.idempotency(ports.ids.hash(key))) !== undefined)
    return [];
  const found = await listProjects(ports, { zoneId, actor, page: { limit: 10 }, query: { q: letter.company.number } });
  return found.ok ? found.value.entries : [];
}

/** What it would be told, with nothing written or counted; and what is here already of the same company. */
async function foreseen(ports: PaperPorts, judged: Judged<About, Entry>): Promise<Result<readonly ProjectLineView[]>> {
  const tried = await handedIn(
    { ...unwritten(ports), limits: { ...ports.limits, allow: async () => Promise.resolve(true) } },
    judged,
  );
  return tried.ok ? ok(await alike(ports, judged)) : tried;
}

/** A letter typed from paper. The forum of the letter before stays filled in, and the first begins with the one that runs. */
export const paperLetter = (ports: PaperPorts): FormHandlers =>
  staffForm(ports, {
    open: (visit) => opened(ports, visit),
    sheet: paperSheet,
    begin: (about) => {
      const { zone, key, forum } = about;
      const all = { key, zoneId: zone.zoneId, forum, receivedOn: zone.today, ...ofPromise(about) };
      return Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
    },
    page: paperPage,
    labels: ({ frame: { language } }) => labels(language),
    sentence: ({ frame: { language } }, typed) => sentence(language, typed),
    read,
    foresee: (judged) => foreseen(ports, judged),
    perform: (judged) => submit(ports, judged),
    review: ({ about, typed }, duplicates) => paperPage(about, formState(typed), duplicates),
    atOnce: async (judged) => (await alike(ports, judged)).length === 0,
    done: ({ zone: { zoneId } }, { letter }, { number, projectId }) =>
      paperAddress(zoneId, { forum: letter.forum ?? '', entered: number, project: projectId }),
  });
