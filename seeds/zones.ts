import type { Zone } from '#core/reference/reference.ts';

/** The zones of the five sources, as far as they have an office of their own. The days of the forums are ours, as is the one of Turkistan. */
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
      uz: '“Aqtoʻbe” maxsus iqtisodiy zonasi',
      'uz-cyrl': '«Ақтўбе» махсус иқтисодий зонаси',
    },
    mailbox: 'office@aqtobe-sez.example.org',
    language: 'kk',
    overrides: [],
    forums: [
      {
        forumId: 'aqtobe-investment-forum-2025',
        names: {
          kk: '«Ақтөбе инвестициялық форумы – 2025»',
          ru: 'Инвестиционный форум «Актобе – 2025»',
          en: 'Aqtobe Investment Forum – 2025',
          uz: '“Aqtoʻbe investitsiya forumi – 2025”',
          'uz-cyrl': '«Ақтўбе инвестиция форуми – 2025»',
        },
        firstDay: '2025-12-11',
        lastDay: '2025-12-12',
      },
    ],
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
    forums: [
      {
        forumId: 'turkistan-invest-2025',
        names: {
          kk: '«Түркістан инвестициялық форумы – 2025»',
          ru: 'Инвестиционный форум «Туркестан – 2025»',
          en: 'Turkistan Investment Forum – 2025',
          uz: '“Turkiston investitsiya forumi – 2025”',
          'uz-cyrl': '«Туркистон инвестиция форуми – 2025»',
        },
        firstDay: '2025-09-11',
        lastDay: '2025-09-12',
      },
    ],
  },
  {
    zoneId: 'kokand',
    regionId: 'fergana-region',
    country: 'UZ',
    code: 'KOK',
    names: {
      kk: 'Қоқан жастар шағын өнеркәсіптік аймағы',
      ru: 'Молодёжная малая промышленная зона «Коканд»',
      en: 'Kokand Youth Small Industrial Zone',
      uz: 'Qoʻqon yoshlar kichik sanoat zonasi',
      'uz-cyrl': 'Қўқон ёшлар кичик саноат зонаси',
    },
    mailbox: 'office@kokand-siz.example.org',
    language: 'uz',
    overrides: [],
    forums: [],
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
      uz: 'Qiziloʻrda sanoat zonasi',
      'uz-cyrl': 'Қизилўрда саноат зонаси',
    },
    mailbox: 'office@kyzylorda-iz.example.org',
    language: 'kk',
    overrides: [],
    forums: [],
  },
];
