import { partyKinds, type PartyKind } from '#core/reference/reference.ts';
import { monthEvents, refusals } from '#core/figures/figures.ts';
import type { LateHolder } from '#core/figures/late-holders.ts';
import { sectors } from '#core/letter/sector.ts';
import { Identifier } from '#core/kernel/common.ts';
import { listBehind, type Behind, type BehindView } from '#core/figures/list-behind.ts';
import { viewOverview, type OverviewPorts } from '#core/figures/view-overview.ts';
import { viewForecasts, type ForecastPorts } from '#core/figures/view-forecasts.ts';
import { viewPast } from '#core/figures/view-past.ts';
import { mostRows } from '#core/work/work-query.ts';
import { stageIds } from '#core/stages/stage-id.ts';
import { forecastPage } from '#pages/region/forecast-page.tsx';
import { listPage } from '#pages/region/list-page.tsx';
import { bucketOrder } from '#pages/region/names.ts';
import { regionPage } from '#pages/region/page.tsx';
import { pastPage } from '#pages/region/past-page.tsx';
import { withCompanies } from '../office/company-columns.ts';
import { sheetFile, type SheetForm } from '../kit/sheet-file.ts';
import { regionViews } from './addresses.ts';
import { figureSheets, listSheets } from './figure-sheets.ts';
import type { StaffVisit } from '../kit/staff-page.ts';
import { addressOf } from '../routes.ts';
import { problem, redirect, render, type Reply } from '../kit/visit.ts';

const zoneIn = ({ query }: StaffVisit): string | undefined => query.get('zone') ?? undefined;

/** Somebody without any role has no overview; a zone that is not theirs does not exist. */
async function overview(ports: OverviewPorts, visit: StaffVisit) {
  const view = await viewOverview(ports, { actor: visit.actor, zoneId: zoneIn(visit), now: visit.now });
  return view.ok && view.value.pipeline.zones.length > 0 ? view.value : undefined;
}

async function past(ports: OverviewPorts, visit: StaffVisit) {
  const zoneId = zoneIn(visit);
  const view = await viewPast(ports, { actor: visit.actor, zoneId, now: visit.now });
  return view.ok && view.value.zones.some((zone) => zoneId === undefined || zone.zoneId === zoneId)
    ? view.value
    : undefined;
}

const nothing = ({ query, actor }: StaffVisit): Reply =>
  actor.memberships.length === 0 && !query.has('zone')
    ? redirect(addressOf('/office/access', {}))
    : problem({ kind: query.has('zone') ? 'not-found' : 'forbidden' });

async function forecasts(ports: ForecastPorts, visit: StaffVisit): Promise<Reply> {
  const view = await viewForecasts(ports, { actor: visit.actor, zoneId: zoneIn(visit), now: visit.now });
  if (!view.ok || view.value.allZones.length === 0) return nothing(visit);
  return render(forecastPage(visit.frame(), view.value, zoneIn(visit)));
}

export async function regionOverview(ports: OverviewPorts & ForecastPorts, visit: StaffVisit): Promise<Reply> {
  const asked = regionViews.find((one) => one === (visit.query.get('view') ?? 'now'));
  if (asked === undefined) return problem({ kind: 'not-found' });
  if (asked === 'past') {
    const view = await past(ports, visit);
    return view ? render(pastPage(visit.frame(), view, zoneIn(visit))) : nothing(visit);
  }
  if (asked === 'forecasts') return forecasts(ports, visit);
  const view = await overview(ports, visit);
  return view ? render(regionPage(visit.frame(), view, zoneIn(visit), asked)) : nothing(visit);
}

export async function regionFile(ports: OverviewPorts, visit: StaffVisit, form: SheetForm): Promise<Reply> {
  const [now, before] = await Promise.all([overview(ports, visit), past(ports, visit)]);
  if (now === undefined || before === undefined) return nothing(visit);
  return sheetFile(visit.frame(), `figures-${now.on}`, form, figureSheets(visit.frame(), now, before));
}

const isHolder = (text: string): text is LateHolder =>
  text === 'office' || text === 'investor' || partyKinds.includes(text as PartyKind);

const standings = ['going', 'started', 'lost'] as const;

const isForum = (text: string): boolean => Identifier.safeParse(text).success;

type Asked = Readonly<Record<string, string | undefined>>;

function overdueIn({ holder, stage, sector, forum }: Asked): Behind | undefined {
  const isKnown =
    (stage === undefined || stageIds.some((one) => one === stage)) &&
    (sector === undefined || sectors.some((one) => one === sector)) &&
    (forum === undefined || isForum(forum));
  const through = holder !== undefined && isHolder(holder) ? holder : undefined;
  return isKnown && through === holder ? { by: 'overdue', holder: through, stage, sector, forum } : undefined;
}

