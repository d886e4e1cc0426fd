import type { Actor } from '../kernel/actor.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { visible } from '../kernel/visible.ts';
import { mayEnter } from '../project/list-projects.ts';

/** Filters a person keeps, and characters of a name (ours). */
const mostFilters = 20;
export const longestName = 60;

type FilterPorts = Pick<Ports, 'desks' | 'ids' | 'reference'>;

/** Keeps a list of a zone under a name; the same name again is the same filter. Fails with `not-found`, and `not-allowed` beyond twenty. */
export async function saveFilter(
  ports: FilterPorts,
  { actor, zoneId, name, query }: { actor: Actor; zoneId: string; name: string; query: string },
): Promise<Result<undefined>> {
  if (actor.kind !== 'staff' || !(await mayEnter(ports, actor, zoneId))) return fail({ kind: 'not-found' });
  const shown = visible(name).slice(0, longestName);
  const filterId = ports.ids.hash(shown).slice(0, 16);
  const { filters } = await ports.desks.find(actor.personId, zoneId);
  if (filters.length >= mostFilters && !filters.some((one) => one.filterId === filterId))
    return fail({ kind: 'not-allowed', action: 'save-filter', because: 'too-many' });
  await ports.desks.save(actor.personId, { filterId, name: shown, query });
  return ok(undefined);
}

/** One's own filter is gone; one that is not there is gone already. */
export async function forgetFilter(
  { desks }: Pick<Ports, 'desks'>,
  { actor, filterId }: { actor: Actor; filterId: string },
): Promise<void> {
  if (actor.kind === 'staff') await desks.forget(actor.personId, filterId);
}
