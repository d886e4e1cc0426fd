import type { DocumentTexts } from '../areas/documents.ts';

export const kk: DocumentTexts = {
  names: {
    'signed-letter': 'Қол қойылған ниет хаты',
    'foreign-register-extract': 'Шетелдік компаниялар тізілімінен үзінді',
    'financing-confirmation': 'Қаржыландыруды растайтын құжат',
    application: 'Өтініш',
    questionnaire: 'Сауалнама',
    'registration-certificate': 'Мемлекеттік тіркеу туралы анықтама (куәлік)',
    charter: 'Жарғы',
    'financial-statements': 'Қаржылық есептілік',
    'business-plan': 'Бизнес-жоспар немесе техникалық-экономикалық негіздеме',
    'bank-certificate': 'Банк анықтамасы',
    'tax-certificate': 'Салық берешегінің жоқтығы туралы анықтама',
    'technical-condition': 'Техникалық шарттар',
    'design-volumes': 'Жобалау-сметалық құжаттама',
    'expertise-conclusion': 'Сараптама қорытындысы',
    'start-notification': 'Құрылыс-монтаждау жұмыстарының басталғаны туралы хабарлама',
    'site-photo': 'Құрылыс алаңынан фотосурет',
    'paper-answer': 'Қағаз жауаптың сканерленген көшірмесі',
    'electronic-signature': 'Электрондық қолтаңба файлы',
    other: 'Басқа құжат',
  },
  states: { missing: 'Жоқ', waiting: 'Вирусқа тексерілуде', clean: 'Бар', 'not-scanned': 'Вирусқа тексерілмеген', refused: 'Қабылданбады', returned: 'Қайтарылды', held: 'Түпнұсқасы басқарушы компанияда' },
  scans: { clean: 'вирус табылмады', infected: 'вирус табылды, файл жойылды', unreadable: 'файл құпиясөзбен жабылған немесе бүлінген, жойылды', failed: 'тексеру мүмкін болмады' },
};
