import type { Ports } from '#core/kernel/ports.ts';
import { acting, rolesAt } from '#core/kernel/actor.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import { viewProject } from '#core/project/view-project.ts';
import { today } from '#core/project/zone-context.ts';
import { zoneContextOf } from '#core/project/zone-context-of.ts';
import { textsOf } from '#core/texts/index.ts';
import {
  actOnFollowUp,
  ActOnFollowUpRequest,
  followUpsOf,
  makeFollowUp,
  MakeFollowUpRequest,
  myFollowUps,
  type FollowUp,
} from '#core/work/follow-ups.ts';
import { reviewPage, formPage } from '#pages/components/sheet.tsx';
import { followUpsAddress } from '#pages/office/addresses.ts';
import { followUpSheet, followUpsPage, myFollowUpsPage, type FollowUpsProps } from '#pages/office/follow-ups/page.tsx';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { stateWords } from '../../kit/refused-form.ts';
import { staffForm, type FormHandlers, type Judged } from '../../kit/review-flow.ts';
import type { StaffHandler, StaffVisit } from '../../kit/staff-page.ts';
import { problem, render } from '../../kit/visit.ts';

type FollowUpPorts = Pick<Ports, 'projects' | 'reference' | 'followUps' | 'ids'>;
type Asked = { readonly make: MakeFollowUpRequest } | { readonly act: ActOnFollowUpRequest };

async function opened(ports: FollowUpPorts, visit: StaffVisit): Promise<Result<FollowUpsProps>> {
  const { params, query, actor, now } = visit;
  const on = { projectId: params['projectId'] ?? '', actor, now };
  const [listed, viewed] = await Promise.all([followUpsOf(ports, on), viewProject(ports, on)]);
  if (!viewed.ok) return viewed;
  if (!listed.ok) return listed;
  const view = viewed.value;
  const id = query.get('id');
  const changed = id === null ? undefined : listed.value.find(({ followUpId }) => followUpId === id);
  if (id !== null && changed === undefined) return fail({ kind: 'not-found' });
  const context = await zoneContextOf(ports, view.zoneId, now);
  if (context === undefined) return fail({ kind: 'not-found' });
  const frame = visit.frame();
  const all = await ports.reference.staff(context.zone);
  const staff = all
    .flatMap(({ personId, name, email, memberships }) => {
      const role = acting.find((one) => rolesAt(memberships, context.zone).includes(one));
      return role ? [{ value: personId, text: `${name ?? email} · ${textsOf(frame.language).roles[role]}` }] : [];
    })
    // Oneself first: most of what one notes one does.
    .toSorted((a, b) => Number(b.value === actor.personId) - Number(a.value === actor.personId));
  return ok({ frame, view, followUps: listed.value, changed, staff, isDone: query.has('done') });
}

const perform = (
  ports: FollowUpPorts,
  { about, request, visit: { actor, now } }: Judged<FollowUpsProps, Asked>,
): Promise<Result<FollowUp>> => {
  const on = { projectId: about.view.projectId, actor, now };
  return 'make' in request
    ? makeFollowUp(ports, { ...on, request: request.make })
    : actOnFollowUp(ports, { ...on, followUpId: about.changed?.followUpId ?? '', request: request.act });
};

/** What is to be done about a project, and the form that adds to it or says that something is done. Nobody is told: it is done at once. */
export const followUps = (ports: FollowUpPorts & FormPorts): FormHandlers =>
  staffForm<FollowUpsProps, Asked, FollowUp, FollowUp>(ports, {
    open: (visit) => opened(ports, visit),
    sheet: followUpSheet,
    page: (about, form) => (about.changed ? formPage(followUpSheet(about), form) : followUpsPage(about, form)),
    read: (typed, about) => {
      const { fields } = followUpSheet(about);
      if (about.changed) {
        const act = readForm(ActOnFollowUpRequest, typed, fields);
        return act.ok ? { ok: true, value: { act: act.value } } : act;
      }
      const make = readForm(MakeFollowUpRequest, typed, fields);
      return make.ok ? { ok: true, value: { make: make.value } } : make;
    },
    atOnce: () => true,
    foresee: (judged) =>
      perform({ ...ports, followUps: { ...ports.followUps, write: async () => Promise.resolve('written') } }, judged),
    review: ({ about, typed }) => reviewPage(followUpSheet(about), { typed }),
    perform: (judged) => perform(ports, judged),
    done: ({ view: { projectId } }) => `${followUpsAddress(projectId)}?done`,
    words: stateWords,
  });

export const mine =
  (ports: Pick<Ports, 'reference' | 'followUps'>): StaffHandler =>
  async ({ params, actor, now, frame }) => {
    const found = await myFollowUps(ports, { zoneId: params['zoneId'] ?? '', actor, now });
    if (!found.ok) return problem(found.failure);
    const { context, followUps: own } = found.value;
    const shown = frame();
    const zone = { zoneId: context.zone.zoneId, name: context.zone.names[shown.language] };
    return render(myFollowUpsPage({ frame: shown, zone, today: today(context), followUps: own }));
  };
