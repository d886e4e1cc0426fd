import type { CareTexts } from '../areas/care.ts';

export const ru: CareTexts = {
  numbers: 'Номера в других реестрах',
  addNumber: 'Добавить номер',
  kind: 'Реестр',
  number: 'Номер',
  numberHint: 'Как в документе; пробелы не учитываются.',
  removeNumber: 'Убрать',
  companion: 'Сопровождающий инвестора',
  companionText: 'Инвестор видит это имя на своей странице и в письмах.',
  noCompanion: 'пока не назначен',
  nameCompanion: 'Назначить сопровождающего',
  verified: 'Последняя сверка',
  never: 'ещё не проводилась',
  verify: 'Проверено, всё так и есть',
  verifiedBy: '{date}, {who}',
  save: 'Сохранить',
  kinds: {
    ndip: 'НЦИП (национальная цифровая инвестиционная платформа)',
    'e-licensing': 'Заявка в «Е-лицензировании»',
    'construction-object': 'Номер объекта строительства',
    cadastre: 'Кадастровый номер',
    'auction-lot': 'Лот аукциона',
    'register-entry': 'Запись в реестре участников',
  },
  done: {
    'note-number': 'Номер сохранён.',
    'remove-number': 'Номер убран.',
    'name-companion': 'Сопровождающий назначен.',
    verify: 'Отмечено, что всё так и есть.',
  },
};
