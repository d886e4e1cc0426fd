import type { CareTexts } from '../areas/care.ts';

export const kk: CareTexts = {
  numbers: 'Басқа тізілімдердегі нөмірлер',
  addNumber: 'Нөмір қосу',
  kind: 'Тізілім',
  number: 'Нөмірі',
  numberHint: 'Құжатта қалай тұрса, солай; бос орындар есепке алынбайды.',
  removeNumber: 'Алып тастау',
  companion: 'Инвесторды сүйемелдеуші',
  companionText: 'Инвестор оның атын өз бетінде және хаттарда көреді.',
  noCompanion: 'әзірге тағайындалмаған',
  nameCompanion: 'Сүйемелдеушіні тағайындау',
  verified: 'Соңғы тексеру',
  never: 'әлі тексерілмеген',
  verify: 'Тексерілді, бәрі дұрыс',
  verifiedBy: '{date}, {who}',
  save: 'Сақтау',
  kinds: {
    ndip: 'ҰЦИП (ұлттық цифрлық инвестициялық платформа)',
    'e-licensing': '«Е-лицензиялау» өтінімі',
    'construction-object': 'Құрылыс объектісінің нөмірі',
    cadastre: 'Кадастрлық нөмір',
    'auction-lot': 'Аукцион лоты',
    'register-entry': 'Қатысушылар тізіліміндегі жазба',
  },
  done: {
    'note-number': 'Нөмір сақталды.',
    'remove-number': 'Нөмір алып тасталды.',
    'name-companion': 'Сүйемелдеуші тағайындалды.',
    verify: 'Бәрі дұрыс екені белгіленді.',
  },
};
