import { expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { head, headquarters, membership, officer, staff } from '#test/support/samples.ts';
import { world } from '#test/support/world.ts';
import { companyPapers } from './company-papers.ts';

const officerElsewhere = staff(membership('officer', 'beta'));

it.each<[string, Actor, boolean | 'not-found']>([
  ['an officer', officer, true],
  ['the head', head, true],
  ['headquarters', headquarters, false],
  ['leadership', staff(membership('leadership')), false],
  ['an officer of another zone', officerElsewhere, 'not-found'],
  ['an investor', { kind: 'investor', projectId: 'p' }, 'not-found'],
])('companies of a list for %s', async (_, actor, hasContacts) => {
  const { submit, ports } = world();
  const projectId = await submit();
  const found = await companyPapers(ports, { zoneId: 'alpha', actor, projectIds: [projectId, projectId, 'gone'] });
  if (hasContacts === 'not-found') return expect(found).toMatchObject({ failure: { kind: 'not-found' } });
  const paper = found.ok ? found.value.of.get(projectId) : undefined;
  expect(found.ok && [found.value.hasContacts, found.value.of.size]).toEqual([hasContacts, 1]);
  expect(paper?.number).toMatch(/^\d{12}$/);
  expect([paper?.person !== undefined, paper?.phone !== undefined]).toEqual([hasContacts, hasContacts]);
});

it('nothing is told of a project of another zone', async () => {
  const { submit, ports } = world();
  const projectId = await submit();
  const found = await companyPapers(ports, { zoneId: 'beta', actor: officerElsewhere, projectIds: [projectId] });
  expect(found.ok && found.value.of.size).toBe(0);
});
