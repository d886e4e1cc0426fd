import type { DuplicateView, ProjectView } from '../api/views.ts';
import type { Ports, ProjectLine } from '../kernel/ports.ts';
import { identityOf, lookUpOf, sameBy, type Identity } from '../search/identity.ts';
import { projectLineView } from '../project/project-views.ts';

type FindPorts = Pick<Ports, 'projects' | 'lists'>;

const mostCompared = 100;
const mostShown = 10;

async function withWords(
  { lists }: FindPorts,
  zoneId: string,
  words: readonly (readonly string[])[],
): Promise<readonly string[]> {
  const found = await Promise.all(
    words.map(async (keys) => new Set((await Promise.all(keys.map((key) => lists.havingWord(zoneId, key)))).flat())),
  );
  const [first, ...others] = found;
  return first === undefined ? [] : [...first].filter((projectId) => others.every((one) => one.has(projectId)));
}

async function duplicateOf(
  { projects }: FindPorts,
  { project, company }: ProjectLine,
  identity: Identity,
  email: string | undefined,
): Promise<readonly DuplicateView[]> {
  const { letter, contact } = await projects.written(project.projectId);
  const by = letter && sameBy(identity, identityOf(letter.company));
  if (by === undefined) return [];
  const { projectId, number, stage, phase, ending, suspended, counted, receivedOn } = projectLineView({
    project,
    company,
  });
  return [
    {
      projectId,
      number,
      company,
      stage,
      phase,
      ...(ending && { ending }),
      suspended,
      counted,
      receivedOn,
      by,
      sameContact: email !== undefined && contact?.email?.toLowerCase() === email.toLowerCase(),
    },
  ];
}

/** Earliest first. Reads: three of the search index (and one a word of two readings), one of projects, two a hit. */
async function findDuplicates(
  ports: FindPorts,
  { projectId, zoneId, companyDetails, contact }: ProjectView,
): Promise<readonly DuplicateView[]> {
  if (companyDetails === undefined || contact === undefined) return [];
  const identity = identityOf(companyDetails);
  const { number, words } = lookUpOf(companyDetails);
  const [byNumber, byName] = await Promise.all([
    number === '' ? [] : ports.lists.havingWord(zoneId, number),
    withWords(ports, zoneId, words),
  ]);
  const others = [...new Set([...byNumber, ...byName])].filter((one) => one !== projectId).slice(0, mostCompared);
  const lines = others.length === 0 ? [] : await ports.lists.lines(others);
  const numbered = new Set(byNumber);
  const alike = lines.filter(
    ({ project, company }) =>
      numbered.has(project.projectId) ||
      sameBy(identity, identityOf({ ...companyDetails, number: '', name: company })) === 'name',
  );
  const found = await Promise.all(
    alike
      .toSorted((a, b) => a.project.submittedAt - b.project.submittedAt)
      .slice(0, mostShown)
      .map((line) => duplicateOf(ports, line, identity, contact.email)),
  );
  return found.flat();
}

/** A project with its possible duplicates, for staff who work with the investor and while it is on its path. */
export const withDuplicates = async (ports: FindPorts, view: ProjectView): Promise<ProjectView> =>
  view.phase === 'ended' || view.contact === undefined
    ? view
    : { ...view, duplicates: [...(await findDuplicates(ports, view))] };
