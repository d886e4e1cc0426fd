import type { HolidayTexts } from '../areas/holidays.ts';

export const en: HolidayTexts = {
  reasons: {
    'new-year': 'New Year',
    christmas: 'Orthodox Christmas',
    'womens-day': 'International Women’s Day',
    nauryz: 'Nauryz (Navruz)',
    'unity-day': 'Day of Unity of the People of Kazakhstan',
    'defenders-day': 'Defender of the Fatherland Day',
    'victory-day': 'Victory Day',
    'qurban-ait': 'First day of Qurban Ait (Eid al-Adha)',
    'capital-day': 'Capital Day',
    'constitution-day': 'Constitution Day',
    'republic-day': 'Republic Day',
    'independence-day': 'Independence Day',
    ramadan: 'First day of Ramazan Hayit (Eid al-Fitr)',
    'memory-day': 'Day of Memory and Honour',
    'teachers-day': 'Day of Teachers and Mentors',
    additional: 'additional day off',
    moved: 'moved day off',
    worked: 'moved working day',
  },
  instead: '{name} (instead of {date})',
  sources: {
    'fixed-by-law':
      'Holidays with a fixed date in law; the feasts of the lunar calendar and days moved by decree are not known yet',
    'kz-holidays-law': 'Law “On Holidays in the Republic of Kazakhstan” of 13 December 2001 No. 267-II, article 5',
    'kz-labour-code':
      'Labour Code of 23 November 2015 No. 414-V, articles 84 (Christmas and Qurban Ait do not move) and 85',
    'kz-order-436': 'Order of the Minister of Labour of 21 November 2024 No. 436 (one day moved, no other that year)',
    'kz-constitution-2026':
      'Ministry of Labour, 18 March 2026: under the new Constitution 30 August is no longer a holiday from this year, and 15 March is one from 2027',
    'kz-qurban-ait-2026': 'Spiritual Administration of Muslims of Kazakhstan, calendar of 2026: Qurban Ait on 27 May',
    'kz-unannounced-2027':
      'The moved days of 2027 had not been announced when this calendar was made: add them as changes of the zone',
    'uz-labour-code':
      'Labour Code of 28 October 2022 (law ZRU-798), article 208: a holiday on a weekend moves to the next working day',
    'uz-new-year-2025': 'Resolution of the President on the New Year days, published on 24 December 2024',
    'uz-feasts-2025': 'Resolutions of the President on Ramazan Hayit (26 March 2025) and Qurban Hayit (31 May 2025)',
    'uz-decree-257-of-2025': 'Decree of the President of 24 December 2025 No. UP-257 (31 December 2025)',
    'uz-decree-257-of-2026':
      'Decree of the President of 24 December 2025 No. UP-257 (additional and moved days of 2026)',
    'uz-resolution-106': 'Resolution of the President of 17 March 2026 No. PQ-106 (Ramazan Hayit on 20 March)',
    'uz-unannounced-2027':
      'The decree on the additional and moved days of 2027 did not exist when this calendar was made: add them as changes of the zone',
    'uz-feasts-2027':
      'Feasts by the Umm al-Qura calendar (9 March, 16 May); the President announces each a few days before',
  },
};
