import type { PipelineView } from '#core/api/views.ts';
import { stageIds } from '#core/stages/stage-id.ts';
import type { Events, HostClient, Project, Projects } from './host-client.ts';

export interface Check {
  readonly name: string;
  readonly holds: boolean;
  readonly found: string;
}

async function pages<Entry>(
  get: (after: string) => Promise<{ entries: readonly Entry[]; next?: string | undefined }>,
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let after = '';
  for (;;) {
    const page = await get(after);
    entries.push(...page.entries);
    if (page.next === undefined) return entries;
    after = `&after=${page.next}`;
  }
}

export async function eventsGapless(
  client: HostClient,
  officer: string,
  { projectId, version }: Project,
): Promise<Check> {
  const events = await pages((after) =>
    client.asStaff<Events>(officer, `/api/projects/${projectId}/events?limit=100${after}`),
  );
  const holds = events.length === version && events.every(({ sequence }, at) => sequence === at + 1);
  const entered = new Set(events.flatMap(({ body }) => (body.type === 'stage-opened' ? [body.stage] : [])));
  return {
    name: 'events gapless, seven stages entered',
    holds: holds && entered.size === stageIds.length,
    found: `${String(events.length)} events, ${String(entered.size)} stages`,
  };
}

export async function countsAgree(client: HostClient, officer: string, viewer: string, zone: string): Promise<Check> {
  const listed = await pages((after) =>
    client.asStaff<Projects>(officer, `/api/projects?zone=${zone}&limit=100${after}`),
  );
  const {
    zones: [counted],
  } = await client.asStaff<PipelineView>(viewer, `/api/pipeline?zone=${zone}`);
  const recount = new Map<string, string>();
  const text = (projects: number, jobs: number, money: readonly { currency: string; amountMinor: number }[]) =>
    `${String(projects)} projects, ${String(jobs)} jobs, ${money
      .map(({ currency, amountMinor }) => `${String(amountMinor)} ${currency}`)
      .toSorted()
      .join(' + ')}`;
  for (const [bucket, projects] of Map.groupBy(
    listed.filter(({ counted: isCounted }) => isCounted),
    ({ ending, stage }) => ending ?? stage,
  )) {
    const byCurrency = Map.groupBy(projects, ({ figures }) => figures.investment.currency);
    const money = [...byCurrency].map(([currency, some]) => ({
      currency,
      amountMinor: some.reduce((sum, { figures }) => sum + figures.investment.amountMinor, 0),
    }));
    recount.set(
      bucket,
      text(
        projects.length,
        projects.reduce((sum, { figures }) => sum + figures.jobs, 0),
        money,
      ),
    );
  }
  const buckets = counted?.buckets ?? [];
  const same =
    buckets.length === recount.size &&
    buckets.every((one) => recount.get(one.bucket) === text(one.projects, one.jobs, one.investment));
  return {
    name: 'counts equal a recount',
    holds: same,
    found: `${String(listed.length)} projects listed, ${String(buckets.length)} counts`,
  };
}

export const started = ({ ending, number }: Project): Check => ({
  name: 'construction started',
  holds: ending === 'construction-started',
  found: `${number}: ${ending ?? 'on its way'}`,
});
