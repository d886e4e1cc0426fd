import type { Ports } from '#core/kernel/ports.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import type { PreviewPorts } from '#core/people/preview-change.ts';
import type { Sessions } from '#functions/adapters/table/session-store.ts';
import type { PageRoute } from '#pages/routes.ts';
import type { Pages } from '#functions/http/http-function.ts';
import type { FormPorts } from '../kit/kept-form.ts';
import { staffOnDemand, staffPages, type StaffHandler } from '../kit/staff-page.ts';

export function adminPages(
  ports: AdminPorts &
    Pick<PreviewPorts, 'due'> &
    Pick<Ports, 'reference' | 'lists' | 'limits'> &
    FormPorts & { readonly sessions: Sessions },
): Pages<'admin'> {
  const { page, form } = staffOnDemand(ports);
  const pages: Readonly<Record<PageRoute<'admin'>, StaffHandler>> = {
    'GET /admin': page(async () => (await import('./home/handler.ts')).home),
    ...form('/office/access', async () => (await import('./access/handler.ts')).ask),
    'GET /admin/access': page(async () => (await import('./access/handler.ts')).access),
    ...form('/admin/access/answer', async () => (await import('./access/handler.ts')).answer),
    'GET /admin/people': page(async () => (await import('./people/handler.ts')).people),
    ...form('/admin/people/new', async () => (await import('./people/handler.ts')).newPerson),
    'GET /admin/person': page(async () => (await import('./person/handler.ts')).person),
    ...form('/admin/person/edit', async () => (await import('./person/handler.ts')).editPerson),
    ...form('/admin/person/role', async () => (await import('./person/handler.ts')).newRole),
    ...form('/admin/person/end', async () => (await import('./person/roles-handler.ts')).endRole),
    ...form('/admin/person/deputy', async () => (await import('./person/roles-handler.ts')).deputy),
    'GET /admin/zones/{zoneId}': page(async () => (await import('./zone/handler.ts')).zone),
    ...form('/admin/zones/{zoneId}/edit', async () => (await import('./zone/handler.ts')).editZone),
    'GET /admin/zones/{zoneId}/parties': page(async () => (await import('./parties/handler.ts')).parties),
    ...form('/admin/zones/{zoneId}/party', async () => (await import('./parties/handler.ts')).party),
    ...form('/admin/zones/{zoneId}/party/end', async () => (await import('./parties/handler.ts')).partyEnd),
    'GET /admin/zones/{zoneId}/forums': page(async () => (await import('./forums/handler.ts')).forums),
    ...form('/admin/zones/{zoneId}/forum', async () => (await import('./forums/handler.ts')).forum),
    'GET /admin/zones/{zoneId}/calendar': page(async () => (await import('./setting/handler.ts')).calendar),
    ...form('/admin/zones/{zoneId}/day', async () => (await import('./setting/handler.ts')).day),
    'GET /admin/zones/{zoneId}/durations': page(async () => (await import('./setting/handler.ts')).durations),
    ...form('/admin/zones/{zoneId}/duration', async () => (await import('./setting/handler.ts')).duration),
    'GET /admin/zones/{zoneId}/asked': page(async () => (await import('./setting/handler.ts')).asked),
    ...form('/admin/zones/{zoneId}/stage', async () => (await import('./setting/handler.ts')).stage),
    ...form('/admin/zones/{zoneId}/replies', async () => (await import('./zone/handler.ts')).replies),
    'GET /admin/zones/{zoneId}/notices': page(async () => (await import('./notices/handler.ts')).notices),
    ...form('/admin/zones/{zoneId}/notice', async () => (await import('./notices/handler.ts')).notice),
    'GET /admin/changes': page(async () => (await import('./people/handler.ts')).changes),
  };
  return staffPages<'admin'>(ports, pages);
}
