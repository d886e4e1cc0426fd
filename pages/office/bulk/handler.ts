import { fail, ok, type Failure, type Result } from '#core/kernel/result.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { viewZone } from '#core/reference/view-zone.ts';
import { staffDay } from '#core/people/membership.ts';
import { deskTexts, type BulkStep } from '#core/texts/areas/desk.ts';
import { inOrderOf } from '#core/texts/in-order.ts';
import { handleMany, mostPicked, type Pick as Picked } from '#core/work/handle-many.ts';
import { listWork, type WorkListLine } from '#core/work/list-work.ts';
import { givable } from '#core/work/view-colleagues.ts';
import { staffFormName, type FormPorts } from '../../kit/kept-form.ts';
import type { FormHandlers } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { problem, redirect, render, type Reply } from '../../kit/visit.ts';
import { bulkAddress, listAddress, type TaskFilter } from '../addresses.ts';
import { listBefore } from '../work-list/list-cookie.ts';
import { workQueryOf, askedIn } from '../work-list/list-query.ts';
import { bulkPage, bulkDonePage, pickParts, type Choice, type Why } from './page.tsx';

type BulkPorts = Pick<Ports, 'projects' | 'lists' | 'reference' | 'desks'> & FormPorts;

const steps = ['take', 'give', 'give-back', 'send-again'] as const satisfies readonly BulkStep[];

interface Opened {
  readonly zoneId: string;
  readonly step: BulkStep;
  readonly back: string;
  readonly lines: readonly WorkListLine[];
  /** Ticked, and not open any more. */
  readonly lost: number;
}

/** What was ticked as it is now; or all that the list of a colleague's work holds. */
async function opened(ports: BulkPorts, visit: StaffVisit, query: URLSearchParams): Promise<Result<Opened>> {
  const { actor, now, frame } = visit;
  const step = steps.find((one) => one === query.get('do'));
  const picked = [...new Set(query.getAll('pick'))];
  const asked = askedIn(new URLSearchParams([...query].filter(([name]) => !['pick', 'do', 'to'].includes(name))));
  if (step === undefined || asked?.zone === undefined || picked.length > mostPicked) return fail({ kind: 'not-found' });
  const zone = await viewZone(ports, { zoneId: asked.zone, actor, now });
  if (!zone.ok) return zone;
  if (!zone.value.works) return fail({ kind: 'forbidden' });
  const all: TaskFilter | undefined = asked.filter.by === 'tasks' && query.has('all-of') ? asked.filter : undefined;
  const work = await listWork(ports, {
    zoneId: asked.zone,
    actor,
    now,
    after: asked.after,
    query: all ? workQueryOf(all, actor.personId) : {},
    compare: inOrderOf(frame().language),
  });
  if (!work.ok) return work;
  const lines = all
    ? work.value.lines.slice(0, mostPicked)
    : work.value.lines.filter(({ assignmentId }) => picked.includes(assignmentId));
  return ok({
    zoneId: asked.zone,
    step,
    back: listBefore(visit, asked.zone),
    lines,
    lost: all ? 0 : picked.length - lines.length,
  });
}

/** Why something will not be done, as far as the list tells it; the use case judges again. */
function whyNot(step: BulkStep, { who, pausedUntil }: WorkListLine): Why | undefined {
  if (step !== 'send-again') return who === 'office' ? undefined : 'not-office';
  if (who === 'office') return 'not-asked';
  return pausedUntil === undefined ? undefined : 'suspended';
}

/** Colleagues to whom work can be given now, by name. */
async function choicesOf(ports: BulkPorts, { actor, now }: StaffVisit, zoneId: string): Promise<readonly Choice[]> {
  const setting = await ports.reference.setting(zoneId);
  const staff = setting ? await ports.reference.staff(setting.zone) : [];
  return givable(staff, zoneId, staffDay(now))
    .filter(({ personId }) => personId !== actor.personId)
    .map(({ personId, name }) => ({ value: personId, text: name ?? personId }))
    .toSorted((a, b) => a.text.localeCompare(b.text));
}

