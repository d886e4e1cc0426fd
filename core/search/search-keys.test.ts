import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apostrophes } from './letters.ts';
import { joinedKey, searchKeys, searchPrefixes, wordsOf } from './search-keys.ts';

/** Each row: one word in spellings that people use for it. */
const same: readonly (readonly string[])[] = [
  // Places, in Kazakh, Russian, and the Latin letters of 2017, 2018, 2021 and of passports.
  ['Ақтөбе', 'Актобе', 'Aktobe', 'Aqtobe', 'Aqtöbe', "AQTO'BE", 'АҚТӨБЕ', 'aktöbe', 'Актөбе', 'Ақтобе'],
  ['Қостанай', 'Костанай', 'Qostanay', 'Qostanai', 'Kostanay', 'Kostanai'],
  ['Шымкент', 'Shymkent', 'Şymkent', 'Symkent', 'Shimkent', 'Шимкент'],
  ['Атырау', 'Atyrau', 'Atirau'],
  ['Жезқазған', 'Жезказган', 'Zhezkazgan', 'Jezqazğan', 'Jezqazgan', 'Zhezqazghan'],
  ['Жаңаөзен', 'Жанаозен', 'Zhanaozen', 'Jañaözen', 'Janaozen', "Jan'ao'zen"],
  ['Түркістан', 'Туркистан', 'Turkistan', 'Türkistan', 'Түркистан'],
  ['Қызылорда', 'Кызылорда', 'Qyzylorda', 'Kyzylorda', 'Kizilorda'],
  ['Хромтау', 'Khromtau', 'Hromtau', 'Xromtau'],
  ['Қандыағаш', 'Кандыагаш', 'Kandyagash', 'Qandyağaş', 'Qandyagash', "Qandyag'ash"],
  ['Ембі', 'Эмби', 'Embi', 'Emby'],
  ['Шалқар', 'Шалкар', 'Shalkar', 'Şalqar', 'Shalqar'],
  ['Ойыл', 'Ойил', 'Oiyl', 'Oyil', 'Oyyl'],
  ['Мұғалжар', 'Мугалжар', 'Mugalzhar', 'Mūğaljar', 'Mugaljar', 'Mughalzhar'],
  // Uzbek.
  ['Қўқон', 'Qo‘qon', 'Qoʻqon', "Qo'qon", 'Qo’qon', 'Qo`qon', 'Qoqon', 'Кўкон', 'КЎҚОН', "QO'QON"],
  ['Ўзбек', 'Oʻzbek', 'O‘zbek', "O'zbek", 'Ozbek', 'ўзбек', 'OʻZBEK'],
  ['Фарғона', 'Fargʻona', "Farg'ona", 'Fargona', 'Farg’ona', 'Фаргона', 'Farghona'],
  ['Хоразм', 'Xorazm', 'Khorazm', 'Horazm'],
  ['Жиззах', 'Jizzax', 'Jizzakh', 'Zhizzakh', 'Жиззаҳ', 'Jizax'],
  ['Тошкент', 'Toshkent', 'Toşkent'],
  ['Чирчиқ', 'Chirchiq', 'Chirchik', 'Çirçiq', 'Чирчик'],
  ['Наманган', 'Namangan'],
  ['Бухоро', 'Buxoro', 'Bukhoro', 'Buhoro'],
  ['Исҳоқ', "Is'hoq", 'Isʼhoq', 'Исхок', 'Ishoq'],
  ['Масъуд', "Mas'ud", 'Masʼud', 'Masud'],
  ['Ёқут', 'Yoqut', 'Yokut', 'ёқут'],
  ['Европа', 'Yevropa', 'Evropa'],
  ['Боев', 'Boyev', 'Boev'],
  ['Ғайрат', 'Gʻayrat', "G'ayrat", 'Gayrat', 'Гайрат'],
  ['Шоҳжаҳон', 'Shohjahon', 'Шохжахон'],
  // Names of people and firms.
  ['Бөкей', 'Бокей', 'Bökei', 'Bokey', 'Bokei'],
  ['Әлихан', 'Алихан', 'Alikhan', 'Älihan', 'Alixan', 'Alihan'],
  ['Жәнібек', 'Жанибек', 'Джанибек', 'Zhanibek', 'Janibek', 'Jänibek', 'Djanibek'],
  ['Сәуле', 'Сауле', 'Saule', 'Säule'],
  ['Күміс', 'Кумис', 'Kumis', 'Kümis'],
  ['Степные', 'Stepnye', 'Stepniye', 'степные', 'STEPNYE'],
  ['Березовый', 'Берёзовый', 'Berezovyi', 'Berezovyy'],
  ['Россия', 'Rossiya', 'Rossiia', 'Rossia'],
  ['Васильев', 'Vasilev', 'Vasilyev', 'Vasiliev'],
  ['Алексеев', 'Alekseev', 'Alekseyev'],
  ['Щучинск', 'Shchuchinsk', 'Schuchinsk'],
  ['Цемент', 'Tsement', 'цемент', 'ЦЕМЕНТ'],
  ['Энергия', 'Energiya', 'energia', 'Энэргия'],
  ['Жылу', 'Zhylu', 'Jylu', 'Жилу', 'Zhilu'],
  ['Ілияс', 'Ильяс', 'Ilyas', 'Ilias', 'İlyas'],
  ['Straße', 'Strasse', 'STRASSE'],
  ['Müller', 'Muller', 'MÜLLER'],
  ['Öztürk', 'Ozturk'],
  ['Şirketi', 'Sirketi', 'Shirketi'],
  ['Çelik', 'Celik', 'Chelik'],
  ['ＭＥＧＡ', 'Mega', 'мега', 'МЕГА'],
];

