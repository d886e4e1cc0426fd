import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostLooked, walk, type Batch } from './walk.ts';

const keyOf = (after: Record<string, unknown> | undefined): number => (after === undefined ? -1 : Number(after['at']));
/** An index of whole numbers in batches of a size; some of them fit. */
const reader =
  (length: number, size: number) =>
  async (after: Record<string, unknown> | undefined): Promise<Batch> => {
    const from = keyOf(after) + 1;
    const items = Array.from({ length: Math.max(0, Math.min(size, length - from)) }, (_, at) => ({ at: from + at }));
    return Promise.resolve({ items, ...(from + size < length && { last: { at: from + size - 1 } }) });
  };
const decode = (next: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(next, 'base64url').toString()) as Record<string, unknown>;

async function allPages(length: number, size: number, limit: number, fits: (at: number) => boolean) {
  const pages: number[][] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const page = await walk({ limit, after }, reader(length, size), (items) =>
      Promise.resolve(items.map(({ at }) => (fits(Number(at)) ? Number(at) : undefined))),
    );
    pages.push([...page.entries]);
    after = page.next === undefined ? undefined : decode(page.next);
  } while (after !== undefined && pages.length < 3000);
  return pages;
}

describe('a walk through an index', () => {
  it('finds everything that fits, once and in order, whatever the pages and batches', async () => {
    const sizes = fc.integer({ min: 1, max: 40 });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 200 }),
        sizes,
        sizes,
        fc.integer({ min: 1, max: 9 }),
        async (length, size, limit, each) => {
          const pages = await allPages(length, size, limit, (at) => at % each === 0);
          expect(pages.flat()).toEqual(Array.from({ length }, (_, at) => at).filter((at) => at % each === 0));
          // Full but for the last one, which is never there for nothing.
          expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
          if (pages.length > 1) expect(pages.at(-1)?.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('looks at so much and no more for a page, and goes on from there', async () => {
    let reads = 0;
    const read = reader(3 * mostLooked, 100);
    const page = await walk(
      { limit: 10, after: undefined },
      (after) => {
        reads += 1;
        return read(after);
      },
      (items) => Promise.resolve(items.map(() => undefined)),
    );
    expect([page.entries.length, reads, page.next === undefined ? undefined : keyOf(decode(page.next))]).toEqual([
      0,
      mostLooked / 100,
      mostLooked - 1,
    ]);
    expect((await allPages(3 * mostLooked, 100, 10, (at) => at === 3 * mostLooked - 1)).flat()).toEqual([
      3 * mostLooked - 1,
    ]);
  });
});
