import type { DocumentTexts } from '../areas/documents.ts';

export const uzCyrl: DocumentTexts = {
  names: {
    'signed-letter': 'Имзоланган ният хати',
    'foreign-register-extract': 'Хорижий компаниялар реестридан кўчирма',
    'financing-confirmation': 'Молиялаштириш тасдиқномаси',
    application: 'Инвестиция буюртманомаси',
    questionnaire: 'Сўровнома',
    'registration-certificate': 'Давлат рўйхатидан ўтказилганлик тўғрисидаги гувоҳнома',
    charter: 'Устав',
    'financial-statements': 'Молиявий ҳисобот',
    'business-plan': 'Бизнес-режа ёки техник-иқтисодий асослаш',
    'bank-certificate': 'Банк маълумотномаси',
    'tax-certificate': 'Солиқ қарзи йўқлиги ҳақида маълумотнома',
    'technical-condition': 'Техник шартлар',
    'design-volumes': 'Лойиҳа-смета ҳужжатлари',
    'expertise-conclusion': 'Экспертиза хулосаси',
    'start-notification': 'Қурилиш-монтаж ишларини бошлаш тўғрисида хабарнома',
    'site-photo': 'Қурилиш майдонидан сурат',
    'paper-answer': 'Қоғоздаги жавобнинг скан нусхаси',
    'electronic-signature': 'Электрон имзо файли',
    other: 'Бошқа ҳужжат',
  },
  states: { missing: 'Йўқ', waiting: 'Вирусга текширилмоқда', clean: 'Бор', 'not-scanned': 'Вирусга текширилмаган', refused: 'Қабул қилинмади', returned: 'Қайтарилди', held: 'Асли дирекцияда' },
  scans: { clean: 'вирус топилмади', infected: 'вирус топилди, файл ўчирилди', unreadable: 'файл пароль билан ёпилган ёки бузилган, ўчирилди', failed: 'текшириб бўлмади' },
};
