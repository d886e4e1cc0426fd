import { RepliesRequest, ZoneRequest, type AdminZoneView } from '#core/people/administration.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import { changeReplies, changeZone } from '#core/reference/change-zone.ts';
import { writtenLanguages } from '#core/reference/reference.ts';
import { viewAdminZone } from '#core/reference/parties.ts';
import { zonePageAddress } from '#pages/admin/addresses.ts';
import { repliesSheet, zonePage, zoneSheet, type ZoneProps } from '#pages/admin/zone/page.tsx';
import type { Checked } from '../../kit/check.ts';
import { textIn } from '../../kit/values.ts';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import type { FormHandlers } from '../../kit/review-flow.ts';
import type { StaffHandler, StaffVisit } from '../../kit/staff-page.ts';
import { problem, render, type Reply } from '../../kit/visit.ts';
import { adminForm, namesAtFirst } from '../admin-form.ts';

export const openZone = (ports: AdminPorts, { actor, now, params }: StaffVisit): Promise<Result<AdminZoneView>> =>
  viewAdminZone(ports, { actor, now, zoneId: params['zoneId'] ?? '' });

export const aboutZone =
  (ports: AdminPorts, handler: (visit: StaffVisit, view: AdminZoneView) => Promise<Reply> | Reply): StaffHandler =>
  async (visit) => {
    const view = await openZone(ports, visit);
    return view.ok ? handler(visit, view.value) : problem(view.failure);
  };

export const zone = (ports: AdminPorts): StaffHandler =>
  aboutZone(ports, ({ frame, query }, view) => render(zonePage({ frame: frame(), view, isDone: query.has('done') })));

export const editZone = (ports: AdminPorts & FormPorts): FormHandlers =>
  adminForm<typeof ports, ZoneProps, ZoneRequest, unknown>(ports, {
    open: async (visit) => {
      const view = await openZone(ports, visit);
      return view.ok ? ok({ frame: visit.frame(), view: view.value }) : view;
    },
    sheet: zoneSheet,
    begin: ({
      view: {
        zone: { names, mailbox, office, language, version = 0 },
      },
    }) => [
      ...namesAtFirst(names),
      ['mailbox', mailbox],
      ['office.phone', office?.phone ?? ''],
      ['office.hours', office?.hours ?? ''],
      ...Object.entries(office?.address ?? {}).map(([one, text]): [string, string] => [`office.address.${one}`, text]),
      ['language', language],
      ['version', String(version)],
    ],
    read: (typed, about) => readForm(ZoneRequest, typed, zoneSheet(about).fields),
    act: (on, { about: { view }, request, visit: { actor, now } }) =>
      changeZone(on, { actor, now, zoneId: view.zone.zoneId, ...request }),
    done: ({ view }) => zonePageAddress(view.zone.zoneId, '', { done: 'yes' }),
  });

const repliesAtFirst = ({ view: { zone } }: ZoneProps): [string, string][] => [
  ...writtenLanguages.map((language): [string, string] => [`appeal.${language}`, zone.appeal?.[language] ?? '']),
  ['daysToCure', String(zone.daysToCure ?? '')],
  ['replyTo', zone.replyTo ?? ''],
  ['version', String(zone.version ?? 0)],
];

/** A route of appeal is given in all languages or in none. */
function readReplies(typed: URLSearchParams, about: ZoneProps): Checked<RepliesRequest> {
  const { fields } = repliesSheet(about);
  const isSaid = writtenLanguages.some((language) => textIn(typed, `appeal.${language}`) !== undefined);
  return readForm(RepliesRequest, typed, isSaid ? fields : fields.filter(({ name }) => !name.startsWith('appeal.')));
}

export const replies = (ports: AdminPorts & FormPorts): FormHandlers =>
  adminForm<typeof ports, ZoneProps, RepliesRequest, unknown>(ports, {
    open: async (visit) => {
      const view = await openZone(ports, visit);
      return view.ok ? ok({ frame: visit.frame(), view: view.value }) : view;
    },
    sheet: repliesSheet,
    begin: repliesAtFirst,
    read: readReplies,
    act: (on, { about: { view }, request, visit: { actor, now } }) =>
      changeReplies(on, { actor, now, zoneId: view.zone.zoneId, ...request }),
    done: ({ view }) => zonePageAddress(view.zone.zoneId, '', { done: 'yes' }),
  });
