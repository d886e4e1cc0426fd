import type { CorrectionTexts } from '../areas/correction.ts';

export const ru: CorrectionTexts = {
  fields: {
    'company.name': 'Название компании', 'company.number': 'Регистрационный номер компании', production: 'Производство', sector: 'Отрасль', investment: 'Инвестиции',
    jobs: 'Рабочие места', exportShare: 'Доля продукции на экспорт', financing: 'Источник финансирования',
    'utilities.power': 'Электроэнергия', 'utilities.gas': 'Газ', 'utilities.water': 'Вода', 'utilities.sewerage': 'Канализация', 'utilities.heat': 'Тепло',
    'utilities.telecom': 'Связь', 'utilities.road': 'Автодорога', 'utilities.rail': 'Железная дорога', landHectares: 'Земля', wantedStart: 'Начало строительства',
  },
  mark: {
    label: 'Что неверно в письме', hint: 'Инвестор сможет изменить только то, что вы отметите. Если в самом письме менять нечего, ничего не отмечайте.',
    company: 'Компания', production: 'Производство и показатели', utilities: 'Инженерные сети', land: 'Земля и сроки',
  },
  toCorrect: 'Исправить в письме',
  hint: 'В полях показано то, что сейчас написано в письме о намерениях. Измените то, что неверно.',
  changes: { caption: 'Изменения в письме', field: 'Поле', was: 'Было', now: 'Стало', none: 'В письме ничего не изменено.' },
  check: { title: 'Проверьте исправление', button: 'Проверить исправление', send: 'Отправить исправление', mend: 'Изменить исправление' },
};
