import type { CareTexts } from '../areas/care.ts';

export const uzCyrl: CareTexts = {
  numbers: 'Бошқа реестрлардаги рақамлар',
  addNumber: 'Рақам қўшиш',
  kind: 'Реестр',
  number: 'Рақами',
  numberHint: 'Ҳужжатда қандай бўлса, шундай; бўш жойлар ҳисобга олинмайди.',
  removeNumber: 'Олиб ташлаш',
  companion: 'Инвесторга ҳамроҳ ходим',
  companionText: 'Инвестор унинг исмини ўз саҳифасида ва хатларда кўради.',
  noCompanion: 'ҳозирча тайинланмаган',
  nameCompanion: 'Ҳамроҳ ходимни тайинлаш',
  verified: 'Охирги текширув',
  never: 'ҳали текширилмаган',
  verify: 'Текширилди, ҳаммаси тўғри',
  verifiedBy: '{date}, {who}',
  save: 'Сақлаш',
  kinds: {
    ndip: 'МРИП (миллий рақамли инвестиция платформаси)',
    'e-licensing': '«Е-лицензиялаш» аризаси',
    'construction-object': 'Қурилиш объекти рақами',
    cadastre: 'Кадастр рақами',
    'auction-lot': 'Аукцион лоти',
    'register-entry': 'Иштирокчилар реестридаги ёзув',
  },
  done: {
    'note-number': 'Рақам сақланди.',
    'remove-number': 'Рақам олиб ташланди.',
    'name-companion': 'Ҳамроҳ ходим тайинланди.',
    verify: 'Ҳаммаси тўғрилиги белгиланди.',
  },
};
