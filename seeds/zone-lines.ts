import type { ZoneLine } from '#core/reference/reference.ts';

/** What each zone says of its own utility lines: in Aqtöbe the power line is late, its date committed. */
export const zoneLines: readonly ZoneLine[] = [
  {
    zoneId: 'aqtobe',
    utility: 'power',
    report: { state: 'committed', readyBy: '2026-09-01' },
    reportedOn: '2025-12-12',
  },
  { zoneId: 'aqtobe', utility: 'gas', report: { state: 'committed', readyBy: '2026-07-01' }, reportedOn: '2025-12-12' },
  { zoneId: 'aqtobe', utility: 'water', report: { state: 'ready' }, reportedOn: '2025-12-12' },
  { zoneId: 'aqtobe', utility: 'road', report: { state: 'ready' }, reportedOn: '2025-12-12' },
  { zoneId: 'kokand', utility: 'gas', report: { state: 'not-ready' }, reportedOn: '2021-12-01' },
  { zoneId: 'kokand', utility: 'power', report: { state: 'ready' }, reportedOn: '2021-12-01' },
  { zoneId: 'kyzylorda', utility: 'power', report: { state: 'ready' }, reportedOn: '2021-01-20' },
];
