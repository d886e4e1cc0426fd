import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBesidePath } from '#core/stages/assignment-kind.ts';
import type { AssignmentLineView, ProjectLineView } from '#core/api/views.ts';
import type { StageId } from '#core/stages/stage-id.ts';
import type { Project } from '#local/demo/host-client.ts';
import { openHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { openOne } from '#test/support/walk.ts';

let host: TestHost;
let projects: readonly Project[];
const forum = 'aqtobe-investment-forum-2025';
const stages: readonly StageId[] = [
  'council-approval',
  'technical-conditions',
  'design-documentation',
  'technical-conditions',
  'contract-and-land',
];

beforeAll(async () => {
  host = await openHost();
  const placed: string[] = [];
  const place = async (at: number) => {
    const { projectId } = await placeAt(host, stages[at % stages.length] ?? 'expertise', {
      forum: at % 3 === 0 ? forum : undefined,
      sector: at % 2 === 0 ? 'food' : 'metals',
    });
    placed.push(projectId);
  };
  for (let at = 0; at < 12; at += 1) await place(at);
  await host.advance('P40D');
  for (let at = 12; at < 20; at += 1) await place(at);
  await host.settle();
  const taken = await host.project(placed[0] ?? '');
  for (const projectId of [placed[5], placed[10]]) {
    await host.ask(
      `/api/assignments/${openOne(await host.project(projectId ?? ''), 'office-decision').assignmentId}/take`,
      { as: 'officer', body: {} },
    );
  }
  expect(taken.assignments.length).toBeGreaterThan(0);
  projects = await Promise.all(placed.map((projectId) => host.project(projectId)));
});
afterAll(() => host.close());

/** Every page of a list, three entries each. */
async function pagesOf<Entry>(path: string): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  let after = '';
  do {
    const { body, status } = await host.ask<{ entries: Entry[]; next?: string }>(
      `${path}&zone=aqtobe&limit=3${after}`,
      { as: 'officer' },
    );
    expect(status, path).toBe(200);
    expect(body.entries.length).toBeLessThanOrEqual(3);
    found.push(...body.entries);
    after = body.next === undefined ? '' : `&after=${encodeURIComponent(body.next)}`;
  } while (after !== '');
  return found;
}

const isLate = ({ assignments }: Project): boolean =>
  assignments.some(
    ({ state, overdue, kind }) => overdue && !isBesidePath(kind) && (state === 'open' || state === 'paused'),
  );
const holds =
  (holder: string) =>
  ({ assignments }: Project): boolean =>
    assignments.some(
      (one) =>
        (one.state === 'open' || one.state === 'paused') &&
        (one.holder.kind === 'party' ? one.holder.partyId : one.holder.kind) === holder,
    );
type Fits = (project: Project) => boolean;
const inStage =
  (stage: string): Fits =>
  (project) =>
    project.stage === stage;
const ofForum: Fits = (project) => project.forum === forum;
const ofSector: Fits = (project) => project.sector === 'food';
const all =
  (...fits: Fits[]): Fits =>
  (project) =>
    fits.every((one) => one(project));

