/**
 * Words with a soft sign as they look without it: Latin letters do not write it, so comparing the scripts cannot miss it. At a word's
 * end it goes before a suffix ("январь", "январдан"); within a word it stays.
 */
const softAtTheEnd =
  /(?<!\p{L})(?:рол|автомобил|кабел|парол|модул|профил|детал|туннел|магистрал|мебел|нефт|секретар|январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)(?!\p{L})/iu;
const softWithin = /(?<!\p{L})(?:филтр|факултет|култур|резултат|асфалт|компютер|консултац|алтернатив|мултимед)/iu;

/** A Cyrillic word whose soft sign is missing, if a text has one. */
export const lostSoftSign = (text: string): string | undefined =>
  (softAtTheEnd.exec(text) ?? softWithin.exec(text))?.[0];
