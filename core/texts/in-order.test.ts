import { describe, expect, it } from 'vitest';
import { inOrderOf } from './in-order.ts';

describe('inOrderOf', () => {
  it.each([
    [
      'kk',
      'Асан Әли Бота Ғани Дәурен Ержан Жанар Иса Қанат Лаура Наз Омар Өмір Сәуле Тимур Улан Ұлан Үміт Фариза Хан Шара Ыбырай Ілія Эльмира Юлия Ян',
    ],
    ['ru', 'Анна Борис Егор Ёлкин Иван Илья Юлия Яков'],
    ['uz-cyrl', 'Абдулла Баҳром Гулнора Зафар Олим Шавкат Эльёр Юсуф Яшин Ўткир Қодир Ғани Ҳасан'],
    ['uz', 'Abdulla Botir Davron Gulnora Hasan Olim Sobir Zafar Oʻtkir Gʻani Shavkat Chori'],
    ['en', 'Adams Baker Young'],
  ] as const)('D24: the alphabet of %s', (language, names) => {
    const wanted = names.split(' ');
    expect(wanted.toReversed().toSorted(inOrderOf(language))).toEqual(wanted);
  });
});