const look =
  (ports: BulkPorts) =>
  async (visit: StaffVisit): Promise<Reply> => {
    const { query, frame } = visit;
    if (query.has('done')) return told(ports, visit);
    const found = await opened(ports, visit, query);
    if (!found.ok) return problem(found.failure);
    const { zoneId, step, back, lines, lost } = found.value;
    return render(
      bulkPage({
        frame: frame(),
        zoneId,
        step,
        back,
        lost,
        rows: lines.map((line) => ({ line, why: whyNot(step, line) })),
        choices: step === 'give' ? await choicesOf(ports, visit, zoneId) : [],
      }),
    );
  };

function pickedIn(step: BulkStep, value: string, to: string): Picked {
  const [assignmentId, from, sent] = pickParts(value);
  const whose = from === '' ? {} : { from };
  switch (step) {
    case 'take':
      return { assignmentId, request: { handling: 'take', ...whose } };
    case 'give':
      return { assignmentId, request: { handling: 'take', to, ...whose } };
    case 'give-back':
      return { assignmentId, request: { handling: 'give-back' } };
    case 'send-again':
      return { assignmentId, request: { handling: 'send-again', sentAgain: sent } };
  }
}

/** A refusal in a word of the list. */
function whyOf({ kind, ...failure }: Failure): Why {
  if (kind === 'conflict') return 'state' in failure && failure.state === 'taken' ? 'colleague' : 'changed';
  if (kind === 'invalid') return 'away';
  if (kind === 'not-allowed') return 'because' in failure && failure.because === 'suspended' ? 'suspended' : 'other';
  return kind === 'too-many' || kind === 'forbidden' ? kind : kind === 'not-found' ? 'changed' : 'other';
}

const resultName = (visit: StaffVisit): string => staffFormName(visit, '/office/bulk');

const send =
  (ports: BulkPorts) =>
  async (visit: StaffVisit): Promise<Reply> => {
    const { fields, actor, now, frame } = visit;
    const step = steps.find((one) => one === fields.get('do'));
    const zoneId = fields.get('zone') ?? '';
    const values = [...new Set(fields.getAll('pick'))];
    if (step === undefined || values.length > mostPicked) return problem({ kind: 'not-found' });
    const zone = await viewZone(ports, { zoneId, actor, now });
    if (!zone.ok) return problem(zone.failure);
    if (!zone.value.works) return problem({ kind: 'forbidden' });
    const to = fields.get('to') ?? '';
    // Nobody was chosen: back to the choice, with all that was ticked.
    if (step === 'give' && to === '')
      return look(ports)({
        ...visit,
        query: new URLSearchParams([
          ['zone', zoneId],
          ['do', step],
          ['unchosen', ''],
          ...values.map((value): [string, string] => ['pick', pickParts(value)[0]]),
        ]),
      });
    const handled = await handleMany(ports, { actor, now, picks: values.map((value) => pickedIn(step, value, to)) });
    const names = new Map(fields.getAll('name').map((name, at) => [pickParts(values[at] ?? '')[0], name]));
    const { why } = deskTexts(frame().language);
    await ports.forms.keep(
      resultName(visit),
      new URLSearchParams([
        ['do', step],
        ...handled.map(({ assignmentId, failure }): [string, string] => {
          const name = names.get(assignmentId) ?? assignmentId;
          return failure === undefined ? ['did', name] : ['not', `${name}: ${why[whyOf(failure)]}`];
        }),
      ]),
    );
    return redirect(bulkAddress(zoneId, { done: '' }));
  };

/** What became of the last time that many were done at once. */
async function told(ports: BulkPorts, visit: StaffVisit): Promise<Reply> {
  const zoneId = visit.query.get('zone') ?? '';
  const zone = await viewZone(ports, { zoneId, actor: visit.actor, now: visit.now });
  if (!zone.ok) return problem(zone.failure);
  const kept = await ports.forms.find(resultName(visit));
  const step = steps.find((one) => one === kept?.get('do'));
  if (kept === undefined || step === undefined) return redirect(listAddress(zoneId, { by: 'tasks', holder: 'office' }));
  return render(
    bulkDonePage({
      frame: visit.frame(),
      step,
      back: listBefore(visit, zoneId),
      did: kept.getAll('did'),
      not: kept.getAll('not'),
    }),
  );
}

/** The same with many rows of the work list: looked at, done, and told row by row. */
export const bulk = (ports: BulkPorts): FormHandlers => ({ look: look(ports), send: send(ports) });
