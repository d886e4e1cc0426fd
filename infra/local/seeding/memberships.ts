import { keys } from '#functions/adapters/table/keys.ts';
import { demoPeople } from '#seeds/people.ts';
import type { Item } from './reference-items.ts';

/** The demo people's: a membership lies with the person (what may they do?) and with the place (who is there?). */
export const demoMemberships = (): readonly Item[] =>
  demoPeople.flatMap(({ id, email, language, memberships }) => memberships.flatMap((membership) => {
    const scope = 'zone' in membership ? 'zone' : 'region';
    const scopeId = 'zone' in membership ? membership.zone : membership.region;
    const item = { personId: id, scope, scopeId, role: membership.role };
    return [
      { ...keys.membership(id, scope, scopeId, membership.role), ...item },
      { ...keys.staff(scope, scopeId, id, membership.role), ...item, email, language },
    ];
  }));
