import { Scope } from '#core/reference/reference.ts';
import { administeredBy } from '#core/people/administered.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import { homePage } from '#pages/admin/home/page.tsx';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { askAddress } from '../addresses.ts';
import { problem, redirect, render, type Reply } from '../../kit/visit.ts';

export const home =
  ({ administration }: AdminPorts) =>
  async ({ frame, actor }: StaffVisit): Promise<Reply> => {
    if (actor.memberships.length === 0) return redirect(askAddress());
    const places = administeredBy(actor, await administration.zones());
    return places.zones.length + places.regions.length > 0
      ? render(homePage(frame(), places))
      : problem({ kind: 'forbidden' });
  };

export function placeIn({ query }: StaffVisit): Scope | undefined {
  const scope = query.has('region') ? ('region' as const) : ('zone' as const);
  return Scope.safeParse({ scope, scopeId: query.get(scope) }).data;
}
