import { describe, expect, it } from 'vitest';
import { world } from '#test/support/world.ts';
import { at } from '#test/support/samples.ts';
import type { Night, NightPorts } from './night-ports.ts';
import { nightNamed, publishNight } from './nights.ts';
import type { OpenData } from './open-data.ts';

/** What is kept of nights, where the contents can be made to fail. */
function nightPorts() {
  const rows: Night[] = [];
  const texts = new Map<string, string>();
  let isDown = false;
  const ports: NightPorts = {
    nights: {
      find: async (day) => rows.find((one) => one.day === day),
      latest: async (most, before = '~') =>
        rows
          .filter(({ day }) => day < before)
          .toSorted((a, b) => (a.day < b.day ? 1 : -1))
          .slice(0, most),
      write: async (night) => void rows.push(night),
    },
    nightContents: {
      put: async (day, { name }, text) => {
        if (isDown) throw new Error('The store is down');
        texts.set(`${day}/${name}`, text);
      },
      get: async (day, name) => texts.get(`${day}/${name}`),
    },
  };
  return {
    ports,
    rows,
    texts,
    down: (is: boolean) => {
      isDown = is;
    },
  };
}

const filesOf = ({ counts, day }: OpenData) => [
  {
    file: { name: 'counts.csv', type: 'text/csv', bytes: 1, sha256: 'a'.repeat(64) },
    text: `${day} ${String(counts.length)}`,
  },
];

describe('open data of each night', () => {
  it('is written once a day of the zones, and never anew', async () => {
    const { ports } = world();
    const { ports: kept, rows, texts } = nightPorts();
    const run = (instant: number) => publishNight({ ...ports, ...kept }, instant, filesOf);
    const evening = Date.parse('2026-03-03T20:30:00Z');
    expect(await run(evening)).toBe('2026-03-04');
    const first = texts.get('2026-03-04/counts.csv');
    texts.set('2026-03-04/counts.csv', 'as it was');
    expect(await run(evening + 3_600_000)).toBeUndefined();
    expect([first, texts.get('2026-03-04/counts.csv')]).toEqual(['2026-03-04 1', 'as it was']);
    expect(await run(evening + 86_400_000)).toBe('2026-03-05');
    expect(rows.map(({ day }) => day)).toEqual(['2026-03-04', '2026-03-05']);
  });

  it('is listed only when its files are there', async () => {
    const { ports } = world();
    const { ports: kept, rows, down } = nightPorts();
    const run = () => publishNight({ ...ports, ...kept }, at('2026-03-03'), filesOf);
    down(true);
    await expect(run()).rejects.toThrow('The store is down');
    expect(rows).toEqual([]);
    down(false);
    expect(await run()).toBe('2026-03-03');
  });

  it.each<[string, string | undefined]>([
    ['2026-03-03', '2026-03-03'],
    ['latest', '2026-03-05'],
    ['2026-03-04', undefined],
    ['~', undefined],
    ['2026-03', undefined],
  ])('of %s is found by its name', async (name, day) => {
    const { ports } = world();
    const { ports: kept } = nightPorts();
    for (const on of ['2026-03-05', '2026-03-03']) await publishNight({ ...ports, ...kept }, at(on), filesOf);
    expect((await nightNamed(kept.nights, name))?.day).toBe(day);
  });
});
