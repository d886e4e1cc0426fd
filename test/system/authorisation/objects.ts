import { join } from 'node:path';
import type { AssignmentKind } from '#core/contracts/facts.ts';
import type { StageId } from '#core/domain/stage-id.ts';
import type { LinkTarget } from '#core/ports/links.ts';
import { linkText } from '#functions/adapters/aws/link-signer.ts';
import { ensureSecret } from '#infra/local/secrets/secret.ts';
import type { Project } from '#infra/local/demo/host-client.ts';
import type { TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { openOne } from '#test/support/walk.ts';
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

const idIn = (project: Project | undefined, projectId: string) => (kind: AssignmentKind, line?: string): string => {
  const made = `${projectId}_4-1-1_${kind}${line === undefined ? '' : `_${line}`}`;
  const isThere = project?.assignments.some((one) => one.kind === kind && (line === undefined || one.line === line));
  return project && isThere ? openOne(project, kind, line).assignmentId : made;
};

async function newDraft(host: TestHost): Promise<string> {
  const { headers } = await fetch(`${host.endpoints.site}/letter`, { method: 'POST', redirect: 'manual' });
  return headers.get('location')?.split('.')[1] ?? '';
}

/** A new project in a stage, at a place. */
export async function targetAt(host: TestHost, place: Place, stage: StageId): Promise<Target> {
  const zoneId = zones[place];
  if (place === 'nowhere') return { place, zoneId, projectId: 'pnone', draftId: 'pnone', assignment: idIn(undefined, 'pnone') };
  const { projectId } = await placeAt(host, stage, { zoneId });
  const project = await host.project(projectId, officers[place]);
  return { place, zoneId, projectId, draftId: await newDraft(host), assignment: idIn(project, projectId) };
}
