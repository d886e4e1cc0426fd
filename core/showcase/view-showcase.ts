import type { LocalDate } from '../calendar/local-date.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import { languages } from '../kernel/common.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import type { Item, ListedItem, PublicItem, Showcased, ShowcaseView, ShowcaseWish } from './showcase.ts';
import { toldIn } from './told-text.ts';

export type ViewPorts = Pick<Ports, 'showcase' | 'reference'>;

/** Its last day is the last on which it is shown. */
export const isShown = ({ withdrawn, validUntil }: Item, on: LocalDate): boolean =>
  withdrawn === undefined && validUntil >= on;

export const publicItem = ({
  item,
  proposals,
}: Pick<ListedItem, 'item'> & { readonly proposals: readonly unknown[] }): PublicItem => ({
  itemId: item.itemId,
  zoneId: item.zoneId,
  names: item.names,
  about: item.about,
  hs: item.hs,
  aYear: item.aYear,
  unit: item.unit,
  ...(item.pricePublic && item.price && { price: item.price }),
  buyer: item.buyer.company,
  order: item.order,
  validUntil: item.validUntil,
  proposals: proposals.length,
});

const saysIt = ({ names, about, hs, buyer }: PublicItem, text: string): boolean => {
  const all = [...languages.flatMap((one) => [toldIn(names, one)?.text, toldIn(about, one)?.text]), hs, buyer];
  return all.some((one) => one?.toLocaleLowerCase().includes(text.toLocaleLowerCase()));
};

/** What is on show today, that which ends first before the others. */
export async function listShowcase(ports: ViewPorts, wish: ShowcaseWish, now: number): Promise<ShowcaseView> {
  const zones = (await ports.reference.zones()).filter(({ zoneId }) => wish.zone === undefined || zoneId === wish.zone);
  const found = await Promise.all(
    zones.map(async ({ zoneId }) => {
      const context = await zoneContextOf(ports, zoneId, now);
      if (context === undefined) return { on: '', items: [] };
      const on = today(context);
      const items = (await ports.showcase.list(zoneId)).filter(({ item }) => isShown(item, on));
      return { on, items: items.map(publicItem) };
    }),
  );
  const items = found
    .flatMap((one) => one.items)
    .filter((one) => one.hs.startsWith(wish.hs ?? '') && (wish.q === undefined || saysIt(one, wish.q)))
    .toSorted((a, b) => (a.validUntil < b.validUntil ? -1 : a.validUntil > b.validUntil ? 1 : 0));
  const days = found.map(({ on }) => on).toSorted();
  return { today: days.at(-1) ?? new Date(now).toISOString().slice(0, 10), items };
}

export interface OfficeShowcase {
  readonly context: ZoneContext;
  readonly items: readonly ListedItem[];
}

/** All items of a zone for those who have a role there. Fails with `not-found`. */
export async function viewShowcase(
  ports: ViewPorts,
  { zoneId, actor, now }: { readonly zoneId: string; readonly actor: Actor; readonly now: number },
): Promise<Result<OfficeShowcase>> {
  const context = await zoneContextOf(ports, zoneId, now);
  const roles = context && actor.kind === 'staff' ? rolesAt(actor.memberships, context.zone) : [];
  if (context === undefined || roles.length === 0) return fail({ kind: 'not-found' });
  return ok({ context, items: await ports.showcase.list(zoneId) });
}

/** An item with all that was said of it, for those who have a role in its zone. Fails with `not-found`. */
export async function viewItem(
  ports: ViewPorts,
  { itemId, actor }: { readonly itemId: string; readonly actor: Actor },
): Promise<Result<Showcased>> {
  const found = await ports.showcase.load(itemId);
  const setting = found && (await ports.reference.setting(found.item.zoneId));
  const roles = setting && actor.kind === 'staff' ? rolesAt(actor.memberships, setting.zone) : [];
  return found && roles.length > 0 ? ok(found) : fail({ kind: 'not-found' });
}
