import { describe, expect, it } from 'vitest';
import type { Company } from './letter-of-intent.ts';
import type { Actor } from '../kernel/actor.ts';
import { actOnProject } from '../project/act-on-project.ts';
import { withDuplicates } from './find-duplicates.ts';
import { viewProject } from '../project/view-project.ts';
import { head, headquarters, membership, officer, staff } from '#test/support/samples.ts';
import { world } from '#test/support/world.ts';

const numbers = { one: '251140012347', another: '251140012358' } as const;
const company = (name: string, number: string): { readonly company: Company } => ({
  company: { country: 'KZ', name, number },
});

/** Letters in the order in which they come. */
async function told(...companies: readonly { readonly company: Company }[]) {
  const one = world();
  const ids: string[] = [];
  for (const [at, each] of companies.entries()) ids.push(await one.submit(each, `key-${String(at)}`));
  await one.settle();
  return { ...one, ids };
}

const duplicatesOf = async (
  one: Awaited<ReturnType<typeof told>>,
  projectId = one.ids.at(-1) ?? '',
  actor: Actor = officer,
) => {
  const viewed = await viewProject(one.ports, { projectId, actor, now: one.now() });
  return viewed.ok ? (await withDuplicates(one.ports, viewed.value)).duplicates : viewed.failure.kind;
};

describe('possible duplicates', () => {
  it.each([
    ['the number', company('Агат', numbers.one), company('Мега', numbers.one), 'number'],
    [
      'the name in another script and form',
      company('ТОО «Мега-Агат»', numbers.one),
      company('Mega-Agat LLP', numbers.another),
      'name',
    ],
    ['a part of the name', company('Мега', numbers.one), company('Мега Агат', numbers.another), undefined],
    ['nothing', company('Жол', numbers.one), company('Мега', numbers.another), undefined],
  ] as const)('D30: two letters share %s', async (_, first, second, by) => {
    const one = await told(first, second);
    expect(await duplicatesOf(one)).toEqual(
      by === undefined ? [] : [expect.objectContaining({ projectId: one.ids[0], by, sameContact: true })],
    );
  });

  it('D30: costs three reads of the index', async () => {
    const one = await told(company('Mega Agat Qazaqstan Zauyty', numbers.one));
    const asked: string[] = [];
    const counting = {
      ...one.ports,
      lists: {
        ...one.ports.lists,
        havingWord: async (zoneId: string, word: string) => {
          asked.push(word);
          return one.ports.lists.havingWord(zoneId, word);
        },
      },
    };
    const viewed = await viewProject(one.ports, { projectId: one.ids[0] ?? '', actor: officer, now: one.now() });
    if (viewed.ok) await withDuplicates(counting, viewed.value);
    expect(asked.toSorted()).toEqual(['251140012347', 'kazakstan', 'zauiti'].toSorted());
  });

  it('D30: are told to those who work with the investor', async () => {
    const one = await told(company('Мега', numbers.one), company('Мега', numbers.another));
    expect(await duplicatesOf(one, undefined, head)).toHaveLength(1);
    expect(await duplicatesOf(one, undefined, headquarters)).toBeUndefined();
    expect(await duplicatesOf(one, undefined, staff(membership('officer', 'beta')))).toBe('not-found');
  });
});

describe('a merge', () => {
  const into = async (actor: Actor, which?: string) => {
    const one = world();
    const kept = await one.submit(company('Мега', numbers.one), 'key-0');
    const projectId = await one.submit(company('Мега', numbers.one), 'key-1');
    await one.settle();
    const done = await actOnProject(one.ports, {
      projectId,
      actor,
      now: one.now(),
      request: { action: 'merge', into: which === 'itself' ? projectId : (which ?? kept) },
    });
    return done.ok ? 'done' : done.failure.kind;
  };

  it.each([
    ['an officer, into one that is not confirmed', officer, undefined, 'invalid'],
    ['an officer, into itself', officer, 'itself', 'invalid'],
    ['an officer, into nothing', officer, 'none', 'invalid'],
    ['headquarters', headquarters, undefined, 'forbidden'],
    ['leadership', staff(membership('leadership')), undefined, 'forbidden'],
    ['an officer of another zone', staff(membership('officer', 'beta')), undefined, 'not-found'],
  ] as const)('D30: %s: it is not done', async (_, actor, which, said) => {
    expect(await into(actor, which)).toBe(said);
  });
});
