import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { DateText, type Language } from '#core/kernel/common.ts';
import { IdempotencyKey, type PaperLetter } from '#core/letter/letter-of-intent.ts';
import type { ProjectLineView } from '#core/api/views.ts';
import { refOf } from '#core/kernel/actor.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
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

type PaperPorts = Pick<Ports, 'projects' | 'reference' | 'ids' | 'limits' | 'lists' | 'fileRecords'> & FormPorts;

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
}

/** Which letter it is: one that was typed before by its key, else a new one. Two of them may be typed side by side. */
const keyOf = ({ fields, query }: StaffVisit): string =>
  IdempotencyKey.safeParse(fields.get('key') ?? query.get('key')).data ?? randomUUID();

/** The zone whose office the reader works in; a zone they only see is forbidden, any other does not exist. */
async function opened(ports: PaperPorts, visit: StaffVisit): Promise<Result<About>> {
  const { query, actor, now, frame } = visit;
  const zone = await viewZone(ports, { zoneId: query.get('zone') ?? '', actor, now });
  if (!zone.ok) return zone;
  return zone.value.works
    ? ok({
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

const submit = (
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
  const tried = await submit(
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
    begin: ({ zone: { zoneId, today }, key, forum }) => Object.entries({ key, zoneId, forum, receivedOn: today }),
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
