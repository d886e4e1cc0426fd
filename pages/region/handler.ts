import { partyKinds, type PartyKind } from '#core/reference/reference.ts';
import { languageTags } from '#core/texts/index.ts';
import type { LateHolder } from '#core/figures/late-holders.ts';
import { sectors } from '#core/letter/sector.ts';
import { Identifier } from '#core/kernel/common.ts';
import { listBehind, type Behind } from '#core/figures/list-behind.ts';
import { viewOverview, type OverviewPorts } from '#core/figures/view-overview.ts';
import { listPage } from '#pages/region/list-page.tsx';
import { bucketOrder } from '#pages/region/names.ts';
import { regionPage } from '#pages/region/page.tsx';
import { csv } from '../kit/csv.ts';
import { figureRows } from './figure-rows.ts';
import type { StaffVisit } from '../kit/staff-page.ts';
import { addressOf } from '../routes.ts';
import { file, problem, redirect, render, type Reply } from '../kit/visit.ts';
import { mimes, xlsx } from '../kit/xlsx.ts';

const zoneIn = ({ query }: StaffVisit): string | undefined => query.get('zone') ?? undefined;

/** Somebody without any role has no overview; a zone that is not theirs does not exist. */
async function overview(ports: OverviewPorts, visit: StaffVisit) {
  const zoneId = zoneIn(visit);
  const view = await viewOverview(ports, { actor: visit.actor, zoneId, now: visit.now });
  return view.ok && view.value.pipeline.zones.length > 0 ? view.value : undefined;
}

const nothing = ({ query, actor }: StaffVisit): Reply =>
  actor.memberships.length === 0 && !query.has('zone')
    ? redirect(addressOf('/office/access', {}))
    : problem({ kind: query.has('zone') ? 'not-found' : 'forbidden' });

export async function regionOverview(ports: OverviewPorts, visit: StaffVisit): Promise<Reply> {
  const view = await overview(ports, visit);
  return view ? render(regionPage(visit.frame(), view, zoneIn(visit))) : nothing(visit);
}

export async function regionFile(ports: OverviewPorts, visit: StaffVisit, form: 'csv' | 'xlsx'): Promise<Reply> {
  const view = await overview(ports, visit);
  if (view === undefined) return nothing(visit);
  const { language } = visit.frame();
  const rows = figureRows(language, view);
  return file(
    `figures-${view.on}-${languageTags[language]}.${form}`,
    mimes[form],
    form === 'csv' ? csv(language, rows) : xlsx(rows),
  );
}

const isHolder = (text: string): text is LateHolder =>
  text === 'office' || text === 'investor' || partyKinds.includes(text as PartyKind);

const standings = ['going', 'started', 'lost'] as const;

/** What the address asks for; undefined for what no figure leads to. */
function filterIn({ query }: StaffVisit): Behind | undefined {
  const [stage, sector, forum, holder, start] = ['stage', 'sector', 'forum', 'holder', 'start'].map(
    (name) => query.get(name) ?? undefined,
  );
  const standing = standings.find((one) => one === (query.get('standing') ?? 'going'));
  if (stage !== undefined) return bucketOrder.some((one) => one === stage) ? { by: 'stage', stage } : undefined;
  if (sector !== undefined)
    return standing && sectors.some((one) => one === sector) ? { by: 'sector', sector, standing } : undefined;
  if (forum !== undefined)
    return standing && Identifier.safeParse(forum).success ? { by: 'forum', forum, standing } : undefined;
  if (holder !== undefined) return isHolder(holder) ? { by: 'late', holder } : undefined;
  if (start !== undefined) {
    const quarter = start === 'all' ? undefined : start;
    return quarter === undefined || /^\d{4}-[1-4]$/.test(quarter)
      ? { by: 'start', standing: query.get('standing') === 'behind' ? 'behind' : 'plan', quarter }
      : undefined;
  }
  if (query.has('overdue')) return { by: 'overdue' };
  return { by: query.has('unconfirmed') ? 'unconfirmed' : 'all' };
}

export async function regionProjects(ports: OverviewPorts, visit: StaffVisit): Promise<Reply> {
  const filter = filterIn(visit);
  if (filter === undefined) return problem({ kind: 'not-found' });
  const view = await listBehind(ports, {
    actor: visit.actor,
    zoneId: zoneIn(visit),
    filter,
    after: visit.query.get('after') ?? undefined,
    now: visit.now,
  });
  if (!view.ok) return problem(view.failure);
  return view.value.zones.length > 0
    ? render(listPage(visit.frame(), view.value, filter, zoneIn(visit)))
    : nothing(visit);
}
