import * as z from 'zod/mini';
import type { Actor } from '../kernel/actor.ts';
import { paragraph } from '../kernel/common.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { today } from '../project/zone-context.ts';
import { zoneToAct, type KeepPorts } from './keep-item.ts';
import type { Showcased } from './showcase.ts';

/** What the office does with an item. `version`: that of the item as it was seen. */
export const ShowcaseRequest = z.discriminatedUnion('action', [
  z.object({ action: z.literal('withdraw'), version: z.int(), reason: paragraph(500) }),
]);
export type ShowcaseRequest = z.infer<typeof ShowcaseRequest>;

export interface ActOnShowcase {
  readonly itemId: string;
  readonly actor: Actor;
  readonly now: number;
  readonly request: ShowcaseRequest;
}

/** One thing done by those who act in the zone of an item. Fails with `not-found` (no role there), `forbidden`, `not-allowed`, `conflict`. */
export async function actOnShowcase(
  ports: KeepPorts,
  { itemId, actor, now, request }: ActOnShowcase,
): Promise<Result<Showcased>> {
  const found = await ports.showcase.load(itemId);
  if (found === undefined) return fail({ kind: 'not-found' });
  const context = await zoneToAct(ports, found.item.zoneId, { actor, now });
  if (!context.ok) return context;
  const { item } = found;
  if (request.version !== item.version) return fail({ kind: 'conflict', version: item.version, state: 'changed' });
  if (item.withdrawn) return fail({ kind: 'not-allowed', action: request.action, because: 'done' });
  const after = {
    ...found,
    item: { ...item, withdrawn: { on: today(context.value), reason: request.reason }, version: item.version + 1 },
  };
  const by = actor.kind === 'staff' ? actor.personId : '';
  const event = { at: now, by, what: request.action, about: itemId };
  return (await ports.showcase.commit({ after, event })) === 'committed'
    ? ok(after)
    : fail({ kind: 'conflict', version: item.version, state: 'changed' });
}
