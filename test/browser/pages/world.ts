import type { AssignmentKind } from '#core/contracts/facts.ts';
import type { StageId } from '#core/domain/stage-id.ts';
import type { TestHost } from '#test/support/host.ts';
import { placeAt, type Placed } from '#test/support/place.ts';
import { answer, drive, holderLink, letterAt, linkFromMail, openOne } from '#test/support/walk.ts';

/** A name as long as it may be, of one word. */
export const longName = `"><b>${'Ө'.repeat(120)}</b> ЖШС`;

/** Projects in every state that a page can show: by placing them and by what their people then do. */
export interface PagesWorld {
  readonly host: TestHost;
  /** Late, with a name as long as may be. */
  readonly late: Placed;
  readonly placed: Readonly<Record<'council-approval' | 'contract-and-land' | 'technical-conditions' | 'design-documentation' | 'expertise' | 'construction-start', Placed>>;
  readonly returned: Placed;
  readonly cured: Placed;
  readonly suspended: Placed;
  readonly withdrawn: Placed;
  readonly started: Placed;
  readonly unconfirmed: Placed;
  /** The id of an open assignment. */
  readonly open: (placed: Placed, kind: AssignmentKind, line?: string) => Promise<string>;
  /** Path of the page behind a party's link. */
  readonly partyPath: (placed: Placed, kind: AssignmentKind, line?: string) => Promise<string>;
}

async function returnedLetter(host: TestHost): Promise<Placed> {
  const { projectId } = await letterAt(host, ({ phase }) => phase === 'open');
  const decision = openOne(await host.project(projectId), 'office-decision');
  await answer(host, decision, { outcome: 'returned', reasonCode: 'incomplete', reason: `Two lines,\n${'x'.repeat(90)}`, daysToCure: 5 });
  await host.settle();
  return { projectId, track: await linkFromMail(host, projectId, 't.') };
}

async function curedLine(host: TestHost): Promise<Placed> {
  const placed = await placeAt(host, 'technical-conditions');
  await answer(host, openOne(await host.project(placed.projectId), 'technical-condition', 'power'), { outcome: 'returned', reasonCode: 'remarks', reason: 'The load is missing.', daysToCure: 5 });
  await answer(host, openOne(await host.project(placed.projectId), 'technical-condition', 'gas'), { outcome: 'suspended', reasonCode: 'supplier-late', reason: 'The station is rebuilt.', until: '2026-03-10' });
  await host.settle();
  return placed;
}

async function asHead(host: TestHost, stage: StageId, action: string, body: unknown): Promise<Placed> {
  const placed = await placeAt(host, stage);
  const { status } = await host.ask(`/api/projects/${placed.projectId}/${action}`, { as: 'head', body });
  if (status !== 200) throw new Error(`${action}: ${String(status)}`);
  await host.settle();
  return placed;
}

async function startedProject(host: TestHost): Promise<Placed> {
  const placed = await placeAt(host, 'construction-start');
  await drive(host, placed.projectId, ({ phase }) => phase === 'ended');
  return placed;
}

export async function pagesWorld(host: TestHost): Promise<PagesWorld> {
  const late = await placeAt(host, 'technical-conditions', { company: { country: 'KZ', name: longName, number: '999999999999' } });
  await host.advance('P40D');
  const stages = ['council-approval', 'contract-and-land', 'technical-conditions', 'design-documentation', 'expertise', 'construction-start'] as const;
  const placed = Object.fromEntries(await Promise.all(stages.map(async (stage) => [stage, await placeAt(host, stage)] as const))) as PagesWorld['placed'];
  const [returned, cured] = [await returnedLetter(host), await curedLine(host)];
  const suspended = await asHead(host, 'technical-conditions', 'suspend', { reasonCode: 'weather', reason: 'Frost.', fault: 'force-majeure', reviewOn: '2026-03-02' });
  const withdrawn = await asHead(host, 'expertise', 'withdraw', { reason: 'Sold.' });
  const started = await startedProject(host);
  const submitted = await host.submit();
  await host.settle();
  const unconfirmed = { projectId: submitted.projectId, track: await linkFromMail(host, submitted.projectId, 'c.') };
  const find = async ({ projectId }: Placed, kind: AssignmentKind, line?: string) => openOne(await host.project(projectId), kind, line);
  return {
    host, late, placed, returned, cured, suspended, withdrawn, started, unconfirmed,
    open: async (...which) => (await find(...which)).assignmentId,
    partyPath: async (...which) => `/l/${await holderLink(host, await find(...which))}`,
  };
}
