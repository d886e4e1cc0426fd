import type { Actor } from '../kernel/actor.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { attempts } from '../project/change-project.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import { actOn, type Act } from './act.ts';
import { zoneToAct } from './keep-item.ts';
import type { ShowcaseAction } from './proposal.ts';
import type { Showcased } from './showcase.ts';

export type ActPorts = Pick<Ports, 'showcase' | 'reference' | 'ids'>;

/** What is new is called by what it is: the same once more is the same. */
export const idOf = ({ ids }: Pick<Ports, 'ids'>, letter: string, ...parts: readonly unknown[]): string =>
  `${letter}${ids
    .hash(JSON.stringify(parts))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 20)}`;

/** Changes an item, anew when somebody else was faster. Fails with `busy` when others always are. */
export async function changeItem(
  ports: ActPorts,
  found: Showcased,
  act: Omit<Act, 'id'>,
  context: ZoneContext,
): Promise<Result<Showcased>> {
  let showcased: Showcased | undefined = found;
  for (let attempt = 1; attempt <= attempts && showcased !== undefined; attempt += 1) {
    const { itemId, version } = showcased.item;
    const change = actOn(showcased, { ...act, id: idOf(ports, 'r', itemId, version, act.action) }, context);
    if (!change.ok) return change;
    if (change.value === undefined) return ok(showcased);
    if ((await ports.showcase.commit(change.value)) === 'committed') return ok(change.value);
    showcased = await ports.showcase.load(itemId);
  }
  return fail({ kind: 'busy' });
}

export interface ActOnShowcase {
  readonly itemId: string;
  readonly actor: Actor;
  readonly now: number;
  readonly request: ShowcaseAction;
}

/** One thing done by those who act in the zone of an item. Fails with `not-found` (no role there), `forbidden`, `invalid`, `not-allowed`, `busy`. */
export async function actOnShowcase(
  ports: ActPorts,
  { itemId, actor, now, request }: ActOnShowcase,
): Promise<Result<Showcased>> {
  const found = await ports.showcase.load(itemId);
  if (found === undefined || actor.kind !== 'staff') return fail({ kind: 'not-found' });
  const context = await zoneToAct(ports, found.item.zoneId, { actor, now });
  if (!context.ok) return context;
  return changeItem(ports, found, { who: { kind: 'staff', personId: actor.personId }, action: request }, context.value);
}
