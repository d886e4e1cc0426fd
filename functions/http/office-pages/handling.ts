import { HandOverRequest, handlings, type Handling } from '#core/project/project-action.ts';
import type { Issue, Result } from '#core/kernel/result.ts';
import { fail, ok } from '#core/kernel/result.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { handlingTexts } from '#core/texts/areas/handling.ts';
import { handleAssignment, type HandlingRequest } from '#core/work/handle-assignment.ts';
import { rehearse } from '#core/project/rehearse.ts';
import type { Fact } from '#web/components/facts.tsx';
import { filled } from '#web/components/filled.ts';
import { assignmentAddress, handlingAddress } from '#web/office/addresses.ts';
import type { AssignmentProps } from '#web/office/assignment-page.tsx';
import { confirmPage } from '#web/office/confirm-page.tsx';
import { handOverPage } from '#web/office/hand-over-page.tsx';
import { stepOf } from '#web/office/handling-links.tsx';
import { holderName, nameOf } from '#web/office/names.ts';
import { workerName } from '#web/office/worker-name.ts';
import { check, refilled, type Checked } from '../pages/check.ts';
import type { StaffVisit } from '../pages/staff-page.ts';
import { numberIn, present, textIn } from '../pages/values.ts';
import { goTo, problem, show, type Reply } from '../pages/visit.ts';
import { openAssignmentPage } from './assignment.ts';
import { previewsOf } from './previews.ts';

type HandlePorts = Pick<Ports, 'projects' | 'reference' | 'outbox' | 'lists'>;

interface Opened {
  readonly props: AssignmentProps;
  readonly handling: Handling;
}

async function opened(ports: HandlePorts, visit: StaffVisit): Promise<Result<Opened>> {
  const handling = handlings.find((one) => one === visit.params['handling']);
  const found = handling ? await openAssignmentPage(ports, visit) : fail({ kind: 'not-found' });
  return found.ok && handling ? ok({ props: found.value, handling }) : found.ok ? fail({ kind: 'not-found' }) : found;
}

/** What the reader saw when they came: another state in between is noticed by it. */
const seen = ({ assignment: { sentAgain = 0, linkVersion = 0, assignee } }: AssignmentProps, handling: Handling): Readonly<Record<string, string>> => {
  switch (handling) {
    case 'send-again': return { sentAgain: String(sentAgain) };
    case 'renew-link': return { linkVersion: String(linkVersion) };
    case 'take': return assignee === undefined ? {} : { from: assignee };
    default: return {};
  }
};

/** The form put to its contract. */
function requestIn(fields: URLSearchParams, handling: Handling): Checked<HandlingRequest> {
  switch (handling) {
    case 'hand-over': {
      const request = check(HandOverRequest, present({ partyId: textIn(fields, 'partyId'), reasonCode: textIn(fields, 'reasonCode'), reason: textIn(fields, 'reason') }));
      return request.ok ? { ok: true, value: { handling, ...request.value } } : request;
    }
    case 'send-again': return { ok: true, value: { handling, ...present({ sentAgain: numberIn(fields, 'sentAgain') }) } };
    case 'renew-link': return { ok: true, value: { handling, ...present({ linkVersion: numberIn(fields, 'linkVersion') }) } };
    case 'take': return { ok: true, value: { handling, ...present({ from: textIn(fields, 'from') }) } };
    case 'give-back': return { ok: true, value: { handling } };
  }
}

/** What is about to be done, in words. */
function givenOf({ frame, parties, assignment }: AssignmentProps, request: HandlingRequest): readonly Fact[] {
  const words = handlingTexts(frame.language);
  const { language } = frame;
  if (request.handling === 'send-again') return [{ term: words.sentAgain, value: String(assignment.sentAgain ?? 0) }];
  if (request.handling !== 'hand-over') return [];
  return [
    { term: words.from, value: holderName(frame, assignment.holder, parties) },
    { term: words.party, value: holderName(frame, { kind: 'party', partyId: request.partyId }, parties) },
    { term: words.due, value: dateText(language, assignment.due) },
    { term: words.reason, value: textsOf(language).reasons[request.reasonCode] },
    { term: words.explanation, value: request.reason },
  ];
}

