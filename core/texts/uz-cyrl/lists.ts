import type { ListTexts } from '../areas/lists.ts';

export const uzCyrl: ListTexts = {
  mine: 'Сизнинг ижронгиздаги топшириқлар',
  narrow: 'Рўйхатни қисқартириш',
  stage: 'Босқич',
  forum: 'Форум',
  sector: 'Соҳа',
  any: 'Исталган',
  overdue: 'Фақат муддати ўтганлар',
  onlyMine: 'Фақат ўз ижронгиздагилар',
  byDue: 'Муддати бўйича, аввал муддати ўтганлар',
  show: 'Кўрсатиш',
  clear: 'Фильтрларни бекор қилиш',
  byForum: 'Форум бўйича',
  goOn: 'Давом эттириш',
  nothingSoFar: 'Ҳозирча мос ҳеч нарса топилмади; рўйхат давом этади.',
  otherLists: 'Қидирув ва бошқа рўйхатлар',
};
