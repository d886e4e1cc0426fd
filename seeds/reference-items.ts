import { keys } from '#functions/adapters/table/keys.ts';
import { defaultDurations } from '#seeds/durations.ts';
import { lines } from '#seeds/lines.ts';
import { demoPlots, registeredZones } from '#seeds/plots.ts';
import { demoShowcase } from '#seeds/showcase.ts';
import { stated } from '#seeds/stated.ts';
import { zones } from '#seeds/zones.ts';
import {
  type Names,
  type Party,
  type PartyKind,
  type Zone,
  partyKinds,
  type ZoneLine,
} from '#core/reference/reference.ts';
import { languages } from '#core/kernel/common.ts';
import { listedOf } from '#core/showcase/change-item.ts';
import { zoneLineOf } from '#core/lines/line.ts';
import { textsOf } from '#core/texts/index.ts';

/** What each zone says of utility lines that are not kept with their milestones. */
const zoneLines: readonly ZoneLine[] = [
  { zoneId: 'aqtobe', utility: 'gas', report: { state: 'committed', readyBy: '2026-07-01' }, reportedOn: '2025-12-12' },
  { zoneId: 'aqtobe', utility: 'water', report: { state: 'ready' }, reportedOn: '2025-12-12' },
  { zoneId: 'aqtobe', utility: 'road', report: { state: 'ready' }, reportedOn: '2025-12-12' },
  { zoneId: 'kokand', utility: 'power', report: { state: 'ready' }, reportedOn: '2021-12-01' },
  { zoneId: 'kyzylorda', utility: 'power', report: { state: 'ready' }, reportedOn: '2021-01-20' },
];

/** The name of a kind of party in every language: demo parties are roles, never organisations that exist. */
const namesOf = (kind: PartyKind): Names =>
  Object.fromEntries(languages.map((language) => [language, textsOf(language).partyKinds[kind]])) as Names;

/** One party of each kind, with an address of its own and the language of the zone (the power company's is Russian). */
export const partiesOf = ({ zoneId, language }: Zone): readonly Party[] =>
  partyKinds.map((kind) => ({
    partyId: `${zoneId}-${kind}`,
    zoneId,
    kind,
    names: namesOf(kind),
    email: `${kind}.${zoneId}@example.org`,
    language: kind === 'power' && language === 'kk' ? 'ru' : language,
  }));

export type Item = Readonly<Record<string, unknown>>;

/** Plots of the demo, each with its row of the list. */
export const plotItems = (): readonly Item[] =>
  demoPlots.flatMap((plot) => [
    { ...keys.plot(plot.plotId), ...plot },
    { ...keys.plotBySize(plot.registerId, plot.hectares, plot.plotId), ...plot },
  ]);

/** Two banks more where the demo's showcase is: a proposal goes to several side by side. */
const moreBanks = zones
  .filter(({ zoneId }) => demoShowcase.some((item) => item.zoneId === zoneId))
  .flatMap((zone) => {
    const bank = partiesOf(zone).find(({ kind }) => kind === 'bank');
    return [2, 3].flatMap((number): Party[] => {
      if (bank === undefined) return [];
      const names = Object.fromEntries(
        Object.entries(bank.names).map(([language, name]) => [language, `${name} ${String(number)}`]),
      ) as Names;
      const partyId = `${bank.partyId}-${String(number)}`;
      return [{ ...bank, partyId, names, email: `bank-${String(number)}.${zone.zoneId}@example.org` }];
    });
  });

/** Items of the demo's showcase, each with its row of the list. */
export const showcaseItems = (): readonly Item[] => [
  ...moreBanks.map((party) => ({ ...keys.party(party.zoneId, party.partyId), ...party })),
  ...demoShowcase.flatMap((item) => [
    { ...keys.showcaseItem(item.itemId), item, version: item.version },
    {
      ...keys.showcaseListed(item.zoneId, item.itemId),
      listed: listedOf({ item, proposals: [], questions: [], asked: [] }),
    },
  ]),
];

/** Of some zones alone where they are named. */
export const referenceItems = (of: (zoneId: string) => boolean = () => true): readonly Item[] => [
  ...zones
    .filter(({ zoneId }) => of(zoneId))
    .flatMap((zone): Item[] => [
      { ...keys.zone(zone.zoneId), ...zone },
      { ...keys.zoneListed(zone.zoneId), ...zone },
      ...partiesOf(zone).map((party) => ({ ...keys.party(zone.zoneId, party.partyId), ...party })),
    ]),
  ...lines
    .filter(({ zoneId }) => of(zoneId))
    .flatMap((line): Item[] => [
      { ...keys.utilityLine(line.lineId), ...line },
      { ...keys.line(line.zoneId, line.lineId), ...zoneLineOf(line, '2025-12-12') },
    ]),
  ...registeredZones.map((zone) => ({ ...keys.registered(zone.registerId), ...zone })),
  ...zoneLines.filter(({ zoneId }) => of(zoneId)).map((line) => ({ ...keys.line(line.zoneId, line.utility), ...line })),
  ...stated.filter(({ zoneId }) => of(zoneId)).map((one) => ({ ...keys.stated(one.zoneId, one.statedId), ...one })),
  ...defaultDurations.map((duration) => ({
    ...keys.duration(duration.country, duration.stage, duration.effectiveFrom, duration.zoneType),
    duration,
  })),
];
