import type { Zone } from '#core/contracts/reference.ts';

/** The zones of the five sources (DOMAIN.md §1), as far as they have an office of their own. */
export const zones: readonly Zone[] = [
  {
    zoneId: 'aqtobe',
    regionId: 'aqtobe-region',
    country: 'KZ',
    code: 'AQT',
    names: {
      kk: '«Ақтөбе» арнайы экономикалық аймағы',
      ru: 'Специальная экономическая зона «Актобе»',
      en: 'Aqtöbe Special Economic Zone',
      uz: '«Aqtoʻbe» maxsus iqtisodiy zonasi',
      'uz-cyrl': '«Ақтўбе» махсус иқтисодий зонаси',
    },
    mailbox: 'office@aqtobe-sez.example.org',
    language: 'kk',
    overrides: [],
  },
  {
    zoneId: 'turkistan',
    regionId: 'turkistan-region',
    country: 'KZ',
    code: 'TRK',
    names: {
      kk: 'Түркістан облысының индустриялық аймақтары',
      ru: 'Индустриальные зоны Туркестанской области',
      en: 'Industrial zones of Turkistan region',
      uz: 'Turkiston viloyati sanoat zonalari',
      'uz-cyrl': 'Туркистон вилояти саноат зоналари',
    },
    mailbox: 'office@turkistan-iz.example.org',
    language: 'kk',
    overrides: [],
  },
  {
    zoneId: 'kokand',
    regionId: 'fergana-region',
    country: 'UZ',
    code: 'KOK',
    names: {
      kk: 'Қоқан жастар кіші өнеркәсіп аймағы',
      ru: 'Молодёжная малая промышленная зона «Коканд»',
      en: 'Kokand Youth Small Industrial Zone',
      uz: 'Qoʻqon yoshlar kichik sanoat zonasi',
      'uz-cyrl': 'Қўқон ёшлар кичик саноат зонаси',
    },
    mailbox: 'office@kokand-siz.example.org',
    language: 'uz',
    overrides: [],
  },
  {
    zoneId: 'kyzylorda',
    regionId: 'kyzylorda-region',
    country: 'KZ',
    code: 'KZO',
    names: {
      kk: 'Қызылорда индустриялық аймағы',
      ru: 'Индустриальная зона «Кызылорда»',
      en: 'Kyzylorda Industrial Zone',
      uz: 'Qizilorda sanoat zonasi',
      'uz-cyrl': 'Қизилўрда саноат зонаси',
    },
    mailbox: 'office@kyzylorda-iz.example.org',
    language: 'kk',
    overrides: [],
  },
];
