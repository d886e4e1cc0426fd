import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Project } from '#core/project/project.ts';
import { searchWords } from '#core/search/search-messages.ts';
import { BadPageToken } from './paging.ts';
import { searchList } from './search-list.ts';
import { wordItems } from './items.ts';
import { Journey } from '#test/support/journey.ts';

interface Command {
  readonly constructor: { readonly name: string };
  readonly input: {
    readonly RequestItems?: { readonly table: { readonly Keys: readonly { readonly PK: string }[] } };
    readonly ExpressionAttributeValues?: Readonly<Record<string, string>>;
    readonly ExclusiveStartKey?: { readonly SK: string };
    readonly Limit?: number;
  };
}

/** A table of projects of these names: the two reads that a search needs, as DynamoDB answers them. */
function tableOf(names: readonly string[]) {
  const base = new Journey().arrive().project;
  const projects = names.map((company, at): { readonly company: string; readonly project: Project } => ({
    company,
    project: {
      ...base,
      zoneId: 'alpha',
      projectId: `p${String(at)}`,
      number: `ALP-2026-${String(at).padStart(4, '0')}`,
    },
  }));
  const words = projects
    .flatMap(({ company, project }) =>
      wordItems(
        project,
        searchWords(
          { company: { country: 'KZ', name: company, number: project.number.replace(/\D/g, '').padStart(12, '9') } },
          project.number,
        ),
      ),
    )
    .toSorted((a, b) => (String(a['SK']) < String(b['SK']) ? -1 : 1));
  const reads: string[] = [];
  const send = async ({ constructor: { name }, input }: Command): Promise<unknown> => {
    reads.push(name);
    if (name === 'BatchGetCommand') {
      const keys = input.RequestItems?.table.Keys ?? [];
      expect(keys.length).toBeLessThanOrEqual(100);
      return {
        Responses: {
          table: keys.flatMap(({ PK }) =>
            projects
              .filter(({ project }) => `PROJECT#${project.projectId}` === PK)
              .map((one) => ({ PK, SK: 'STATE#PROJECT', ...one })),
          ),
        },
      };
    }
    const prefix = input.ExpressionAttributeValues?.[':prefix'] ?? '';
    const from = input.ExclusiveStartKey?.SK;
    const all = words.filter(({ SK }) => String(SK).startsWith(prefix) && (from === undefined || String(SK) > from));
    const Items = all.slice(0, input.Limit);
    return {
      Items,
      ...(Items.length < all.length && { LastEvaluatedKey: { PK: Items.at(-1)?.['PK'], SK: Items.at(-1)?.['SK'] } }),
    };
  };
  return { place: { client: { send } as unknown as DynamoDBDocumentClient, table: 'table', zoneId: 'alpha' }, reads };
}

async function pagesOf(
  place: Parameters<typeof searchList>[0],
  text: string,
  limit: number,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await searchList(place, text, { limit, after }, {});
    expect(page.entries.length).toBeLessThanOrEqual(limit);
    found.push(...page.entries.map(({ company }) => company));
    if (page.next === undefined) return found;
    after = page.next;
  }
}

/** Six hundred of one first word; every third has a second, and one a word of its own. */
const many = Array.from(
  { length: 600 },
  (_, at) => `Ақтөбе ${at % 3 === 0 ? 'Жылу' : 'Су'} ${at === 333 ? 'Заңғар' : `k${String(at)}`}`,
);

describe('searchList', () => {
  it.each([
    ['Aktobe', 600],
    ['Актобе жылу', 200],
    ['жылу ақтөбе', 200],
    ['ак', 600],
    ['Актобе zan', 1],
    ['ALP-2026-0333', 1],
    ['alp 2026', 600],
    ['Актобе 0333', 1],
    ['nothing Актобе', 0],
    ['a', 600],
  ] as const)('S7: %s finds all %i, each once, page after page', async (text, count) => {
    const { place } = tableOf(many);
    const found = await pagesOf(place, text, 70);
    expect(found).toHaveLength(count);
    expect(new Set(found).size).toBe(count);
  });

  it('S7: reads a word once where few have it, and no project that lacks it', async () => {
    const { place, reads } = tableOf(many);
    await searchList(place, 'Заңғар', { limit: 25 }, {});
    expect(reads).toEqual(['QueryCommand', 'BatchGetCommand']);
  });

  it('S7: a place of another zone is refused', async () => {
    const { place } = tableOf(many.slice(0, 30));
    const { next } = await searchList(place, 'Aktobe', { limit: 10 }, {});
    await expect(searchList({ ...place, zoneId: 'beta' }, 'Aktobe', { limit: 10, after: next }, {})).rejects.toThrow(
      BadPageToken,
    );
  });

  it('S7: whatever is in the names, a page at a time is what one page would be', async () => {
    const name = fc
      .array(fc.constantFrom('Ақ', 'Ak', 'Актау', 'Qoʻqon', 'Қўқон', 'Ёқут', 'ТОО', 'Жол', 'Zhol', '0001'), {
        minLength: 1,
        maxLength: 4,
      })
      .map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(
        fc.array(name, { maxLength: 12 }),
        fc.constantFrom('ақ', 'ak zhol', "qo'q", 'екут', '1', 'тоо', 'акт жол'),
        fc.integer({ min: 1, max: 5 }),
        async (names, text, limit) => {
          const { place } = tableOf(names);
          const whole = await pagesOf(place, text, 100);
          expect(await pagesOf(place, text, limit)).toEqual(whole);
        },
      ),
      { numRuns: 60 },
    );
  });
});
