import type { Ports } from '#core/kernel/ports.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import type { PreviewPorts } from '#core/people/preview-change.ts';
import type { Sessions } from '../../adapters/table/session-store.ts';
import type { PageRoute } from '#web/routes.ts';
import type { Pages } from '../http-function.ts';
import { staffPages, type StaffHandler } from '../pages/staff-page.ts';
import { home } from './admin-page.ts';
import { forumForm, forums, saveForumByForm } from './forums.ts';
import { addByForm, changes, newPerson, people } from './people.ts';
import { changeByForm, editPerson, giveByForm, newRole, person } from './person.ts';
import { calendar, changeDayByForm, changeDurationByForm, dayForm, durationForm, durations } from './setting.ts';
import { deputyByForm, deputyForm, endByForm, endForm } from './person-roles.ts';
import { changeZoneByForm, editZone, endPartyByForm, endPartyForm, parties, partyForm, savePartyByForm, zone } from './zone.ts';

/** The pages of administrators, by route. */
export function adminPages(ports: AdminPorts & Pick<PreviewPorts, 'due'> & Pick<Ports, 'reference' | 'lists'> & { readonly sessions: Sessions }): Pages<'admin'> {
  const pages: Readonly<Record<PageRoute<'admin'>, StaffHandler>> = {
    'GET /admin': home(ports),
    'GET /admin/people': people(ports),
    'GET /admin/people/new': newPerson(ports),
    'POST /admin/people/new': addByForm(ports),
    'GET /admin/person': person(ports),
    'GET /admin/person/edit': editPerson(ports),
    'POST /admin/person/edit': changeByForm(ports),
    'GET /admin/person/role': newRole(ports),
    'POST /admin/person/role': giveByForm(ports),
    'GET /admin/person/end': endForm(ports),
    'POST /admin/person/end': endByForm(ports),
    'GET /admin/person/deputy': deputyForm(ports),
    'POST /admin/person/deputy': deputyByForm(ports),
    'GET /admin/zones/{zoneId}': zone(ports),
    'GET /admin/zones/{zoneId}/edit': editZone(ports),
    'POST /admin/zones/{zoneId}/edit': changeZoneByForm(ports),
    'GET /admin/zones/{zoneId}/parties': parties(ports),
    'GET /admin/zones/{zoneId}/party': partyForm(ports),
    'POST /admin/zones/{zoneId}/party': savePartyByForm(ports),
    'GET /admin/zones/{zoneId}/party/end': endPartyForm(ports),
    'POST /admin/zones/{zoneId}/party/end': endPartyByForm(ports),
    'GET /admin/zones/{zoneId}/forums': forums(ports),
    'GET /admin/zones/{zoneId}/forum': forumForm(ports),
    'POST /admin/zones/{zoneId}/forum': saveForumByForm(ports),
    'GET /admin/zones/{zoneId}/calendar': calendar(ports),
    'GET /admin/zones/{zoneId}/day': dayForm(ports),
    'POST /admin/zones/{zoneId}/day': changeDayByForm(ports),
    'GET /admin/zones/{zoneId}/durations': durations(ports),
    'GET /admin/zones/{zoneId}/duration': durationForm(ports),
    'POST /admin/zones/{zoneId}/duration': changeDurationByForm(ports),
    'GET /admin/changes': changes(ports),
  };
  return staffPages<'admin'>(ports, pages);
}
