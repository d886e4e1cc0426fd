import type { PhotoTexts } from '../areas/photos.ts';

export const uzCyrl: PhotoTexts = {
  title: 'Ишларнинг суратлари',
  add: 'Ишларнинг суратини қўшиш',
  hint: 'JPEG ёки PNG, 10 МБ гача; скриптлар ўчирилган бўлса, 4 МБ гача. Суратни фақат зона ходимлари кўради.',
  file: 'Сурат',
  send: 'Юклаш',
  added: 'Сурат қўшилди.',
  none: 'Ҳали сурат йўқ.',
  photoOf: 'Сурат: {date}',
  waiting: 'вирусга текширилмоқда',
};