describe('projects for which two or more things hold', () => {
  it.each<[string, Fits]>([
    ['stage=technical-conditions&overdue=true', all(inStage('technical-conditions'), isLate)],
    ['stage=council-approval&overdue=true', all(inStage('council-approval'), isLate)],
    [`stage=technical-conditions&forum=${forum}`, all(inStage('technical-conditions'), ofForum)],
    [`forum=${forum}&overdue=true`, all(ofForum, isLate)],
    [`forum=${forum}&overdue=true&stage=council-approval`, all(ofForum, isLate, inStage('council-approval'))],
    ['holder=aqtobe-power&overdue=true', all(holds('aqtobe-power'), isLate)],
    ['holder=investor&stage=design-documentation', all(holds('investor'), inStage('design-documentation'))],
    ['sector=food&stage=contract-and-land', all(ofSector, inStage('contract-and-land'))],
    ['q=Tested&overdue=true', isLate],
    ['stage=expertise&overdue=true', () => false],
  ])('%s: exactly those, page after page, each once', async (query, fits) => {
    const found = await pagesOf<ProjectLineView>(`/api/projects?${query}`);
    const wanted = projects.filter(fits).map(({ projectId }) => projectId);
    expect(found.map(({ projectId }) => projectId).toSorted()).toEqual(wanted.toSorted());
    if (!query.includes('expertise')) expect(wanted.length).toBeGreaterThan(0);
  });

  it.each<[string, Fits]>([
    ['', () => true],
    ['stage=technical-conditions', inStage('technical-conditions')],
    [`forum=${forum}`, ofForum],
    ['overdue=true', isLate],
    ['sector=food&overdue=true', all(ofSector, isLate)],
  ])('%s by due date, the overdue first', async (query, fits) => {
    const found = await pagesOf<ProjectLineView>(`/api/projects?${query}&sort=due`);
    const dues = found.map(({ due }) => due ?? '9999');
    expect(dues).toEqual(dues.toSorted());
    expect(found.map(({ projectId }) => projectId).toSorted()).toEqual(
      projects
        .filter(fits)
        .map(({ projectId }) => projectId)
        .toSorted(),
    );
  });

  it('a place that is none of this list is refused', async () => {
    const { body } = await host.ask<{ next?: string }>('/api/projects?zone=aqtobe&limit=3&sort=due', { as: 'officer' });
    for (const query of [
      `stage=expertise&forum=${forum}&after=x`,
      `forum=${forum}&overdue=true&after=${body.next ?? ''}`,
      'sort=due&after=x',
    ]) {
      expect((await host.ask(`/api/projects?zone=aqtobe&${query}`, { as: 'officer' })).status, query).toBe(400);
    }
  });
});

describe('assignments', () => {
  const open = (fits: (one: Project['assignments'][number]) => boolean) =>
    projects
      .flatMap(({ assignments }) => assignments.filter((one) => one.state === 'open' && fits(one)))
      .map(({ assignmentId }) => assignmentId)
      .toSorted();
  const ofOffice = ({ holder }: Project['assignments'][number]) => holder.kind === 'office';
  it.each<[string, readonly string[] | (() => readonly string[])]>([
    ['overdue=true', () => open((one) => ofOffice(one) && one.overdue)],
    ['stage=technical-conditions', () => open((one) => ofOffice(one) && one.stage === 'technical-conditions')],
    [
      'stage=council-approval&overdue=true',
      () => open((one) => ofOffice(one) && one.stage === 'council-approval' && one.overdue),
    ],
    [
      'holder=aqtobe-power&overdue=true',
      () => open(({ holder, overdue }) => holder.kind === 'party' && holder.partyId === 'aqtobe-power' && overdue),
    ],
    ['mine=true', () => open(({ assignee }) => assignee === 'demo-officer')],
    ['mine=true&overdue=true', () => open(({ assignee, overdue }) => assignee === 'demo-officer' && overdue)],
  ])('%s: exactly those, by due date', async (query, wanted) => {
    const found = await pagesOf<AssignmentLineView>(`/api/assignments?${query}`);
    expect(found.map(({ assignmentId }) => assignmentId).toSorted()).toEqual(
      typeof wanted === 'function' ? wanted() : wanted,
    );
    const dues = found.map(({ due }) => due);
    expect(dues).toEqual(dues.toSorted());
  });
});

describe('the work list', () => {
  it('keeps what narrows it in its address, names it, clears it, and is come back to from a project', async () => {
    const { get } = await visitorOf(host, 'officer');
    const page = await get(
      `/office?zone=aqtobe&all=true&stage=technical-conditions&forum=${forum}&sector=&overdue=true&lang=en`,
    );
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/<h1[^>]*>.*Technical conditions · Overdue projects/);
    expect(page.text).toContain('Clear the filters');
    const wanted = projects.filter(all(inStage('technical-conditions'), ofForum, isLate));
    for (const { number } of wanted) expect(page.text).toContain(number);
    expect(page.text.match(/<tr role="row" class="desk__row/g)?.length).toBe(wanted.length);
    const none = await get('/office?zone=aqtobe&stage=expertise&overdue=true&lang=en');
    expect(none.text).toContain('There is no such project.');
    expect((await get('/office?zone=aqtobe&holder=office&stage=rejected')).status).toBe(404);
  });
});
