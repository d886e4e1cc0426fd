import { acting, rolesAt, type Actor } from '../kernel/actor.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Issue, type Result } from '../kernel/result.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { changed } from './change-item.ts';
import type { Item, ItemRequest, ShowcaseChange, Showcased } from './showcase.ts';

export interface KeepItem {
  readonly itemId: string;
  readonly request: ItemRequest;
  readonly actor: Actor;
  readonly now: number;
}

type KeepPorts = Pick<Ports, 'showcase' | 'reference'>;

/** The zone, if the actor acts there. Fails with `not-found` (no role there), `forbidden`. */
export async function zoneToAct(
  ports: Pick<Ports, 'reference'>,
  zoneId: string,
  { actor, now }: Pick<KeepItem, 'actor' | 'now'>,
): Promise<Result<ZoneContext>> {
  const context = await zoneContextOf(ports, zoneId, now);
  const roles = context && actor.kind === 'staff' ? rolesAt(actor.memberships, context.zone) : [];
  if (context === undefined || roles.length === 0) return fail({ kind: 'not-found' });
  return acting.some((role) => roles.includes(role)) ? ok(context) : fail({ kind: 'forbidden' });
}

/** The same item entered twice is one. */
export const newItemId = ({ ids }: Pick<Ports, 'ids'>, { zoneId, names, hs, buyer }: ItemRequest): string =>
  `i${ids
    .hash(JSON.stringify([zoneId, names, hs, buyer.email]))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 20)}`;

export function itemIssues(
  { names, validUntil, order, aYear, price, pricePublic }: ItemRequest,
  context: ZoneContext,
): Issue[] {
  const issue = (path: string, code: string, holds: boolean): Issue[] => (holds ? [{ path, code }] : []);
  return [
    ...issue('names', 'missing', Object.keys(names).length === 0),
    ...issue('validUntil', 'in-the-past', validUntil < today(context)),
    ...issue('order.aYear', 'too_big', order.aYear > aYear),
    ...issue('price.amount', 'missing', pricePublic && price === undefined),
  ];
}

/** The item as it is asked for, beside what is there. */
export function itemOf(itemId: string, request: ItemRequest, before: Item | undefined, context: ZoneContext): Item {
  const isOther = before !== undefined && before.buyer.email !== request.buyer.email;
  return {
    ...request,
    itemId,
    since: before?.since ?? today(context),
    buyerVersion: (before?.buyerVersion ?? 0) + (isOther ? 1 : 0),
    version: before?.version ?? 0,
  };
}

/** What is written of an item that somebody of its office has kept. */
export const kept = (found: Showcased | undefined, item: Item, personId: string, now: number): ShowcaseChange =>
  changed(
    found,
    { proposals: [], questions: [], asked: [], ...found, item },
    { by: `staff:${personId}`, what: found === undefined ? 'shown' : 'changed', about: item.itemId, now },
  );

/** The office puts an item on show or says anew what it is. Fails with `not-found` (no role there), `forbidden`, `invalid`, `conflict`. */
export async function keepItem(ports: KeepPorts, { itemId, request, actor, now }: KeepItem): Promise<Result<Item>> {
  const found = await ports.showcase.load(itemId);
  const context = await zoneToAct(ports, found?.item.zoneId ?? request.zoneId, { actor, now });
  if (!context.ok) return context;
  const before = found?.item;
  const version = before?.version ?? 0;
  if (request.version !== version || request.zoneId !== context.value.zone.zoneId)
    return fail({ kind: 'conflict', version, state: 'changed' });
  const issues = itemIssues(request, context.value);
  if (issues.length > 0) return fail({ kind: 'invalid', issues });
  const item = itemOf(itemId, request, before, context.value);
  const change = kept(found, item, actor.kind === 'staff' ? actor.personId : '', now);
  return (await ports.showcase.commit(change)) === 'committed'
    ? ok(change.item)
    : fail({ kind: 'conflict', version: version + 1, state: 'changed' });
}
