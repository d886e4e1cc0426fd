import { join } from 'node:path';
import { takeOverProject } from '#core/project/take-over-project.ts';
import { localDateOf } from '#core/calendar/local-date.ts';
import type { StageId } from '#core/stages/stage-id.ts';
import { linkText } from '#functions/adapters/aws/link-signer.ts';
import { ids } from '#functions/adapters/ids.ts';
import { projectStore } from '#functions/adapters/table/project-store.ts';
import { referenceStore } from '#functions/adapters/table/reference-store.ts';
import { uploadByLink } from '#local/demo/upload.ts';
import { ensureSecret } from '#local/aws/secrets-manager/secret.ts';
import { letterOf, type TestHost, type World } from './host.ts';
import { holdOriginals } from './walk.ts';

export interface Placed {
  readonly projectId: string;
  /** The investor's tracking link: a project taken over from paper has had no email yet. */
  readonly track: string;
}

/** A project that an office took over in a stage, so that a test of that stage need not walk there; in the first one it is signed. */
export const placeAt = (host: TestHost, stage: StageId, ...change: Parameters<World['submit']>): Promise<Placed> =>
  placeNamed(host, stage, ids.projectId(), ...change);

/** The same under an id of one's own. */
export async function placeNamed(
  host: TestHost,
  stage: StageId,
  projectId: string,
  ...change: Parameters<World['submit']>
): Promise<Placed> {
  const { tableName } = host.endpoints;
  const ports = {
    projects: projectStore(host.table, tableName),
    reference: referenceStore(host.table, tableName),
    ids: { ...ids, projectId: () => projectId },
  };
  const now = await host.settle();
  const taken = await takeOverProject(ports, {
    letter: letterOf(...change),
    stage,
    receivedOn: localDateOf(now, 300),
    now,
  });
  if (!taken.ok) throw new Error(`Not taken over: ${taken.failure.kind}`);
  await host.settle();
  const secret = Buffer.from(ensureSecret(join(host.dataDir, 'link-secret')));
  const track = linkText(secret, { kind: 'track', projectId, version: 0 });
  if (stage === 'letter-of-intent') await uploadByLink(host, track, 'signed-letter');
  return { projectId, track };
}

/** A project in the council's stage whose documents all lie with the office: what is open is the office's check. */
export async function placeToCheck(host: TestHost, ...change: Parameters<World['submit']>): Promise<Placed> {
  const placed = await placeAt(host, 'council-approval', ...change);
  const { status } = await holdOriginals(host, await host.project(placed.projectId));
  if (status !== 200) throw new Error(`The originals are not held: ${String(status)}`);
  return placed;
}
