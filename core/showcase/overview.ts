import { overdueDays } from '../calendar/clock-pause.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { rolesAt, type Actor } from '../kernel/actor.ts';
import type { Ports } from '../kernel/ports.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import type { AskKind } from './proposal.ts';
import type { Item, ListedItem, Showcase } from './showcase.ts';
import { isShown } from './view-showcase.ts';

/** Proposals of one district, however it was written with capitals and spaces. */
export interface Group {
  readonly district: string;
  readonly companies: number;
  readonly proposals: number;
  readonly accepted: number;
  /** Of how many a bank said yes. */
  readonly financed: number;
  /** Letters, and parts that are made in plants that stand. */
  readonly became: number;
}

export interface ShowcaseOverview {
  readonly context: ZoneContext;
  /** On show. */
  readonly items: number;
  readonly withoutProposal: readonly Item[];
  /** The longest first. */
  readonly withoutAnswer: readonly {
    readonly item: Item;
    readonly company: string;
    readonly district: string;
    readonly since: string;
    readonly workingDays: number;
  }[];
  readonly late: readonly {
    readonly item: Item;
    readonly company: string;
    readonly kind: AskKind;
    readonly partyId?: string | undefined;
    readonly due: string;
    readonly overdueDays: number;
  }[];
  readonly groups: readonly Group[];
}

const plain = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase();

/** By how many proposals a district has; one that was withdrawn counts for nobody. */
export function groupsOf(items: readonly Pick<ListedItem, 'proposals'>[]): readonly Group[] {
  const all = items.flatMap(({ proposals }) => proposals).filter(({ state }) => state !== 'left');
  return [...Map.groupBy(all, ({ district }) => plain(district)).values()]
    .map((own) => ({
      district: own[0]?.district ?? '',
      companies: new Set(own.map(({ company }) => plain(company))).size,
      proposals: own.length,
      accepted: own.filter(({ state }) => state === 'accepted').length,
      financed: own.filter(({ yes }) => yes > 0).length,
      became: own.filter(({ outcome }) => outcome !== undefined).length,
    }))
    .toSorted((a, b) => b.proposals - a.proposals || (a.district < b.district ? -1 : 1));
}

export function overviewOf(context: ZoneContext, items: readonly ListedItem[]): ShowcaseOverview {
  const on = today(context);
  const { calendar } = context;
  const shown = items.filter(({ item }) => isShown(item, on));
  const all = items.flatMap(({ item, proposals }) => proposals.map((proposal) => ({ item, proposal })));
  return {
    context,
    items: shown.length,
    withoutProposal: shown
      .filter(({ proposals }) => proposals.every(({ state }) => state === 'left'))
      .map(({ item }) => item)
      .toSorted((a, b) => (a.validUntil < b.validUntil ? -1 : 1)),
    withoutAnswer: all
      .filter(({ proposal }) => proposal.state === 'waiting')
      .map(({ item, proposal: { company, district, on: since } }) => ({
        item,
        company,
        district,
        since,
        workingDays: workingDaysBetween(calendar, since, on),
      }))
      .toSorted((a, b) => b.workingDays - a.workingDays),
    late: all
      .flatMap(({ item, proposal: { company, open } }) =>
        open.map(({ kind, partyId, due }) => ({
          item,
          company,
          kind,
          partyId,
          due,
          overdueDays: overdueDays(calendar, due, on),
        })),
      )
      .filter((one) => one.overdueDays > 0)
      .toSorted((a, b) => b.overdueDays - a.overdueDays),
    groups: groupsOf(items),
  };
}

/** It reads rows alone. */
export interface OverviewPorts extends Pick<Ports, 'reference'> {
  readonly showcase: Pick<Showcase, 'list'>;
}

/** What waits on the showcases of the zones where the reader has a role; zones that show nothing are left out. */
export async function viewOverview(
  ports: OverviewPorts,
  { actor, now, zoneId }: { readonly actor: Actor; readonly now: number; readonly zoneId?: string | undefined },
): Promise<readonly ShowcaseOverview[]> {
  const memberships = actor.kind === 'staff' ? actor.memberships : [];
  const zones = (await ports.reference.zones()).filter(
    (zone) => rolesAt(memberships, zone).length > 0 && (zoneId === undefined || zone.zoneId === zoneId),
  );
  const found = await Promise.all(
    zones.map(async (zone) => {
      const [context, items] = await Promise.all([
        zoneContextOf(ports, zone.zoneId, now),
        ports.showcase.list(zone.zoneId),
      ]);
      return context === undefined || items.length === 0 ? [] : [overviewOf(context, items)];
    }),
  );
  return found.flat();
}