function pastIn({ month, what, refused, why }: Asked): Behind | undefined {
  if (month !== undefined) {
    const happened = monthEvents.find((one) => one === what);
    return happened && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { by: 'month', month, what: happened } : undefined;
  }
  const stage = stageIds.find((one) => one === refused);
  const refusal = refusals.find((one) => one.replace(' ', '.') === why);
  return stage && refusal ? { by: 'refused', stage, what: refusal } : undefined;
}

function memberIn({ sector, forum, standing: asked }: Asked): Behind | undefined {
  const standing = standings.find((one) => one === (asked ?? 'going'));
  if (standing === undefined) return undefined;
  if (sector !== undefined)
    return sectors.some((one) => one === sector) ? { by: 'sector', sector, standing } : undefined;
  return forum !== undefined && isForum(forum) ? { by: 'forum', forum, standing } : undefined;
}

function startIn({ start, standing }: Asked): Behind | undefined {
  const quarter = start === 'all' ? undefined : start;
  return quarter === undefined || /^\d{4}-[1-4]$/.test(quarter)
    ? { by: 'start', standing: standing === 'behind' ? 'behind' : 'plan', quarter }
    : undefined;
}

/** What the address asks for; undefined for what no figure leads to. */
function filterIn({ query }: StaffVisit): Behind | undefined {
  const asked: Asked = Object.fromEntries(query);
  const { stage, holder, held } = asked;
  if (query.has('overdue')) return overdueIn(asked);
  if (query.has('month') || query.has('refused')) return pastIn(asked);
  if (stage !== undefined) return bucketOrder.some((one) => one === stage) ? { by: 'stage', stage } : undefined;
  if (query.has('sector') || query.has('forum')) return memberIn(asked);
  if (holder !== undefined) return isHolder(holder) ? { by: 'late', holder } : undefined;
  if (held !== undefined) return isHolder(held) ? { by: 'held', holder: held } : undefined;
  if (query.has('start')) return startIn(asked);
  if (query.has('unplanned')) return { by: 'unplanned' };
  return { by: query.has('unconfirmed') ? 'unconfirmed' : 'all' };
}

async function behind(
  ports: OverviewPorts,
  visit: StaffVisit,
  filter: Behind,
  page: { readonly zoneId?: string | undefined; readonly after?: string | undefined },
): Promise<BehindView | undefined> {
  const view = await listBehind(ports, { actor: visit.actor, filter, now: visit.now, ...page });
  return view.ok && view.value.zones.length > 0 ? view.value : undefined;
}

const pageIn = (visit: StaffVisit) => ({ zoneId: zoneIn(visit), after: visit.query.get('after') ?? undefined });

export async function regionProjects(ports: OverviewPorts, visit: StaffVisit): Promise<Reply> {
  const filter = filterIn(visit);
  if (filter === undefined) return problem({ kind: 'not-found' });
  const page = pageIn(visit);
  const view = await behind(ports, visit, filter, page);
  return view ? render(listPage(visit.frame(), view, filter, page)) : nothing(visit);
}

/** Pages of a list that one file holds: as many lines as the work list reads. */
const mostPages = 20;

/** All of a zone's list, page after page. */
async function wholeOf(
  ports: OverviewPorts,
  visit: StaffVisit,
  filter: Behind,
  zone: BehindView['zones'][number],
): Promise<BehindView['zones'][number]> {
  const entries = [...zone.page.entries];
  let after = zone.page.next;
  for (let turn = 1; after !== undefined && turn < mostPages && entries.length < mostRows; turn += 1) {
    const more = (await behind(ports, visit, filter, { zoneId: zone.zoneId, after }))?.zones[0];
    entries.push(...(more?.page.entries ?? []));
    after = more?.page.next;
  }
  return { ...zone, page: { entries, next: after } };
}

/** What is on the screen (`page=this`), or all that is behind the figure. */
export async function regionProjectsFile(ports: OverviewPorts, visit: StaffVisit, form: SheetForm): Promise<Reply> {
  const filter = filterIn(visit);
  if (filter === undefined) return problem({ kind: 'not-found' });
  const isPage = visit.query.has('page');
  const view = await behind(ports, visit, filter, isPage ? pageIn(visit) : { zoneId: zoneIn(visit) });
  if (view === undefined) return nothing(visit);
  const zones = isPage ? view.zones : await Promise.all(view.zones.map((zone) => wholeOf(ports, visit, filter, zone)));
  const tables = await Promise.all(
    listSheets(visit.frame(), { zones }, filter).map((sheet, at) =>
      withCompanies(
        ports,
        visit,
        {
          zoneId: zones[at]?.zoneId ?? '',
          projectIds: zones[at]?.page.entries.map(({ projectId }) => projectId) ?? [],
          isCut: !isPage && zones[at]?.page.next !== undefined,
        },
        sheet,
      ),
    ),
  );
  const day = new Date(visit.now).toISOString().slice(0, 10);
  return sheetFile(
    visit.frame(),
    `projects-${day}`,
    form,
    tables.flatMap((table) => (table.ok ? [table.value] : [])),
  );
}
