import { plainLatin } from './letters.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).map(plain));

/** As it is typed, so that «ТОО» is not every word that sounds so. */
function plain(word: string): string {
  return plainLatin(word)[0] ?? '';
}

const abbreviations = set(
  'ТОО ЖШС ООО ОАО ЗАО ПАО АО ИП ЧП ЖК МЧЖ АЖ ЯТТ MChJ AJ TOO JShS OOO LLP LLC Ltd Inc GmbH PLC JSC OJSC CJSC',
);

/** Legal forms that are also words of names, when they are typed in capitals: «Қазфосфат» АҚ, but «Ақ жол». */
const inCapitals = set('АҚ AQ ШҚ ШК КХ ФХ ҚК ХК XK QK FX СП AG SA AS AŞ KG AB BV SRL SpA СПК ӨК');

/** Words of forms that are written out, and of the numbers of companies. */
const writtenOut =
  set(`товарищество общество с ограниченной ответственностью акционерное жауапкершілігі шектеулі серіктестігі серіктестік акционерлік қоғам қоғамы
  масъулияти чекланган жамият жамияти акциядорлик aksiyadorlik limited liability partnership joint stock company
  БИН БСН ИИН ЖСН СТИР ИНН ПИНФЛ STIR INN BIN IIN`);

export const isLegalForm = (word: string): boolean => abbreviations.has(plain(word));

/** Left out of what is looked for, if anything else is. */
export const isBesideName = (word: string): boolean =>
  isLegalForm(word) ||
  writtenOut.has(plain(word)) ||
  (word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase() && inCapitals.has(plain(word)));
