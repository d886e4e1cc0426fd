import type { Language } from '#core/kernel/common.ts';
import type { Names } from '#core/reference/reference.ts';

const productions = {
  'thermal-insulation': {
    kk: 'Жылу оқшаулағыш материалдар',
    ru: 'Теплоизоляционные материалы',
    en: 'Thermal insulation materials',
    uz: 'Issiqlik izolyatsiyasi materiallari',
    'uz-cyrl': 'Иссиқлик изоляцияси материаллари',
  },
  'protective-equipment': {
    kk: 'Қорғаныш құралдары',
    ru: 'Средства индивидуальной защиты',
    en: 'Protective equipment',
    uz: 'Shaxsiy himoya vositalari',
    'uz-cyrl': 'Шахсий ҳимоя воситалари',
  },
  trucks: {
    kk: 'Жүк көліктері мен арнайы техниканы құрастыру',
    ru: 'Сборка грузовиков и спецтехники',
    en: 'Assembly of trucks and special machinery',
    uz: 'Yuk mashinalari va maxsus texnikani yigʻish',
    'uz-cyrl': 'Юк машиналари ва махсус техникани йиғиш',
  },
  'ceramic-membranes': {
    kk: 'Керамикалық мембраналар',
    ru: 'Керамические мембраны',
    en: 'Ceramic membranes',
    uz: 'Keramik membranalar',
    'uz-cyrl': 'Керамик мембраналар',
  },
  'used-oil': {
    kk: 'Пайдаланылған майларды қайта өңдеу және жағар май өндіру',
    ru: 'Переработка отработанных масел и производство смазочных материалов',
    en: 'Recycling of used oil and production of lubricants',
    uz: 'Ishlatilgan moylarni qayta ishlash va surkov materiallari ishlab chiqarish',
    'uz-cyrl': 'Ишлатилган мойларни қайта ишлаш ва сурков материаллари ишлаб чиқариш',
  },
  floors: {
    kk: 'Еден жабындары',
    ru: 'Напольные покрытия',
    en: 'Floor coverings',
    uz: 'Pol qoplamalari',
    'uz-cyrl': 'Пол қопламалари',
  },
  rebar: {
    kk: 'Құрылыс арматурасы',
    ru: 'Строительная арматура',
    en: 'Rebar',
    uz: 'Qurilish armaturasi',
    'uz-cyrl': 'Қурилиш арматураси',
  },
  laminate: {
    kk: 'Ламинат еден тақтайы',
    ru: 'Ламинированные полы',
    en: 'Laminate',
    uz: 'Laminat taxtalari',
    'uz-cyrl': 'Ламинат тахталари',
  },
  lifts: { kk: 'Лифт жабдығы', ru: 'Лифты', en: 'Lifts', uz: 'Liftlar', 'uz-cyrl': 'Лифтлар' },
  packaging: {
    kk: 'Орама материалдары',
    ru: 'Упаковка',
    en: 'Packaging',
    uz: 'Qadoqlash materiallari',
    'uz-cyrl': 'Қадоқлаш материаллари',
  },
  garments: {
    kk: 'Тігін бұйымдары',
    ru: 'Швейные изделия',
    en: 'Garments',
    uz: 'Tikuvchilik buyumlari',
    'uz-cyrl': 'Тикувчилик буюмлари',
  },
  furniture: { kk: 'Жиһаз', ru: 'Мебель', en: 'Furniture', uz: 'Mebel', 'uz-cyrl': 'Мебель' },
  juices: {
    kk: 'Шырындар мен консервілер',
    ru: 'Соки и консервы',
    en: 'Juices and preserves',
    uz: 'Sharbat va konservalar',
    'uz-cyrl': 'Шарбат ва консервалар',
  },
  bricks: { kk: 'Кірпіш', ru: 'Кирпич', en: 'Bricks', uz: 'Gʻisht', 'uz-cyrl': 'Ғишт' },
  'cement-additives': {
    kk: 'Цемент қоспалары',
    ru: 'Добавки для цемента',
    en: 'Cement additives',
    uz: 'Sement qoʻshimchalari',
    'uz-cyrl': 'Цемент қўшимчалари',
  },
} as const satisfies Readonly<Record<string, Names>>;

export type Production = keyof typeof productions;

export const productionName = (production: Production, language: Language): string => productions[production][language];

const companies: Readonly<Record<Language, (name: string, country: 'KZ' | 'UZ') => string>> = {
  kk: (name) => `«Демо инвестор ${name}» ЖШС`,
  ru: (name, country) => `${country === 'KZ' ? 'ТОО' : 'ООО'} «Демо инвестор ${name}»`,
  en: (name) => `Demo Investor ${name}`,
  uz: (name) => `“Demo investor ${name}” MChJ`,
  'uz-cyrl': (name) => `«Демо инвестор ${name}» МЧЖ`,
};

/** A role with a number, never a company that exists. @param place the zone's name and a number: 'Ақтөбе 1' */
export const demoCompany = (language: Language, place: string, country: 'KZ' | 'UZ'): string =>
  companies[language](place, country);

export const demoContact: Names = {
  kk: 'Уәкілетті өкіл',
  ru: 'Уполномоченный представитель',
  en: 'Authorised representative',
  uz: 'Vakolatli vakil',
  'uz-cyrl': 'Ваколатли вакил',
};

export const demoPlaces: Readonly<Record<string, Names>> = {
  aqtobe: { kk: 'Ақтөбе', ru: 'Актобе', en: 'Aqtobe', uz: 'Aqtoʻbe', 'uz-cyrl': 'Ақтўбе' },
  turkistan: { kk: 'Түркістан', ru: 'Туркестан', en: 'Turkistan', uz: 'Turkiston', 'uz-cyrl': 'Туркистон' },
  kokand: { kk: 'Қоқан', ru: 'Коканд', en: 'Kokand', uz: 'Qoʻqon', 'uz-cyrl': 'Қўқон' },
  kyzylorda: { kk: 'Қызылорда', ru: 'Кызылорда', en: 'Kyzylorda', uz: 'Qiziloʻrda', 'uz-cyrl': 'Қизилўрда' },
};