/** Words that are not each other's spelling. */
const others: readonly (readonly [string, string])[] = [
  ['Қўқон', 'Қазон'],
  ['Ақтөбе', 'Ақтау'],
  ['Қўқон', 'Коканд'],
  ['Мега', 'Вега'],
  ['Жол', 'Жылу'],
  ['0011', '011'],
  ['2025', '20025'],
  ['Алма', 'Алмас'],
  ['Шымкент', 'Тошкент'],
  ['Хан', 'Кан'],
];

const meet = (one: string, other: string): boolean => searchKeys(one).some((key) => searchKeys(other).includes(key));

describe('searchKeys', () => {
  it.each(same.flatMap(([first = '', ...rest]) => rest.map((other) => [first, other] as const)))(
    'S7 D20: %s is %s',
    (first, other) => {
      expect(meet(first, other), `${searchKeys(first).join()} ${searchKeys(other).join()}`).toBe(true);
    },
  );

  it.each(others)('S7: %s is not %s', (one, other) => {
    expect(meet(one, other)).toBe(false);
  });

  it('D20: an Uzbek Oʻ is found as its apostrophe, without it, and as it is typed on a Russian keyboard', () => {
    for (const spelling of ['Қукон', 'Кукон', 'Қўқон', 'Qoqon'])
      for (const stored of ['Қўқон', 'Qoʻqon', 'Qo‘qon'])
        expect(meet(spelling, stored), `${spelling} ${stored}`).toBe(true);
  });

  it('keeps digits as they are', () => {
    expect(['0011', '1000', '060440001230'].flatMap(searchKeys)).toEqual(['0011', '1000', '060440001230']);
    expect(joinedKey('AQT-2025-0008')).toBe('akt20250008');
    expect(['aqt 2025 0008', 'АҚТ 2025 0008', 'AQT–2025–0008', 'Akt.2025.0008'].map(joinedKey)).toEqual(
      Array(4).fill('akt20250008'),
    );
  });
});

const letter = fc.constantFrom(
  ...'абвгғдеёжзийклмнңоөпрстуұүўфхҳһцчшщъыіьэюяқәabcdefghijklmnopqrstuvwxyzşçöüğñäıåéАҚӨЎŞÇQ0123456789',
  ...apostrophes,
);
const word = fc.array(letter, { minLength: 1, maxLength: 12 }).map((letters) => letters.join(''));

describe('a word that is typed', () => {
  it('S7: so far, finds the word it will be: of any word, any beginning', () => {
    fc.assert(
      fc.property(word, fc.nat(), (whole, at) => {
        const keys = searchKeys(whole);
        const begun = [...whole].slice(0, 1 + (at % [...whole].length)).join('');
        const prefixes = searchPrefixes(begun);
        return (
          keys.length === 0 ||
          prefixes.length === 0 ||
          keys.some((key) => prefixes.some((prefix) => key.startsWith(prefix)))
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('is found in capitals, decomposed, and with every other apostrophe', () => {
    const plain = fc
      .array(fc.constantFrom(..."абвгғдежзийклмнңоөпрстуұүўфхҳцчшщыіэюяқәabcdefghjklmnopqrstuvwxyz'"), {
        minLength: 1,
        maxLength: 12,
      })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(plain, fc.constantFrom(...apostrophes), (one, apostrophe) => {
        const keys = searchKeys(one).join();
        return [one.toUpperCase(), one.normalize('NFD'), one.replaceAll("'", apostrophe)].every(
          (other) => searchKeys(other).join() === keys,
        );
      }),
      { numRuns: 700 },
    );
  });

  it('has keys that a key of the table can hold, and beginnings of which none begins with another', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) =>
        wordsOf(text).every((one) => {
          const prefixes = searchPrefixes(one);
          return (
            searchKeys(one).every((key) => key.length > 0 && key.length <= 40 && !key.includes('#')) &&
            prefixes.every((prefix) => !prefixes.some((other) => other !== prefix && other.startsWith(prefix)))
          );
        }),
      ),
      { numRuns: 700 },
    );
  });
});

describe('wordsOf', () => {
  it.each<readonly [string, readonly string[]]>([
    ['ТОО «Мега-Агат»', ['ТОО', 'Мега', 'Агат']],
    ['O‘zbek–Qozoq', ['O‘zbek', 'Qozoq']],
    ['Т.О.О. «Ақ жол»', ['ТОО', 'Ақ', 'жол']],
    ['L.L.P. Mega', ['LLP', 'Mega']],
    ['G.m.b.H.', ['GmbH']],
    ['  ', []],
    ['№ 5', ['5']],
    ['…—«»', []],
    ["''", []],
    ['A&B', ['A', 'B']],
  ])('%j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});
