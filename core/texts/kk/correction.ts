import type { CorrectionTexts } from '../areas/correction.ts';

export const kk: CorrectionTexts = {
  fields: {
    'company.name': 'Компанияның атауы', 'company.number': 'Компанияның тіркеу нөмірі', production: 'Өндіріс', sector: 'Сала', investment: 'Инвестиция',
    jobs: 'Жұмыс орындары', exportShare: 'Өнімнің экспортқа кететін үлесі', financing: 'Қаржыландыру көзі',
    'utilities.power': 'Электр қуаты', 'utilities.gas': 'Газ', 'utilities.water': 'Су', 'utilities.sewerage': 'Кәріз', 'utilities.heat': 'Жылу',
    'utilities.telecom': 'Байланыс', 'utilities.road': 'Автожол', 'utilities.rail': 'Теміржол', landHectares: 'Жер', wantedStart: 'Құрылыстың басталуы',
  },
  mark: {
    label: 'Хатта не қате', hint: 'Инвестор тек сіз белгілегенді өзгерте алады. Хаттың өзінде өзгертетін ештеңе болмаса, ештеңе белгілемеңіз.',
    company: 'Компания', production: 'Өндіріс және көрсеткіштер', utilities: 'Инженерлік желілер', land: 'Жер және мерзімдер',
  },
  toCorrect: 'Хатта түзетілуі керек',
  hint: 'Өрістерде ниет хатында қазір не жазылғаны көрсетілген. Қате болғанын өзгертіңіз.',
  changes: { caption: 'Хаттағы өзгерістер', field: 'Өріс', was: 'Бұрын', now: 'Енді', none: 'Хатта ештеңе өзгертілмеді.' },
  check: { title: 'Түзетуді тексеріңіз', button: 'Түзетуді тексеру', send: 'Түзетуді жіберу', mend: 'Түзетуді өзгерту' },
};
