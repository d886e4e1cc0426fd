import { checkDigit } from '#core/kernel/company-number.ts';
import type { LetterOfIntent, UtilityNeeds } from '#core/letter/letter-of-intent.ts';
import type { Currency, Language } from '#core/kernel/common.ts';
import type { Sector } from '#core/letter/sector.ts';
import { demoCompany, demoContact, demoPlaces, productionName, type Production } from './demo-words.ts';

interface Plan {
  readonly zoneId: string;
  readonly place: number;
  readonly production: Production;
  readonly sector: Sector;
  /** Whole units of the currency. */
  readonly investment: number;
  readonly currency: Currency;
  readonly jobs: number;
  readonly language: Language;
  readonly utilities: UtilityNeeds;
  readonly forum?: string;
  readonly wantedStart: string;
}

/** A number that fits its check digit and is nobody's: no register gives a fifth digit 9. */
function demoBin(place: number): string {
  const eleven = `25129${String(place).padStart(6, '0')}`;
  return `${eleven}${checkDigit(eleven) ?? '0'}`;
}

const numbers = { KZ: demoBin, UZ: (place: number) => `3${String(place).padStart(8, '0')}` };

export function letterOf(plan: Plan): LetterOfIntent {
  const { zoneId, place, production, sector, investment, currency, jobs, language, utilities, forum, wantedStart } =
    plan;
  const country = currency === 'UZS' ? 'UZ' : 'KZ';
  return {
    zoneId,
    company: {
      country,
      name: demoCompany(language, `${demoPlaces[zoneId]?.[language] ?? zoneId} ${String(place)}`, country),
      number: numbers[country](place),
    },
    contact: { name: demoContact[language], email: `investor-${zoneId}-${String(place)}@example.org`, language },
    production: productionName(production, language),
    sector,
    investment: { amountMinor: investment * 100, currency },
    jobs,
    exportShare: (place * 7) % 60,
    landHectares: 1 + ((place * 13) % 80) / 10,
    utilities,
    wantedStart,
    financing: place % 2 === 0 ? 'mixed' : 'own-funds',
    ...(forum && { forum }),
    consent: true,
  };
}

/** Five letters of the Aqtöbe forum of December 2025, on their way to November 2026. Amounts and jobs are ours. */
export const forumLetters: readonly LetterOfIntent[] = (
  [
    [
      'thermal-insulation',
      'construction-materials',
      6_500_000_000,
      140,
      'kk',
      { power: { kilowatts: 3200 }, gas: { cubicMetresPerHour: 900 }, water: { cubicMetresPerDay: 80 } },
    ],
    [
      'protective-equipment',
      'textiles',
      2_100_000_000,
      90,
      'ru',
      { power: { kilowatts: 800 }, water: { cubicMetresPerDay: 30 }, heat: { gigacaloriesPerHour: 0.6 } },
    ],
    [
      'trucks',
      'machinery',
      14_800_000_000,
      420,
      'en',
      {
        power: { kilowatts: 6500 },
        gas: { cubicMetresPerHour: 1400 },
        road: { trucksPerDay: 60 },
        rail: { wagonsPerDay: 4 },
      },
    ],
    [
      'ceramic-membranes',
      'other',
      9_200_000_000,
      180,
      'kk',
      {
        power: { kilowatts: 2800 },
        gas: { cubicMetresPerHour: 600 },
        water: { cubicMetresPerDay: 120 },
        sewerage: { cubicMetresPerDay: 100 },
      },
    ],
    [
      'used-oil',
      'recycling',
      5_400_000_000,
      110,
      'ru',
      { power: { kilowatts: 1500 }, gas: { cubicMetresPerHour: 300 }, telecom: { megabitsPerSecond: 100 } },
    ],
  ] as const
).map(([production, sector, investment, jobs, language, utilities], at) =>
  letterOf({
    zoneId: 'aqtobe',
    place: at + 1,
    production,
    sector,
    investment,
    currency: 'KZT',
    jobs,
    language,
    utilities,
    forum: 'aqtobe-investment-forum-2025',
    wantedStart: '2026-11-16',
  }),
);
