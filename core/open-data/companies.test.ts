import { describe, expect, it } from 'vitest';
import { Journey } from '#test/support/journey.ts';
import { put, world, type World } from '#test/support/world.ts';
import { agreeNaming, viewNaming } from './agree-naming.ts';
import { viewCompanies } from './companies.ts';

/** A project, its investor's link, and what open data tell of companies. */
async function begun(journey = new Journey().to('council-approval')) {
  const at = world();
  await put(at, journey);
  at.moveTo(journey.now);
  const link = await at.ports.links.urlOf({ kind: 'track', projectId: 'p1', version: 0 });
  const by = { link, now: journey.now };
  return {
    at,
    by,
    agree: async (agrees: boolean, later = 0) => {
      const done = await agreeNaming(at.ports, { ...by, now: by.now + later, agrees });
      return done.ok ? 'done' : done.failure.kind;
    },
    told: () => viewCompanies({ ...at.ports, named: { all: async () => [...at.memory.named] } }),
  };
}

function change({ memory }: World, project: object): void {
  const stored = memory.projects.get('p1');
  if (stored === undefined) throw new Error('No project');
  const aggregate = { ...stored.aggregate, project: { ...stored.aggregate.project, ...project } };
  memory.projects.set('p1', { ...stored, aggregate });
}

const naming = async (at: World) =>
  (await at.ports.projects.events('p1', { limit: 100 })).entries
    .map(({ body }) => body.type)
    .filter((type) => type.startsWith('naming-'));

describe('a company in open data', () => {
  it('is named when its investor agreed, until they take it back; twice is once', async () => {
    const { at, agree, told } = await begun();
    expect(await told()).toEqual([]);
    expect([await agree(true), await agree(true, 5000)]).toEqual(['done', 'done']);
    expect(await told()).toMatchObject([{ zone: 'alpha', stage: 'council-approval', currency: 'KZT' }]);
    expect([await agree(false), await agree(false)]).toEqual(['done', 'done']);
    expect(await told()).toEqual([]);
    expect(await naming(at)).toEqual(['naming-agreed', 'naming-taken-back']);
  });

  it.each<[string, object, boolean]>([
    ['that started construction', { phase: 'ended', ending: 'construction-started' }, true],
    ['that was rejected', { phase: 'ended', ending: 'rejected' }, false],
    ['of which personal data were erased', { erased: { at: 1, company: false, documents: false } }, false],
    ['whose letter does not count', { accepted: false, confirmed: false }, false],
  ])('of a project %s is named or not', async (_, project, isNamed) => {
    const { at, agree, told } = await begun();
    await agree(true);
    change(at, project);
    expect(await told()).toHaveLength(isNamed ? 1 : 0);
  });

  it('is not named for the asking of a project that ended; what was agreed is taken back all the same', async () => {
    const { at, agree } = await begun();
    await agree(true);
    change(at, { phase: 'ended', ending: 'withdrawn' });
    expect(await agree(false)).toBe('done');
    expect(await agree(true)).toBe('not-allowed');
  });

  it('is the contact’s own: a colleague neither agrees nor sees what would be told', async () => {
    const { at, by } = await begun();
    change(at, { delegates: [{ delegate: 1, as: 'colleague', state: 'confirmed' }] });
    const link = await at.ports.links.urlOf({ kind: 'track', projectId: 'p1', version: 0, delegate: 1 });
    const colleague = { ...by, link };
    expect(await agreeNaming(at.ports, { ...colleague, agrees: true })).toMatchObject({
      failure: { kind: 'forbidden' },
    });
    expect(await viewNaming(at.ports, colleague)).toMatchObject({ failure: { kind: 'forbidden' } });
  });
});
