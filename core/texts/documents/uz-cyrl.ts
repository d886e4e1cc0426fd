import type { DocumentTexts } from './shape.ts';

export const uzCyrl: DocumentTexts = {
  names: {
    'signed-letter': 'Имзоланган ният хати',
    'foreign-register-extract': 'Хорижий компаниялар реестридан кўчирма',
    'financing-confirmation': 'Молиялаштириш тасдиқномаси',
    application: 'Ариза',
    questionnaire: 'Сўровнома',
    'registration-certificate': 'Рўйхатдан ўтганлик гувоҳномаси',
    charter: 'Устав',
    'financial-statements': 'Молиявий ҳисобот',
    'business-plan': 'Бизнес-режа ёки техник-иқтисодий асослаш',
    'bank-certificate': 'Банк маълумотномаси',
    'tax-certificate': 'Солиқ қарзи йўқлиги ҳақида маълумотнома',
    'technical-condition': 'Техник шартлар',
    'design-volumes': 'Лойиҳа-смета ҳужжатлари',
    'expertise-conclusion': 'Экспертиза хулосаси',
    'start-notification': 'Ишлар бошлангани ҳақида билдиришнома',
    'site-photo': 'Қурилиш майдонидан сурат',
    'paper-answer': 'Қоғоздаги жавоб нусхаси',
    other: 'Бошқа ҳужжат',
  },
  states: { missing: 'Йўқ', waiting: 'Вирусга текшириляпти', clean: 'Бор', 'not-scanned': 'Вирусга текширилмаган', refused: 'Қабул қилинмади' },
  scans: { clean: 'вирус топилмади', infected: 'вирус топилди, файл ўчирилди', unreadable: 'файл пароль билан ёпилган ёки бузилган, ўчирилди', failed: 'текшириб бўлмади' },
};
