import type { Plot, Position, RegisteredZone } from '#core/plots/plot.ts';
import type { Names } from '#core/reference/reference.ts';
import { toLatin } from '#core/texts/uzbek-latin.ts';
import { zones } from '#seeds/zones.ts';

type Written = readonly [kk: string, ru: string, en: string, uzCyrl: string];

function industrial([kk, ru, en, uz]: Written): Names {
  const cyrillic = `«${uz}» саноат зонаси`;
  return {
    kk: `«${kk}» индустриялық аймағы`,
    ru: `Индустриальная зона «${ru}»`,
    en: `${en} Industrial Zone`,
    uz: toLatin(cyrillic),
    'uz-cyrl': cyrillic,
  };
}

/** A square of a tenth of a degree around a place. */
const around = (east: number, north: number): [number, number, number, number] => [
  east - 0.05,
  north - 0.05,
  east + 0.05,
  north + 0.05,
];

interface Turkistan {
  readonly id: string;
  readonly names: Written;
  readonly hectares?: number;
  readonly since: number;
  readonly at: readonly [number, number];
}

/** 14 of the region on 1,700 ha, five of them new in 2025, and two private ones (DOMAIN.md); which are where, and how many hectares each has, is ours. */
const turkistan: readonly Turkistan[] = [
  {
    id: 'turkistan-city',
    names: ['Түркістан', 'Туркестан', 'Turkistan', 'Туркистон'],
    hectares: 337,
    since: 2018,
    at: [68.25, 43.3],
  },
  { id: 'kentau', names: ['Кентау', 'Кентау', 'Kentau', 'Кентов'], hectares: 120, since: 2019, at: [68.5, 43.52] },
  {
    id: 'saryagash',
    names: ['Сарыағаш', 'Сарыагаш', 'Saryagash', 'Сариоғоч'],
    hectares: 160,
    since: 2016,
    at: [69.17, 41.46],
  },
  { id: 'tole-bi', names: ['Төле би', 'Толе би', 'Tole Bi', 'Тўле би'], hectares: 110, since: 2017, at: [69.9, 42.28] },
  {
    id: 'ordabasy',
    names: ['Ордабасы', 'Ордабасы', 'Ordabasy', 'Ўрдабоши'],
    hectares: 140,
    since: 2015,
    at: [69.4, 42.6],
  },
  {
    id: 'maktaaral',
    names: ['Мақтаарал', 'Мактаарал', 'Maktaaral', 'Мактаорол'],
    hectares: 95,
    since: 2020,
    at: [68.5, 40.8],
  },
  { id: 'sairam', names: ['Сайрам', 'Сайрам', 'Sairam', 'Сайрам'], hectares: 130, since: 2014, at: [69.76, 42.3] },
  {
    id: 'tulkibas',
    names: ['Түлкібас', 'Тюлькубас', 'Tulkibas', 'Тулкибош'],
    hectares: 88,
    since: 2021,
    at: [70.3, 42.48],
  },
  {
    id: 'kazygurt',
    names: ['Қазығұрт', 'Казыгурт', 'Kazygurt', 'Қозиғурт'],
    hectares: 100,
    since: 2022,
    at: [69.4, 41.75],
  },
  {
    id: 'zhetisai',
    names: ['Жетісай', 'Жетысай', 'Zhetisai', 'Жетисой'],
    hectares: 90,
    since: 2025,
    at: [68.33, 40.77],
  },
  {
    id: 'shardara',
    names: ['Шардара', 'Шардара', 'Shardara', 'Чордара'],
    hectares: 80,
    since: 2025,
    at: [67.97, 41.25],
  },
  { id: 'otyrar', names: ['Отырар', 'Отырар', 'Otyrar', 'Ўтрор'], hectares: 90, since: 2025, at: [68.3, 42.85] },
  {
    id: 'baidibek',
    names: ['Бәйдібек', 'Байдибек', 'Baidibek', 'Байдибек'],
    hectares: 70,
    since: 2025,
    at: [69.5, 42.95],
  },
  { id: 'arys', names: ['Арыс', 'Арысь', 'Arys', 'Арис'], hectares: 90, since: 2025, at: [68.8, 42.43] },
  { id: 'private-north', names: ['Солтүстік', 'Северная', 'North', 'Шимолий'], since: 2021, at: [68.3, 43.4] },
  { id: 'private-south', names: ['Оңтүстік', 'Южная', 'South', 'Жанубий'], since: 2023, at: [69.2, 41.5] },
];

const ofOffice = (
  zoneId: string,
  more: Pick<RegisteredZone, 'kind' | 'founder' | 'hectares' | 'since' | 'box' | 'priorities'>,
): RegisteredZone[] =>
  zones
    .filter((zone) => zone.zoneId === zoneId)
    .map(({ regionId, names }) => ({ registerId: zoneId, zoneId, regionId, names, ...more }));

