import * as z from 'zod/mini';
import {
  HandOverRequest,
  handlings,
  RenewLinkRequest,
  SendAgainRequest,
  TakeRequest,
} from '#core/project/project-action.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { handleAssignment, type HandlingRequest } from '#core/work/handle-assignment.ts';
import { previewEmails } from '#core/project/preview-emails.ts';
import { reviewPage } from '#pages/components/sheet.tsx';
import { assignmentAddress } from '#pages/office/addresses.ts';
import { stepOf } from '#pages/office/handling/handling-links.tsx';
import { handlingFacts, handlingSheet, seenIn, type HandlingProps } from '#pages/office/handling/sheet.ts';
import type { Checked } from '../../kit/check.ts';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { previewsOf } from '../../kit/previews.ts';
import type { FormHandlers } from '../../kit/review-flow.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { problem, render, type Reply } from '../../kit/visit.ts';
import { openAssignmentPage } from '../assignment/handler.ts';
import { projectForm } from '../office-form.ts';

type HandlePorts = Pick<Ports, 'projects' | 'reference' | 'outbox' | 'lists' | 'fileRecords'> & FormPorts;

async function opened(ports: HandlePorts, visit: StaffVisit): Promise<Result<HandlingProps>> {
  const handling = handlings.find((one) => one === visit.params['handling']);
  if (handling === undefined) return fail({ kind: 'not-found' });
  const found = await openAssignmentPage(ports, visit);
  return found.ok ? ok({ ...found.value, handling }) : found;
}

const schemas = {
  'hand-over': HandOverRequest,
  'send-again': SendAgainRequest,
  'renew-link': RenewLinkRequest,
  take: TakeRequest,
  'give-back': z.object({}),
} as const;

function read(typed: URLSearchParams, about: HandlingProps): Checked<HandlingRequest> {
  const { handling } = about;
  const request = readForm(schemas[handling], typed, handlingSheet(about).fields);
  return request.ok ? { ok: true, value: { handling, ...request.value } as HandlingRequest } : request;
}

const handle = (
  on: Pick<Ports, 'projects' | 'reference'>,
  { assignment: { assignmentId } }: HandlingProps,
  { actor, now }: StaffVisit,
  request: HandlingRequest,
) => handleAssignment(on, { assignmentId, actor, now, request });

const reviewed = (about: HandlingProps, typed: URLSearchParams, emails: Parameters<typeof previewsOf>[0]) =>
  reviewPage(handlingSheet(about), { typed, emails: previewsOf(emails), facts: handlingFacts(about, typed) });

/** A colleague has taken it meanwhile: the page names them, and asks again. */
async function takenMeanwhile(ports: HandlePorts, about: HandlingProps, visit: StaffVisit): Promise<Reply | undefined> {
  const typed = new URLSearchParams([...seenIn(about)].map(([name, value]) => [name, value]));
  const request = read(typed, about);
  const emails = request.ok
    ? await previewEmails(ports, visit.now, (on) => handle(on, about, visit, request.value))
    : undefined;
  return emails?.ok ? render(reviewed(about, typed, emails.value), 409) : undefined;
}

/** Nothing is said yet of a party where none may be named: it is refused as the doing would be. */
async function refusedUnsaid(ports: HandlePorts, about: HandlingProps, visit: StaffVisit): Promise<Reply | undefined> {
  if (about.assignment.allowedHandlings.includes(about.handling)) return undefined;
  const refused = await previewEmails(ports, visit.now, (on) =>
    handle(on, about, visit, { handling: 'hand-over', partyId: '', reasonCode: 'other', reason: '' }),
  );
  return refused.ok ? undefined : problem(refused.failure);
}

export const handling = (ports: HandlePorts): FormHandlers =>
  projectForm<HandlingProps, HandlingRequest>(ports, {
    open: (visit) => opened(ports, visit),
    sheet: handlingSheet,
    isBare: (about) => about.handling !== 'hand-over',
    begin: seenIn,
    read,
    act: (on, { about, request, visit }) => handle(on, about, visit, request),
    review: ({ about, typed }, emails) => reviewed(about, typed, emails),
    done: ({ assignment, handling: what }) =>
      `${assignmentAddress(assignment.assignmentId)}?done=${stepOf(what, assignment)}`,
    lost: (failure, { about, visit }) =>
      failure.kind === 'conflict' && about.handling === 'take' && about.assignment.allowedHandlings.includes('take')
        ? takenMeanwhile(ports, about, visit)
        : undefined,
    shut: (about, visit) => refusedUnsaid(ports, about, visit),
  });
