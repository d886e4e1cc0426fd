import type * as z from 'zod/mini';
import { answerAccess, askAccess, listAccess, ownRequest, viewAccess } from '#core/people/access.ts';
import { AccessAnswer, AccessAsked, type AccessRequest } from '#core/people/access-request.ts';
import { administers } from '#core/people/administered.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { Scope } from '#core/reference/reference.ts';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import type { FormHandlers } from '../../kit/review-flow.ts';
import type { StaffHandler, StaffVisit } from '../../kit/staff-page.ts';
import { problem, render } from '../../kit/visit.ts';
import { accessAddress, askAddress, deskAddress, homeAddress } from '../addresses.ts';
import { adminForm } from '../admin-form.ts';
import { placeIn } from '../home/handler.ts';
import { placeValue } from '../person/forms.tsx';
import {
  accessPage,
  answerSheet,
  askSheet,
  noAddressPage,
  placesIn,
  type AnswerProps,
  type AskProps,
} from './page.tsx';

type AskPorts = AdminPorts & FormPorts & Pick<Ports, 'limits'>;

async function asking({ administration }: AdminPorts, visit: StaffVisit): Promise<Result<AskProps>> {
  const { account, actor, now, query, frame } = visit;
  const [zones, before] = await Promise.all([administration.zones(), ownRequest({ administration }, account, now)]);
  return ok({
    frame: frame(),
    account,
    zones,
    before,
    hasRole: actor.memberships.length > 0,
    isSent: query.has('done') && before !== undefined,
  });
}

/** Asks for a role: anybody who can sign in. */
export function ask(ports: AskPorts): FormHandlers {
  const form = adminForm<AskPorts, AskProps, z.infer<typeof AccessAsked>, AccessRequest>(ports, {
    open: (visit) => asking(ports, visit),
    sheet: askSheet,
    begin: ({ before, frame: { language } }) =>
      before
        ? Object.entries({
            name: before.name,
            language: before.language,
            scopeId: placeValue(before),
            role: before.role,
            text: before.text ?? '',
          })
        : [['language', language]],
    read: (typed, about) =>
      readForm(AccessAsked, typed, askSheet(about).fields, {
        scope: placesIn(about.zones).find((place) => placeValue(place) === typed.get('scopeId'))?.scope ?? 'zone',
      }),
    act: (on, { about: { account }, request, visit: { now } }) => askAccess(on, { ...request, account, now }),
    done: () => askAddress({ done: 'sent' }),
  });
  const hasAddress =
    (handler: StaffHandler): StaffHandler =>
    (visit) =>
      visit.account.email === undefined ? render(noAddressPage(visit.frame())) : handler(visit);
  return { look: hasAddress(form.look), send: hasAddress(form.send) };
}

/** Where an administrator came from, or the head of an office. */
const backOf = (place: Scope, isAdministrator: boolean): string =>
  isAdministrator ? homeAddress : deskAddress(place.scopeId);

export const access =
  (ports: AdminPorts): StaffHandler =>
  async (visit) => {
    const place = placeIn(visit);
    if (place === undefined) return problem({ kind: 'not-found' });
    const { actor, now, frame, query } = visit;
    const [requests, zones] = await Promise.all([
      listAccess(ports, { actor, now, place }),
      ports.administration.zones(),
    ]);
    if (!requests.ok) return problem(requests.failure);
    const back = backOf(place, administers(actor, place, zones));
    return render(
      accessPage({ frame: frame(), place, zones, requests: requests.value, isDone: query.has('done'), back }),
    );
  };

async function answering(ports: AdminPorts, visit: StaffVisit): Promise<Result<AnswerProps>> {
  const place = placeIn(visit);
  if (place === undefined) return fail({ kind: 'not-found' });
  const { actor, now, query, frame } = visit;
  const seen = await viewAccess(ports, { actor, now, place, requestId: query.get('request') ?? '' });
  if (!seen.ok) return seen;
  const { request } = seen.value;
  const { administration, ids } = ports;
  const [zones, knownId] = await Promise.all([
    administration.zones(),
    administration.personIdOf(ids.hash(request.email)),
  ]);
  const known = knownId === undefined ? undefined : await administration.person(knownId);
  return ok({ frame: frame(), place, zones, ...seen.value, known: known?.name });
}

export const answer = (ports: AdminPorts & FormPorts): FormHandlers =>
  adminForm<AdminPorts & FormPorts, AnswerProps, z.infer<typeof AccessAnswer>, AccessRequest>(ports, {
    open: (visit) => answering(ports, visit),
    sheet: answerSheet,
    begin: ({ request: { role } }) => [['role', role]],
    read: (typed, about) => readForm(AccessAnswer, typed, answerSheet(about).fields),
    act: (on, { about: { place, request }, request: said, visit: { actor, now } }) =>
      answerAccess(on, { actor, now, place, requestId: request.requestId, answer: said }),
    done: ({ place }) => accessAddress(place, { done: 'answered' }),
  });
