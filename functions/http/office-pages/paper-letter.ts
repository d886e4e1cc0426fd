import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { DateText, type Language } from '#core/kernel/common.ts';
import { IdempotencyKey } from '#core/letter/letter-of-intent.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { refOf } from '#core/kernel/actor.ts';
import type { Result } from '#core/kernel/result.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { listProjects } from '#core/project/list-projects.ts';
import { hiddenLinks } from '#core/links/hidden-links.ts';
import { submitLetter } from '#core/letter/submit-letter.ts';
import { viewZone, type ZoneView } from '#core/reference/view-zone.ts';
import { filled } from '#web/components/filled.ts';
import { letterLabels } from '#web/letter/labels.ts';
import { paperAddress } from '#web/office/addresses.ts';
import { paperPage } from '#web/office/paper-page.tsx';
import { letterSentence } from '../pages/letter/letter-errors.ts';
import { paperLetterOf } from '../pages/letter/read-letter.ts';
import { refilled } from '../pages/check.ts';
import type { StaffVisit } from '../pages/staff-page.ts';
import { check } from '../pages/check.ts';
import { present, textIn } from '../pages/values.ts';
import { goTo, problem, show, type Reply } from '../pages/visit.ts';

type PaperPorts = Pick<Ports, 'projects' | 'reference' | 'ids' | 'limits' | 'lists' | 'fileRecords'>;

/** The zone whose office the reader works in; a zone they only see is forbidden, any other does not exist. */
async function ownZone(ports: PaperPorts, { query, actor, now }: StaffVisit): Promise<Result<ZoneView>> {
  const zone = await viewZone(ports, { zoneId: query.get('zone') ?? '', actor, now });
  return zone.ok && !zone.value.works ? { ok: false, failure: { kind: 'forbidden' } } : zone;
}

/** The letter before, by which its scan can be added. */
function enteredIn(query: URLSearchParams): { readonly number: string; readonly projectId: string } | undefined {
  const [number = '', projectId = ''] = [query.get('entered') ?? '', query.get('project') ?? ''];
  return /^[A-Z]{3}-\d{4}-\d{4,9}$/.test(number) && /^[a-z0-9]{1,64}$/.test(projectId) ? { number, projectId } : undefined;
}

/** The forum that runs on a day: paper letters are typed in its hall. */
const running = ({ forums, today }: ZoneView): string => forums.find(({ firstDay, lastDay }) => firstDay <= today && today <= lastDay)?.forumId ?? '';

const labels = (language: Language) => ({ ...letterLabels(language), 'contact.email': officeTexts(language).paper.email, receivedOn: officeTexts(language).project.receivedOn });

/** Without an email address the telephone is what is missing. */
const sentence = (language: Language, fields: URLSearchParams) => (name: string, code: string): string | undefined =>
  (name === 'contact.phone' && code === 'missing' ? officeTexts(language).paper.phone : letterSentence(language, fields)(name, code));

/** An empty form; the forum of the letter before stays filled in, and the first begins with the one that runs. */
export const paperLetter = (ports: PaperPorts) => async (visit: StaffVisit): Promise<Reply> => {
  const zone = await ownZone(ports, visit);
  if (!zone.ok) return problem(zone.failure);
  const { query, frame } = visit;
  const known = { zoneId: zone.value.zoneId, forum: query.get('forum') ?? running(zone.value), receivedOn: zone.value.today };
  return show(paperPage({ frame: frame(), zone: zone.value, form: filled(Object.entries(known)), idempotencyKey: randomUUID(), entered: enteredIn(query) }));
};

/** Takes in a letter typed from paper, by the same use case as an investor's own; warns of a company that is here already. */
export const enterPaperLetter = (ports: PaperPorts) => async (visit: StaffVisit): Promise<Reply> => {
  const { fields, frame, actor, now, event } = visit;
  const zone = await ownZone(ports, visit);
  if (!zone.ok) return problem(zone.failure);
  const { zoneId } = zone.value;
  const key = IdempotencyKey.safeParse(fields.get('key'));
  if (!key.success) return problem({ kind: 'malformed' });
  const receivedOn = check(z.object({ receivedOn: z.optional(DateText) }), present({ receivedOn: textIn(fields, 'receivedOn') }));
  const again = { frame: frame(), zone: zone.value, idempotencyKey: key.data };
  const letter = paperLetterOf(fields, { zoneId, consent: fields.get('consent') === 'true' });
  if (!letter.ok || !receivedOn.ok) {
    const issues = [receivedOn, letter].flatMap((one) => (one.ok ? [] : one.issues));
    return show(paperPage({ ...again, form: refilled(again.frame.language, fields, issues, labels(again.frame.language), sentence(again.frame.language, fields)) }), 400);
  }
  // A form that was sent twice is no duplicate: its key has its letter already.
  const isRepeat = await ports.projects.idempotency(ports.ids.hash(key.data)) !== undefined;
  const alike = await listProjects(ports, { zoneId, actor, page: { limit: 10 }, query: { q: letter.value.company.number } });
  if (!isRepeat && alike.ok && alike.value.entries.length > 0 && fields.get('despite') !== 'true') {
    return show(paperPage({ ...again, form: filled(fields), duplicates: alike.value.entries }), 409);
  }
  const submitted = await submitLetter({ ...ports, links: hiddenLinks }, { letter: letter.value, idempotencyKey: key.data, sourceIp: event.requestContext.http.sourceIp, now, enteredBy: actor.personId, ...receivedOn.value, originalHeldBy: fields.get('signed') === 'true' ? refOf(actor, zone.value) : undefined });
  if (!submitted.ok && submitted.failure.kind === 'invalid') {
    return show(paperPage({ ...again, form: refilled(again.frame.language, fields, submitted.failure.issues, labels(again.frame.language), sentence(again.frame.language, fields)) }), 400);
  }
  return submitted.ok ? goTo(paperAddress(zoneId, { forum: letter.value.forum ?? '', entered: submitted.value.number, project: submitted.value.projectId })) : problem(submitted.failure);
};
