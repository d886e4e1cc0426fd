import type { Ports } from '#core/kernel/ports.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import type { PreviewPorts } from '#core/people/preview-change.ts';
import type { Sessions } from '#functions/adapters/table/session-store.ts';
import type { PageRoute } from '#pages/routes.ts';
import type { Pages } from '#functions/http/http-function.ts';
import type { FormPorts } from '../kit/kept-form.ts';
import { formRoutes } from '../kit/review-flow.ts';
import { staffPages, type StaffHandler } from '../kit/staff-page.ts';
import { access, answer, ask } from './access/handler.ts';
import { home } from './home/handler.ts';
import { forum, forums } from './forums/handler.ts';
import { notice, notices } from './notices/handler.ts';
import { parties, party, partyEnd } from './parties/handler.ts';
import { changes, newPerson, people } from './people/handler.ts';
import { editPerson, newRole, person } from './person/handler.ts';
import { deputy, endRole } from './person/roles-handler.ts';
import { asked, calendar, day, duration, durations, stage } from './setting/handler.ts';
import { editZone, replies, zone } from './zone/handler.ts';

export function adminPages(
  ports: AdminPorts &
    Pick<PreviewPorts, 'due'> &
    Pick<Ports, 'reference' | 'lists' | 'limits'> &
    FormPorts & { readonly sessions: Sessions },
): Pages<'admin'> {
  const pages: Readonly<Record<PageRoute<'admin'>, StaffHandler>> = {
    'GET /admin': home(ports),
    ...formRoutes('/office/access', ask(ports)),
    'GET /admin/access': access(ports),
    ...formRoutes('/admin/access/answer', answer(ports)),
    'GET /admin/people': people(ports),
    ...formRoutes('/admin/people/new', newPerson(ports)),
    'GET /admin/person': person(ports),
    ...formRoutes('/admin/person/edit', editPerson(ports)),
    ...formRoutes('/admin/person/role', newRole(ports)),
    ...formRoutes('/admin/person/end', endRole(ports)),
    ...formRoutes('/admin/person/deputy', deputy(ports)),
    'GET /admin/zones/{zoneId}': zone(ports),
    ...formRoutes('/admin/zones/{zoneId}/edit', editZone(ports)),
    'GET /admin/zones/{zoneId}/parties': parties(ports),
    ...formRoutes('/admin/zones/{zoneId}/party', party(ports)),
    ...formRoutes('/admin/zones/{zoneId}/party/end', partyEnd(ports)),
    'GET /admin/zones/{zoneId}/forums': forums(ports),
    ...formRoutes('/admin/zones/{zoneId}/forum', forum(ports)),
    'GET /admin/zones/{zoneId}/calendar': calendar(ports),
    ...formRoutes('/admin/zones/{zoneId}/day', day(ports)),
    'GET /admin/zones/{zoneId}/durations': durations(ports),
    ...formRoutes('/admin/zones/{zoneId}/duration', duration(ports)),
    'GET /admin/zones/{zoneId}/asked': asked(ports),
    ...formRoutes('/admin/zones/{zoneId}/stage', stage(ports)),
    ...formRoutes('/admin/zones/{zoneId}/replies', replies(ports)),
    'GET /admin/zones/{zoneId}/notices': notices(ports),
    ...formRoutes('/admin/zones/{zoneId}/notice', notice(ports)),
    'GET /admin/changes': changes(ports),
  };
  return staffPages<'admin'>(ports, pages);
}
