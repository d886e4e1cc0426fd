import { ChangeForumRequest, ForumRequest, type AdminZoneView } from '#core/people/administration.ts';
import type { Language } from '#core/kernel/common.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import { addForum, changeForum } from '#core/reference/forums.ts';
import { filled } from '#web/components/filled.ts';
import { zonePageAddress } from '#web/admin/addresses.ts';
import { forumPage, forumsPage } from '#web/admin/forums-page.tsx';
import { check, type Labels } from '../pages/check.ts';
import type { StaffHandler, StaffVisit } from '../pages/staff-page.ts';
import { numberIn, present, textIn } from '../pages/values.ts';
import { goTo, problem, show } from '../pages/visit.ts';
import { refused } from './admin-page.ts';
import { nameFields, nameLabels, namesIn } from './name-fields.ts';
import { aboutZone } from './zone.ts';

function labelsOf(language: Language): Labels {
  const { firstDay, lastDay } = adminTexts(language).forums;
  return { ...nameLabels(language), firstDay, lastDay };
}

/** The forums of a zone. */
export const forums = (ports: AdminPorts): StaffHandler => aboutZone(ports, ({ frame, query }, view) => show(forumsPage({ frame: frame(), view, done: query.get('done') ?? undefined })));

const forumIn = ({ query }: StaffVisit, { zone }: AdminZoneView) => zone.forums.find(({ forumId }) => forumId === query.get('forum'));
const isUnknown = (visit: StaffVisit, view: AdminZoneView): boolean => visit.query.has('forum') && forumIn(visit, view) === undefined;

/** The form of a forum, new or known. */
export const forumForm = (ports: AdminPorts): StaffHandler => aboutZone(ports, (visit, view) => {
  if (isUnknown(visit, view)) return problem({ kind: 'not-found' });
  const forum = forumIn(visit, view);
  const known: [string, string][] = forum ? [...nameFields(forum.names), ['firstDay', forum.firstDay], ['lastDay', forum.lastDay], ['version', String(view.zone.version ?? 0)]] : [];
  return show(forumPage({ frame: visit.frame(), view, forum, form: filled(known) }));
});

/** Adds a forum, or changes one. */
export const saveForumByForm = (ports: AdminPorts): StaffHandler => aboutZone(ports, async (visit, view) => {
  const { actor, now, frame, fields } = visit;
  const { zoneId, version = 0 } = view.zone;
  if (isUnknown(visit, view)) return problem({ kind: 'not-found' });
  const forum = forumIn(visit, view);
  const given = { names: namesIn(fields), firstDay: textIn(fields, 'firstDay'), lastDay: textIn(fields, 'lastDay') };
  const change = forum && check(ChangeForumRequest, present({ ...given, version: numberIn(fields, 'version') }));
  const addition = forum ? undefined : check(ForumRequest, present(given));
  const saved = change?.ok && forum ? await changeForum(ports, { actor, now, zoneId, forumId: forum.forumId, ...change.value }) : addition?.ok ? await addForum(ports, { actor, now, zoneId, ...addition.value }) : undefined;
  if (saved?.ok) return goTo(zonePageAddress(zoneId, '/forums', { done: forum ? 'forum-changed' : 'forum-added' }));
  if (forum) fields.set('version', String(version));
  const issues = [change, addition].flatMap((checked) => (checked && !checked.ok ? checked.issues : []));
  return refused(visit, saved ? saved.failure : { kind: 'invalid', issues }, labelsOf(frame().language), (form) => forumPage({ frame: frame(), view, forum, form }));
});
