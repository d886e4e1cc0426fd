import { partyKinds, type PartyKind } from '#core/contracts/reference.ts';
import { languageTags } from '#core/texts/index.ts';
import type { LateHolder } from '#core/domain/rules/late-holders.ts';
import { listBehind } from '#core/use-cases/list-behind.ts';
import { viewOverview, type Behind, type OverviewPorts } from '#core/use-cases/view-overview.ts';
import { listPage } from '#web/region/list-page.tsx';
import { bucketOrder } from '#web/region/names.ts';
import { regionPage } from '#web/region/region-page.tsx';
import { csv } from './csv.ts';
import { figureRows } from './figure-rows.ts';
import type { StaffVisit } from './staff-page.ts';
import { file, problem, show, type Reply } from './visit.ts';
import { xlsx } from './xlsx.ts';

const zoneIn = ({ query }: StaffVisit): string | undefined => query.get('zone') ?? undefined;

/** Somebody without any role has no overview; a zone that is not theirs does not exist. */
async function overview(ports: OverviewPorts, visit: StaffVisit) {
  const zoneId = zoneIn(visit);
  const view = await viewOverview(ports, { actor: visit.actor, zoneId, now: visit.now });
  return view.ok && view.value.pipeline.zones.length > 0 ? view.value : undefined;
}

const nothing = ({ query }: StaffVisit): Reply => problem({ kind: query.has('zone') ? 'not-found' : 'forbidden' });

/** The one page of figures. */
export async function regionOverview(ports: OverviewPorts, visit: StaffVisit): Promise<Reply> {
  const view = await overview(ports, visit);
  return view ? show(regionPage(visit.frame(), view, zoneIn(visit))) : nothing(visit);
}

const mimes = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;

/** The same figures as a file. */
export async function regionFile(ports: OverviewPorts, visit: StaffVisit, form: 'csv' | 'xlsx'): Promise<Reply> {
  const view = await overview(ports, visit);
  if (view === undefined) return nothing(visit);
  const { language } = visit.frame();
  const rows = figureRows(language, view);
  return file(`figures-${view.on}-${languageTags[language]}.${form}`, mimes[form], form === 'csv' ? csv(rows) : xlsx(rows));
}

const isHolder = (text: string): text is LateHolder => text === 'office' || text === 'investor' || partyKinds.includes(text as PartyKind);

/** What the address asks for; undefined for what no figure leads to. */
function filterIn({ query }: StaffVisit): Behind | undefined {
  const [stage, holder, quarter] = [query.get('stage'), query.get('holder'), query.get('start')];
  if (stage !== null) return bucketOrder.some((one) => one === stage) ? { by: 'stage', stage } : undefined;
  if (holder !== null) return isHolder(holder) ? { by: 'holder', holder } : undefined;
  if (quarter !== null) return /^\d{4}-[1-4]$/.test(quarter) ? { by: 'start', quarter } : undefined;
  if (query.has('overdue')) return { by: 'overdue' };
  return { by: query.has('uncounted') ? 'uncounted' : 'all' };
}

/** The projects behind a figure. */
export async function regionProjects(ports: OverviewPorts, visit: StaffVisit): Promise<Reply> {
  const filter = filterIn(visit);
  if (filter === undefined) return problem({ kind: 'not-found' });
  const view = await listBehind(ports, { actor: visit.actor, zoneId: zoneIn(visit), filter, after: visit.query.get('after') ?? undefined, now: visit.now });
  if (!view.ok) return problem(view.failure);
  return view.value.zones.length > 0 ? show(listPage(visit.frame(), view.value, filter, zoneIn(visit))) : nothing(visit);
}