const formAgain = ({ props }: Opened, { fields }: StaffVisit, issues: readonly Issue[]): Reply => {
  const { frame, view, assignment, parties } = props;
  const words = handlingTexts(frame.language);
  const labels = { partyId: words.party, reasonCode: words.reason, reason: words.explanation };
  return show(handOverPage({ frame, view, assignment, parties, form: refilled(frame.language, fields, issues, labels) }), issues.length > 0 ? 400 : 200);
};

/** What will be done, with the emails as they will go out. Nothing is written. */
async function confirm(ports: HandlePorts, found: Opened, visit: StaffVisit, request: HandlingRequest, fields: Iterable<readonly [string, string]>, status = 200): Promise<Reply> {
  const { props, handling } = found;
  const { frame, view, assignment, office } = props;
  const { assignmentId, assignee } = assignment;
  const rehearsed = await rehearse(ports, visit.now, (on) => handleAssignment(on, { assignmentId, actor: visit.actor, now: visit.now, request }));
  if (!rehearsed.ok) return rehearsed.failure.kind === 'invalid' ? formAgain(found, visit, rehearsed.failure.issues) : problem(rehearsed.failure);
  const { title, text, button } = handlingTexts(frame.language).steps[stepOf(handling, assignment)];
  return show(confirmPage({
    frame, title, button,
    text: fill(text, { due: dateText(frame.language, assignment.due), worker: assignee === undefined ? '' : workerName(frame, office, assignee) }),
    caption: `${view.number} · ${capital(frame.language, nameOf(frame, assignment))}`,
    action: handlingAddress(assignmentId, handling),
    back: assignmentAddress(assignmentId),
    given: givenOf(props, request),
    emails: previewsOf(rehearsed.value),
    contact: view.contact,
    fields,
    mendable: handling === 'hand-over',
  }), status);
}

/** The page of one thing to do with an assignment: a form where something is to be said, else at once what will happen. */
export const handling = (ports: HandlePorts) => async (visit: StaffVisit): Promise<Reply> => {
  const found = await opened(ports, visit);
  if (!found.ok) return problem(found.failure);
  const { props, handling: what } = found.value;
  const { frame, view, assignment, parties } = props;
  const isPossible = assignment.allowedHandlings.includes(what);
  if (what === 'hand-over' && isPossible) return show(handOverPage({ frame, view, assignment, parties, form: filled() }));
  const fields = new URLSearchParams(seen(props, what));
  const request = requestIn(fields, what);
  // Nothing is said yet of a party: it is refused as the doing would be.
  return confirm(ports, found.value, visit, request.ok ? request.value : { handling: 'hand-over', partyId: '', reasonCode: 'other', reason: '' }, fields);
};

async function perform(ports: HandlePorts, found: Opened, visit: StaffVisit, request: HandlingRequest): Promise<Reply> {
  const { props: { assignment, ...props }, handling: what } = found;
  const { assignmentId } = assignment;
  const done = await handleAssignment(ports, { assignmentId, actor: visit.actor, now: visit.now, request });
  if (done.ok) return goTo(`${assignmentAddress(assignmentId)}?done=${stepOf(what, assignment)}`);
  if (done.failure.kind === 'invalid') return formAgain(found, visit, done.failure.issues);
  // A colleague has taken it meanwhile: the page names them, and asks again.
  const isTaken = done.failure.kind === 'conflict' && what === 'take' && assignment.allowedHandlings.includes('take');
  if (!isTaken) return problem(done.failure);
  const fields = new URLSearchParams(seen({ assignment, ...props }, what));
  const again = requestIn(fields, what);
  return again.ok ? confirm(ports, found, visit, again.value, fields, 409) : problem(done.failure);
}

/** Checks what is to be done, shows the emails it will send, and does it when that is confirmed. */
export const handleByForm = (ports: HandlePorts) => async (visit: StaffVisit): Promise<Reply> => {
  const found = await opened(ports, visit);
  if (!found.ok) return problem(found.failure);
  const step = visit.fields.get('step');
  if (step === 'mend' && found.value.handling === 'hand-over') return formAgain(found.value, visit, []);
  const request = requestIn(visit.fields, found.value.handling);
  if (!request.ok) return formAgain(found.value, visit, request.issues);
  return step === 'send' ? perform(ports, found.value, visit, request.value) : confirm(ports, found.value, visit, request.value, visit.fields);
};
