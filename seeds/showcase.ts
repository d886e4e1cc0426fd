import type { Item } from '#core/showcase/showcase.ts';

type Shown = Pick<
  Item,
  'itemId' | 'names' | 'about' | 'hs' | 'aYear' | 'unit' | 'price' | 'pricePublic' | 'order' | 'validUntil'
> & {
  /** The buyer is a role. */
  readonly buyer: string;
  readonly mailbox: string;
};

const tenge = (amount: number) => ({ amountMinor: amount * 100, currency: 'KZT' as const });

/** What plants of the region buy abroad, as a cooperation centre would show it. Figures are ours. */
const shown: readonly Shown[] = [
  {
    itemId: 'turkistan-drip-pipe',
    names: {
      kk: 'Тамшылатып суару түтігі, 16 мм',
      ru: 'Капельная трубка, 16 мм',
      en: 'Drip pipe, 16 mm',
      'uz-cyrl': 'Томчилатиб суғориш қувури, 16 мм',
    },
    about: {
      kk: 'Полиэтилен, эмиттер әр 30 см сайын, қабырғасы 0,9 мм.',
      ru: 'Полиэтилен, эмиттер через каждые 30 см, стенка 0,9 мм.',
      en: 'Polyethylene, an emitter every 30 cm, wall 0.9 mm.',
      'uz-cyrl': 'Полиэтилен, ҳар 30 см да эмиттер, девори 0,9 мм.',
    },
    hs: '391723',
    aYear: 4_000_000,
    unit: 'metre',
    price: tenge(95),
    pricePublic: true,
    buyer: 'Irrigation plant',
    mailbox: 'irrigation',
    order: { aYear: 1_500_000, years: 3, terms: 'После испытания образца на поле.' },
    validUntil: '2027-06-30',
  },
  {
    itemId: 'turkistan-pump-impeller',
    names: { kk: 'Сорғы дөңгелегі, 250 мм', ru: 'Рабочее колесо насоса, 250 мм', en: 'Pump impeller, 250 mm' },
    about: { ru: 'Чугун, балансировка по классу 6,3. Чертёж передаст покупатель.' },
    hs: '841391',
    aYear: 900,
    unit: 'piece',
    price: tenge(68_000),
    pricePublic: false,
    buyer: 'Pump plant',
    mailbox: 'pumps',
    order: { aYear: 400, years: 2 },
    validUntil: '2026-12-31',
  },
  {
    itemId: 'turkistan-glass-jar-lid',
    names: { ru: 'Крышка твист-офф, 82 мм', 'uz-cyrl': 'Твист-офф қопқоғи, 82 мм' },
    about: {},
    hs: '83099090',
    aYear: 6_000_000,
    unit: 'piece',
    price: tenge(29),
    pricePublic: true,
    buyer: 'Cannery',
    mailbox: 'cannery',
    order: { aYear: 3_000_000, years: 5 },
    validUntil: '2027-03-31',
  },
  {
    itemId: 'turkistan-door-seal',
    names: { kk: 'Есік тығыздағышы', ru: 'Уплотнитель дверной', en: 'Door seal' },
    about: { en: 'EPDM, for bus doors.' },
    hs: '401693',
    aYear: 120,
    unit: 'tonne',
    pricePublic: false,
    buyer: 'Bus assembly plant',
    mailbox: 'buses',
    order: { aYear: 40, years: 3 },
    validUntil: '2026-09-30',
  },
  {
    itemId: 'turkistan-pallet-film',
    names: { ru: 'Плёнка для поддонов', en: 'Pallet film' },
    about: {},
    hs: '392010',
    aYear: 300,
    unit: 'tonne',
    price: tenge(720_000),
    pricePublic: true,
    buyer: 'Cement plant',
    mailbox: 'cement',
    order: { aYear: 100, years: 1 },
    // Its last day has passed when the demo begins.
    validUntil: '2025-11-30',
  },
];

export const demoShowcase: readonly Item[] = shown.map(({ buyer, mailbox, ...item }) => ({
  ...item,
  zoneId: 'turkistan',
  buyer: { company: buyer, email: `${mailbox}@buyers.example.org`, language: 'ru' },
  buyerVersion: 0,
  since: '2025-10-01',
  version: 1,
}));
