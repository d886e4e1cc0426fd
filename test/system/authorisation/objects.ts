import { join } from 'node:path';
import type { AssignmentKind } from '#core/stages/facts.ts';
import type { StageId } from '#core/stages/stage-id.ts';
import type { LinkTarget } from '#core/links/link-ports.ts';
import { linkText } from '#functions/adapters/aws/link-signer.ts';
import { ensureSecret } from '#local/aws/secrets-manager/secret.ts';
import type { Project } from '#local/demo/host-client.ts';
import type { TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import type { Place } from './persons.ts';

/** One project with all that a route may name of it. */
export interface Target {
  readonly place: Place;
  readonly projectId: string;
  readonly zoneId: string;
  readonly draftId: string;
  /** Of the obstacle that the investor reported and the office gave to the power company; one that could be, where there is none. */
  readonly obstacleId: string;
  /** The id of an open assignment; one that could be, where nothing exists. */
  readonly assignment: (kind: AssignmentKind, line?: string) => string;
}

/** Makes links of the host, also such as it would never send. */
export type Signer = (target: LinkTarget) => string;

export function signerOf(host: TestHost): Signer {
  const secret = Buffer.from(ensureSecret(join(host.dataDir, 'link-secret')));
  return (target) => linkText(secret, target);
}

const zones: Readonly<Record<Place, string>> = { here: 'aqtobe', elsewhere: 'kokand', nowhere: 'atlantis' };
const officers: Readonly<Record<Place, string>> = { here: 'officer', elsewhere: 'officer-kokand', nowhere: '' };

/** The assignment of a kind that is open, else the latest one. */
const idIn =
  (project: Project | undefined, projectId: string) =>
  (kind: AssignmentKind, line?: string): string => {
    const all = (project?.assignments ?? []).filter(
      (one) => one.kind === kind && (line === undefined || one.line === line),
    );
    const found = all.find(({ state }) => state === 'open' || state === 'paused') ?? all.at(-1);
    return found?.assignmentId ?? `${projectId}_4-1-1_${kind}${line === undefined ? '' : `_${line}`}`;
  };

export async function newDraft(host: TestHost): Promise<string> {
  const { headers } = await fetch(`${host.endpoints.site}/letter`, { method: 'POST', redirect: 'manual' });
  return headers.get('location')?.split('.')[1] ?? '';
}

/** What a row wants of its object. */
export interface Wanted {
  /** Technical conditions unless told. */
  readonly stage?: StageId;
  readonly obstacle?: true;
  /** A draft beside it, where the link is one's: any other link needs none. */
  readonly link?: string;
}

export const stageOf = ({ stage = 'technical-conditions' }: Wanted): StageId => stage;

/** What differs in the letter of an object. */
type Change = Parameters<TestHost['submit']>[0];

/** An obstacle of the investor's that the power company has now. */
async function withObstacle(host: TestHost, { projectId, zoneId }: Project, officer: string): Promise<void> {
  const sign = signerOf(host);
  await host.anonymously(`/api/links/${sign({ kind: 'track', projectId, version: 0 })}/obstacles`, {
    about: { kind: 'line', line: 'power' },
    words: 'No answer for a month.',
  });
  const {
    obstacles: [obstacle],
  } = await host.project(projectId, officer);
  await host.asStaff(officer, `/api/projects/${projectId}/obstacles/${obstacle?.obstacleId ?? ''}/hand-over`, {
    to: { kind: 'party', partyId: `${zoneId}-power` },
  });
  await host.settle();
}

/** A project that is there, as routes name it. */
export const targetOf = (project: Project, place: Place, draftId: string): Target => ({
  place,
  zoneId: project.zoneId,
  projectId: project.projectId,
  draftId,
  obstacleId: project.obstacles[0]?.obstacleId ?? 'o1',
  assignment: idIn(project, project.projectId),
});

/** A new project as a row wants it, at a place. */
export async function targetAt(host: TestHost, place: Place, wanted: Wanted, change: Change = {}): Promise<Target> {
  const zoneId = zones[place];
  if (place === 'nowhere')
    return {
      place,
      zoneId,
      projectId: 'pnone',
      draftId: 'pnone',
      obstacleId: 'o1',
      assignment: idIn(undefined, 'pnone'),
    };
  const { projectId } = await placeAt(host, stageOf(wanted), { ...change, zoneId });
  if (wanted.obstacle) await withObstacle(host, await host.project(projectId, officers[place]), officers[place]);
  return targetOf(
    await host.project(projectId, officers[place]),
    place,
    wanted.link === 'draft' ? await newDraft(host) : 'pnone',
  );
}

/** Objects that many rows share: one of each kind at each place, made when it is first wanted. */
export function sharedTargets(host: TestHost, change: Change = {}): (wanted: Wanted, place: Place) => Promise<Target> {
  const made = new Map<string, Promise<Target>>();
  return (wanted, place) => {
    const key = [place, stageOf(wanted), wanted.obstacle].join();
    const target = made.get(key) ?? targetAt(host, place, { ...wanted, link: 'draft' }, change);
    made.set(key, target);
    return target;
  };
}
