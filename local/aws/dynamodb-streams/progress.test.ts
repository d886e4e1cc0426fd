import fc from 'fast-check';
import { expect, it } from 'vitest';
import { trackProgress } from './progress.ts';

it('the mark is the last of the finished pieces before the first open one, whatever the order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7]), (finished) => {
      let mark = -1;
      const progress = trackProgress<number>((next) => {
        expect(next).toBeGreaterThan(mark);
        mark = next;
      });
      const finish = Array.from({ length: 8 }, (_, position) => progress.take(position));
      for (const position of finished) finish[position]?.();
      const firstOpen = finish.findIndex((_, position) => !finished.includes(position));
      expect(mark).toBe((firstOpen < 0 ? 8 : firstOpen) - 1);
      expect(progress.open).toBe(8 - finished.length);
    }),
  );
});

it('finishing twice counts once', () => {
  const progress = trackProgress<string>(() => undefined);
  const finish = progress.take('a');
  progress.take('b');
  finish();
  finish();
  expect(progress.open).toBe(1);
});
