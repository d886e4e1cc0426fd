import type { CorrectionTexts } from '../areas/correction.ts';

export const uzCyrl: CorrectionTexts = {
  fields: {
    'company.name': 'Компания номи', 'company.number': 'Компаниянинг рўйхат рақами', production: 'Ишлаб чиқариш', sector: 'Тармоқ', investment: 'Инвестиция',
    jobs: 'Иш ўринлари', exportShare: 'Маҳсулотнинг экспорт улуши', financing: 'Молиялаштириш манбаи',
    'utilities.power': 'Электр қуввати', 'utilities.gas': 'Газ', 'utilities.water': 'Сув', 'utilities.sewerage': 'Канализация', 'utilities.heat': 'Иссиқлик',
    'utilities.telecom': 'Алоқа', 'utilities.road': 'Автомобиль йўли', 'utilities.rail': 'Темир йўл', landHectares: 'Ер', wantedStart: 'Қурилиш бошланиши',
  },
  mark: {
    label: 'Хатда нима нотўғри', hint: 'Инвестор фақат сиз белгилаган жойларни ўзгартира олади. Хатнинг ўзида ўзгартириладиган нарса бўлмаса, ҳеч нарсани белгиламанг.',
    company: 'Компания', production: 'Ишлаб чиқариш ва кўрсаткичлар', utilities: 'Муҳандислик тармоқлари', land: 'Ер ва муддатлар',
  },
  toCorrect: 'Хатда тузатилиши керак',
  hint: 'Майдонларда ният хатида ҳозир нима ёзилгани кўрсатилган. Нотўғри бўлганини ўзгартиринг.',
  changes: { caption: 'Хатдаги ўзгаришлар', field: 'Майдон', was: 'Аввал', now: 'Энди', none: 'Хатда ҳеч нарса ўзгартирилмади.' },
  check: { title: 'Тузатишни текширинг', button: 'Тузатишни текшириш', send: 'Тузатишни юбориш', mend: 'Тузатишни ўзгартириш' },
};