/** Kyzylorda's 366 ha are its source's; other hectares of single zones are ours, as are the lists of activities. */
export const registeredZones: readonly RegisteredZone[] = [
  ...ofOffice('aqtobe', {
    kind: 'sez',
    founder: 'government',
    hectares: 60,
    since: 2021,
    box: around(57.2, 50.3),
    priorities: { on: '2025-03-01', sectors: ['construction-materials', 'metals', 'machinery', 'chemicals', 'food'] },
  }),
  ...ofOffice('kokand', {
    kind: 'small-industrial',
    founder: 'region',
    hectares: 34,
    since: 2021,
    box: around(70.94, 40.53),
  }),
  ...ofOffice('kyzylorda', { kind: 'industrial', founder: 'region', hectares: 366, since: 2018 }),
  ...turkistan.map(({ id, names, hectares, since, at }): RegisteredZone => ({
    registerId: `turkistan-${id}`,
    zoneId: 'turkistan',
    regionId: 'turkistan-region',
    names: industrial(names),
    kind: hectares === undefined ? 'private-industrial' : 'industrial',
    founder: hectares === undefined ? 'private' : 'region',
    ...(hectares !== undefined && { hectares }),
    since,
    box: around(...at),
  })),
];

/** A rectangle in a grid of four by three in the middle of the zone's box. */
function gridOutline({ box }: RegisteredZone, at: number): Position[] | undefined {
  if (box === undefined) return undefined;
  const [column, row] = [at % 4, Math.floor(at / 4)];
  const round = (degrees: number) => Math.round(degrees * 100_000) / 100_000;
  const [west, north] = [round(box[0] + 0.03 + column * 0.01), round(box[3] - 0.03 - row * 0.01)];
  const [east, south] = [round(west + 0.009), round(north - 0.009)];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

const typedStates: readonly Plot['typed'][] = [
  { state: 'free' },
  { state: 'producing' },
  { state: 'contract' },
  { state: 'held', until: '2026-03-02' },
  { state: 'free' },
  { state: 'building' },
  { state: 'auction' },
  { state: 'blocked', why: 'Магистральдың күзет аймағы · охранная зона магистрали' },
  { state: 'planned', from: '2026-09-01' },
  { state: 'free' },
];

/** Parts of a zone's hectares; the rest are roads, lines and what is not surveyed. */
const shares = [0.16, 0.12, 0.1, 0.08, 0.08, 0.06, 0.06, 0.04, 0.1, 0.05] as const;

function plotOf(zone: RegisteredZone, at: number, hectares: number, isWhole: boolean): Plot {
  const { registerId, zoneId } = zone;
  const country = zoneId === 'kokand' ? 'UZ' : 'KZ';
  const running = String(at + 1).padStart(3, '0');
  const outline = gridOutline(zone, at);
  const asOf = at % 4 === 3 ? '2025-06-16' : '2025-11-17';
  const typed = typedStates[isWhole ? at % typedStates.length : (at * 3) % typedStates.length] ?? { state: 'free' };
  return {
    plotId: `${registerId}-${running}`,
    registerId,
    zoneId,
    cadastre:
      country === 'KZ' ? `19-297-0${String(10 + (registerId.length % 80))}-${running}` : `15:20:01:01:02:0${running}`,
    hectares,
    ownership: zone.founder === 'private' ? 'private' : 'state',
    ...(at % 3 === 0 && {
      rentAYear: { amountMinor: Math.round(hectares * 1_200) * 10_000, currency: country === 'KZ' ? 'KZT' : 'UZS' },
    }),
    typed,
    lines: {
      power: {
        distanceMetres: 120 + at * 90,
        point: `L-${String(1 + (at % 4))}`,
        spare: 1_000 * (1 + (at % 5)),
        from: '2025-11-01',
        asOf,
      },
      ...(at % 2 === 0 && { water: { distanceMetres: 200, spare: 300, from: '2025-11-01', asOf } }),
      ...(at % 3 === 0 && { gas: { distanceMetres: 400, spare: 800, from: '2026-07-01', asOf } }),
      ...(at % 4 === 0 && { rail: { distanceMetres: 900, from: '2025-11-01', asOf } }),
    },
    ...(outline && { outline }),
    version: 1,
  };
}

export const demoPlots: readonly Plot[] = registeredZones
  .filter(({ registerId }) => registerId !== 'kyzylorda')
  .flatMap((zone) => {
    const isWhole = zone.zoneId !== 'turkistan';
    const own = isWhole ? shares : shares.slice(0, 5);
    return own.map((share, at) => plotOf(zone, at, Math.round((zone.hectares ?? 20) * share * 100) / 100, isWhole));
  });
