import type { PhotoTexts } from '../areas/photos.ts';

export const ru: PhotoTexts = {
  title: 'Фотографии работ',
  add: 'Добавить фотографию работ',
  hint: 'JPEG или PNG, до 10 МБ; если скрипты отключены – до 4 МБ. Фотографию видят только сотрудники зоны.',
  file: 'Фотография',
  send: 'Загрузить',
  added: 'Фотография добавлена.',
  none: 'Фотографий пока нет.',
  photoOf: 'Фотография: {date}',
  waiting: 'проверяется на вирусы',
};
