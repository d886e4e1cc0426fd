import { describe, expect, it } from 'vitest';
import { languages } from '#core/kernel/common.ts';
import { StageDuration } from '#core/calendar/stage-duration.ts';
import { countries } from '#core/calendar/country.ts';
import { durationFor, durationVersion } from '#core/calendar/durations.ts';
import { stageIds, type StageId } from '#core/stages/stage-id.ts';
import { zoneTypes, type ZoneType } from '#core/reference/zone-type.ts';
import { foreignLetter, isWrongUzbek } from '#test/support/alphabets.ts';
import { lostSoftSign } from '#test/support/soft-signs.ts';
import { toLatin } from '#core/texts/uzbek-latin.ts';
import { defaultDurations } from './durations.ts';

describe('default durations', () => {
  it('hold to the contract and are one version a day', () => {
    expect(defaultDurations.filter((duration) => !StageDuration.safeParse(duration).success)).toEqual([]);
    expect(new Set(defaultDurations.map(durationVersion)).size).toBe(defaultDurations.length);
  });

  it.each(languages)('S18: name their legal source in %s, in its own letters, with the same acts', (language) => {
    for (const {
      source: { title, titles },
    } of defaultDurations) {
      const text = titles?.[language] ?? '';
      const numbersOf = (one: string) =>
        (one.replace(/–/g, ' to ').match(/\d[\dIVX-]*/g) ?? []).map((each) => each.replace(/-$/, '')).toSorted();
      expect(foreignLetter(language, text), text).toBeUndefined();
      expect(text.length <= 500 && numbersOf(text).join() === numbersOf(title).join(), text).toBe(true);
      if (language !== 'en') expect(text).not.toBe(title);
      if (language === 'uz') expect([isWrongUzbek(text), text]).toEqual([false, toLatin(titles?.['uz-cyrl'] ?? '')]);
      if (language === 'uz-cyrl') expect(lostSoftSign(text)).toBeUndefined();
    }
  });

  it('S18: as they were stored before, with one title, are still read', () => {
    const [
      {
        source: { title },
        ...rest
      },
    ] = defaultDurations as [StageDuration, ...StageDuration[]];
    expect(StageDuration.parse({ ...rest, source: { title } }).source).toEqual({ title });
  });

  it.each(
    countries.flatMap((country) => ['2021-01-01', '2025-12-12', '2026-07-01'].map((onDate) => ({ country, onDate }))),
  )('cover every stage in $country on $onDate', ({ country, onDate }) => {
    const found = stageIds.map((stage) => durationFor(defaultDurations, country, stage, onDate));
    expect(
      Object.fromEntries(
        found.map((each) =>
          each.kind === 'found' ? [each.duration.stage, each.duration.workingDays] : [each.stage, undefined],
        ),
      ),
    ).toMatchObject({
      'letter-of-intent': 5,
      'council-approval': 15,
      'contract-and-land': 20,
      'technical-conditions': 17,
      'design-documentation': 90,
      expertise: 30,
      'construction-start': 10,
    });
    expect(found.filter(({ kind }) => kind === 'no-duration')).toEqual([]);
  });

  it('change their version with the acts of 1 July 2026', () => {
    const changed = defaultDurations
      .filter(({ effectiveFrom }) => effectiveFrom === '2026-07-01')
      .map(({ country, stage }) => `${country} ${stage}`);
    expect(changed).toEqual(['KZ design-documentation', 'KZ expertise', 'UZ technical-conditions']);
    expect(durationFor(defaultDurations, 'KZ', 'expertise', '2026-06-30')).not.toEqual(
      durationFor(defaultDurations, 'KZ', 'expertise', '2026-07-01'),
    );
  });

  it('tell the types of zones apart, change with the order of 4 August 2026, and know no repealed term', () => {
    const titleOn = (stage: StageId, onDate: string, zoneType: ZoneType) => {
      const found = durationFor(
        defaultDurations,
        zoneType.startsWith('kz') ? 'KZ' : 'UZ',
        stage,
        onDate,
        () => zoneType,
      );
      return found.kind === 'found' ? found.duration.source.title : '';
    };
    expect(titleOn('council-approval', '2026-09-01', 'kz-sez')).toMatch(/10 working days .* stages 2 and 3 together/);
    expect(titleOn('council-approval', '2026-09-01', 'kz-industrial')).toMatch(/regional coordination council/);
    expect(titleOn('technical-conditions', '2026-08-03', 'kz-sez')).toMatch(/^Rules .* No\. 750/);
    expect(titleOn('technical-conditions', '2026-08-04', 'kz-sez')).toMatch(/^Practice of this office .* No\. 265/);
    for (const zoneType of zoneTypes)
      expect(titleOn('contract-and-land', '2026-09-01', zoneType)).not.toMatch(/notices/);
  });
});
