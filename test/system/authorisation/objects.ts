import { join } from 'node:path';
import type { AssignmentKind } from '#core/contracts/facts.ts';
import type { StageId } from '#core/domain/stage-id.ts';
import type { LinkTarget } from '#core/ports/links.ts';
import { linkText } from '#functions/adapters/aws/link-signer.ts';
import { ensureSecret } from '#infra/local/secrets/secret.ts';
import type { Project } from '#infra/local/demo/host-client.ts';
import type { TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import type { Place } from './persons.ts';

/** One project with all that a route may name of it. */
export interface Target {
  readonly place: Place;
  readonly projectId: string;
  readonly zoneId: string;
  readonly draftId: string;
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
const idIn = (project: Project | undefined, projectId: string) => (kind: AssignmentKind, line?: string): string => {
  const all = (project?.assignments ?? []).filter((one) => one.kind === kind && (line === undefined || one.line === line));
  const found = all.find(({ state }) => state === 'open' || state === 'paused') ?? all.at(-1);
  return found?.assignmentId ?? `${projectId}_4-1-1_${kind}${line === undefined ? '' : `_${line}`}`;
};

export async function newDraft(host: TestHost): Promise<string> {
  const { headers } = await fetch(`${host.endpoints.site}/letter`, { method: 'POST', redirect: 'manual' });
  return headers.get('location')?.split('.')[1] ?? '';
}

/** A project that is there, as routes name it. */
export const targetOf = (project: Project, place: Place, draftId: string): Target =>
  ({ place, zoneId: project.zoneId, projectId: project.projectId, draftId, assignment: idIn(project, project.projectId) });

/** A new project in a stage, at a place. @param change what its letter says instead */
export async function targetAt(host: TestHost, place: Place, stage: StageId, change: Parameters<TestHost['submit']>[0] = {}): Promise<Target> {
  const zoneId = zones[place];
  if (place === 'nowhere') return { place, zoneId, projectId: 'pnone', draftId: 'pnone', assignment: idIn(undefined, 'pnone') };
  const { projectId } = await placeAt(host, stage, { ...change, zoneId });
  const project = await host.project(projectId, officers[place]);
  return targetOf(project, place, await newDraft(host));
}
