import type { ListTexts } from './shape.ts';

export const uzCyrl: ListTexts = {
  mine: 'Сиз устида ишлаётганлар',
  narrow: 'Рўйхатни қисқартириш',
  stage: 'Босқич',
  forum: 'Форуми',
  sector: 'Соҳа',
  any: 'Исталган',
  overdue: 'Фақат муддати ўтганлар',
  onlyMine: 'Фақат ўзингиз устида ишлаётганлар',
  byDue: 'Муддати бўйича, аввал ўтиб кетганлар',
  show: 'Кўрсатиш',
  clear: 'Филтрларни бекор қилиш',
  byForum: 'Форум бўйича',
  goOn: 'Давом эттириш',
  nothingSoFar: 'Ҳозирча мос ҳеч нарса топилмади; рўйхат давом этади.',
  otherLists: 'Қидирув ва бошқа рўйхатлар',
};
