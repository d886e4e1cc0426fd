import { actOnForum } from '#core/forums/act-on-forum.ts';
import { ForumRequest } from '#core/forums/forum-record.ts';
import { invitationsOf, viewForum, type ForumPorts, type ForumView } from '#core/forums/view-forum.ts';
import { languages } from '#core/kernel/common.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { viewZone, zonesOf } from '#core/reference/view-zone.ts';
import { problemTextsOf } from '#core/texts/areas/problems.ts';
import { addressOf } from '../../routes.ts';
import { meetingFieldOf } from '../../components/meeting-fields.ts';
import type { Checked } from '../../kit/check.ts';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { staffForm, type FormHandlers, type Judged } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { moneyIn, textIn } from '../../kit/values.ts';
import { problem, redirect, render } from '../../kit/visit.ts';
import { forumAddress, forumViews } from '../addresses.ts';
import { forumPage, noForumPage } from './page.tsx';
import { planBegins, planRequest, planViews } from './plan-form.ts';
import { forumSheet, listOf, mayAct, mayWith, type ForumProps } from './sheet.ts';

/** One guest a line, as people paste them from a table: name; company; email; language. */
export function guestsIn(text: string): readonly object[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split(/[;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')))
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map(([name = '', company = '', email = '', spoken = '']) => {
      const language = languages.find((one) => one === spoken.toLowerCase());
      return { name, company, ...(email !== '' && { email }), ...(language && { language }) };
    });
}

/** What else is typed says nothing of what happened. */
const asked: Readonly<Partial<Record<string, readonly string[]>>> = {
  declined: ['reason'],
  met: ['outcome', 'nextStep', 'owner', 'due'],
  next: ['nextStep', 'owner', 'due'],
  letter: ['project'],
  lose: ['reason'],
};

function moreOf(typed: URLSearchParams, props: ForumProps): object {
  const { shown, guest, promised } = props;
  if (planViews.has(props.shown)) return planRequest(typed, props);
  if (shown === 'invite') return { action: 'invite', guests: guestsIn(typed.get('guests') ?? '') };
  if (shown === 'sign') return { action: 'sign', money: moneyIn(typed, 'money') };
  return guest ? { guestId: guest.guestId } : { promiseId: promised?.promiseId };
}

/** The field that something wrong belongs to. */
function nameOf(path: string, { shown }: ForumProps): string {
  if (path.startsWith('money')) return 'money.amount';
  if (path.startsWith('guests')) return 'guests';
  return shown === 'ask' || shown === 'meeting' ? meetingFieldOf(path) : path;
}

/** The same of what the doing refuses. */
async function acted(ports: ForumPorts, { about, request, visit: { actor, now } }: Judged<ForumProps, ForumRequest>) {
  const done = await actOnForum(ports, { forumId: about.view.forum.forumId, actor, now, request });
  return done.ok || done.failure.kind !== 'invalid'
    ? done
    : fail({ ...done.failure, issues: done.failure.issues.map((one) => ({ ...one, path: nameOf(one.path, about) })) });
}

function read(typed: URLSearchParams, props: ForumProps): Checked<ForumRequest> {
  const names = asked[typed.get('action') ?? ''] ?? [];
  const isStepNamed = ['nextStep', 'due'].some((name) => textIn(typed, name) !== undefined);
  const isMet = typed.get('action') === 'met';
  const fields = forumSheet(props).fields.filter(
    ({ name, path = name }) =>
      ['invite', 'sign'].includes(props.shown) ||
      (planViews.has(props.shown) && (isStepNamed || !path.startsWith('next.'))) ||
      name === 'version' ||
      name === 'action' ||
      (names.includes(name) && (!isMet || isStepNamed || !path.startsWith('next.'))),
  );
  const checked = readForm(ForumRequest, typed, fields, moreOf(typed, props));
  if (checked.ok) return checked;
  const issues = checked.issues.map(({ path, code }) => ({ path: nameOf(path, props), code }));
  return { ok: false, issues: issues.filter(({ path }, at) => issues.findIndex((one) => one.path === path) === at) };
}

const ageIn = (query: URLSearchParams): number | undefined => {
  const days = /^P(\d{1,5})D$/.exec(query.get('age') ?? '')?.[1];
  return days === undefined ? undefined : Number(days);
};

type OpenPorts = ForumPorts & Pick<Ports, 'outbox'>;

const planOf = ({ forums: { plan, meetings } }: ForumPorts, { context: { zone }, forum }: ForumView) =>
  Promise.all([plan(zone.zoneId, forum.forumId), meetings(zone.zoneId, forum.forumId)]);

async function opened(ports: OpenPorts, { query, actor, now, frame, event }: StaffVisit): Promise<Result<ForumProps>> {
  const shown = forumViews.find((one) => one === (query.get('view') ?? 'cohort'));
  const found = await viewForum(ports, { forumId: query.get('forum') ?? '', actor, now, ageDays: ageIn(query) });
  if (!found.ok) return found;
  const view = found.value;
  const id = query.get('id');
  const guest = shown === 'guest' ? view.guests.find(({ guestId }) => guestId === id) : undefined;
  const promised = shown === 'promise' ? view.promises.find(({ promiseId }) => promiseId === id) : undefined;
  const isOfPlan = shown !== undefined && planViews.has(shown);
  const [plan, meetings] = isOfPlan ? await planOf(ports, view) : [];
  const meeting = shown === 'meeting' ? meetings?.find(({ meetingId }) => meetingId === id) : undefined;
  const isThere =
    id === null ||
    (shown !== 'session' && shown !== 'task') ||
    plan?.sessions.some(({ sessionId }) => sessionId === id) === true ||
    plan?.tasks.some(({ taskId }) => taskId === id) === true;
  const isWhole =
    shown !== undefined &&
    isThere &&
    (shown === 'guest') === !!guest &&
    (shown === 'promise') === !!promised &&
    (shown === 'meeting') === !!meeting;
  if (!isWhole) return fail({ kind: 'not-found' });
  const emails = shown === 'guests' || shown === 'guest' ? await invitationsOf(ports, view) : undefined;
  const props: ForumProps = {
    ...{ frame: frame(), actor, view, shown, guest, promised, emails, plan, meetings, meeting },
    ...(id !== null && isOfPlan && { id }),
    isDone: query.has('done'),
  };
  const isForm = ['invite', 'sign', 'session', 'task', 'tables', 'meeting', 'ask', 'in-hall', 'stated'].includes(shown);
  const isSent = event.requestContext.http.method === 'POST';
  if ((isForm || isSent) && !mayAct(props)) return fail({ kind: 'forbidden' });
  if (isSent && guest && !mayWith(props, guest)) return fail({ kind: 'forbidden' });
  return isSent && ['cohort', 'guests', 'promises', 'programme', 'meetings', 'sheets'].includes(shown)
    ? fail({ kind: 'not-found' })
    : ok(props);
}

/** Without a forum the latest of the zone that is named, or of the reader's first one that had any. */
async function latest(ports: ForumPorts, { query, actor, now, frame }: StaffVisit) {
  const named = query.get('zone');
  const zones = named === null ? await zonesOf(ports, actor) : [{ zoneId: named }];
  const views = await Promise.all(zones.map(({ zoneId }) => viewZone(ports, { zoneId, actor, now })));
  const found = views.flatMap((one) => (one.ok ? [one.value] : []));
  if (found.length === 0)
    return named === null ? redirect(addressOf('/office/access', {})) : problem({ kind: 'not-found' });
  const last = found
    .find(({ forums }) => forums.length > 0)
    ?.forums.toSorted((a, b) => (a.firstDay < b.firstDay ? 1 : -1))[0];
  return last ? redirect(forumAddress(last.forumId)) : render(noForumPage(frame()));
}

export function forums(ports: OpenPorts & FormPorts): FormHandlers {
  const form = staffForm(ports, {
    open: (visit) => opened(ports, visit),
    sheet: forumSheet,
    page: forumPage,
    begin: (about) => {
      if (planViews.has(about.shown)) return planBegins(about);
      const { guest, promised, actor } = about;
      const { language } = about.frame;
      const version = guest?.version ?? promised?.version;
      return [
        ...(version === undefined ? [] : [['version', String(version)] as const]),
        ['owner', actor.kind === 'staff' ? actor.personId : ''] as const,
        ['language', language] as const,
      ];
    },
    read,
    foresee: () => Promise.resolve(ok(undefined)),
    perform: (judged) => acted(ports, judged),
    words: (failure, { frame }) =>
      failure.kind === 'conflict' || failure.kind === 'not-allowed'
        ? problemTextsOf(frame.language).problems[failure.kind].title
        : undefined,
    done: (about) => `${listOf(about)}&done`,
  });
  return {
    send: form.send,
    look: async (visit) => {
      if (!visit.query.has('forum')) return latest(ports, visit);
      const reply = await form.look(visit);
      // Its script sends to ourselves what was kept.
      return reply.kind === 'page' && visit.query.get('view') === 'in-hall' ? { ...reply, connects: '' } : reply;
    },
  };
}
