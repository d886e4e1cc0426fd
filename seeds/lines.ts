import type { Line } from '#core/lines/line.ts';
import { languages } from '#core/kernel/common.ts';
import type { Names } from '#core/reference/reference.ts';

const called = (name: string): Names => Object.fromEntries(languages.map((language) => [language, name])) as Names;

/** Lines that are built for the zones; their days and sums are ours. In Aqtöbe the power line is to be ready in time; in Kokand money for the gas network lies unspent. */
export const lines: readonly Line[] = [
  {
    lineId: 'aqtobe-l-3',
    zoneId: 'aqtobe',
    utility: 'power',
    names: called('L-3'),
    partyId: 'aqtobe-power',
    capacity: 40_000,
    milestones: {
      'technical-conditions': { baseline: '2025-11-03', expected: '2025-11-03', actual: '2025-11-20' },
      design: { baseline: '2026-03-02', expected: '2026-03-02' },
      'expert-review': { baseline: '2026-04-15', expected: '2026-04-15' },
      procurement: { baseline: '2026-06-01', expected: '2026-06-01' },
      works: { baseline: '2026-08-25', expected: '2026-08-25' },
      energised: { baseline: '2026-09-01', expected: '2026-09-01' },
    },
    money: [
      {
        year: 2025,
        currency: 'KZT',
        allocated: 45_000_000_000,
        committed: 45_000_000_000,
        spent: 43_500_000_000,
        on: '2025-12-12',
      },
      { year: 2026, currency: 'KZT', allocated: 184_000_000_000, committed: 0, spent: 0, on: '2025-12-12' },
    ],
    version: 1,
  },
  {
    lineId: 'kokand-g-1',
    zoneId: 'kokand',
    utility: 'gas',
    names: called('G-1'),
    partyId: 'kokand-gas',
    capacity: 12_000,
    milestones: {
      'technical-conditions': { baseline: '2021-06-01', expected: '2021-06-01', actual: '2021-06-18' },
      design: { baseline: '2021-09-15', expected: '2021-09-15', actual: '2021-11-30' },
    },
    money: [
      {
        year: 2025,
        currency: 'UZS',
        allocated: 4_000_000_000_000,
        committed: 900_000_000_000,
        spent: 310_000_000_000,
        on: '2025-12-01',
      },
    ],
    version: 1,
  },
];
