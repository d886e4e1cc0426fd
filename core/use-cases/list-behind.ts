import type { Names } from '../contracts/reference.ts';
import type { ProjectLineView } from '../contracts/views.ts';
import { rolesAt, type Actor } from '../domain/actor.ts';
import type { Setting } from '../domain/project/setting.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Page, ProjectLine } from '../ports/index.ts';
import { projectLineView } from './project-views.ts';
import { settingOf } from './setting-of.ts';
import { isBehind, lateThrough, looksAt, type Behind, type OverviewPorts } from './view-overview.ts';

export interface ListBehind {
  readonly actor: Actor;
  /** All of the actor's zones when absent: then each with its first page. */
  readonly zoneId?: string | undefined;
  readonly filter: Behind;
  readonly after?: string | undefined;
  readonly now: number;
}

export interface BehindView {
  readonly zones: readonly { readonly zoneId: string; readonly names: Names; readonly page: Page<ProjectLineView> }[];
}

/** Lines of a page of a list. */
const limit = 50;

async function pageOf(ports: OverviewPorts, setting: Setting, filter: Behind, after: string | undefined): Promise<Page<ProjectLine>> {
  const { zoneId } = setting.zone;
  switch (filter.by) {
    case 'all': return ports.lists.list(zoneId, { by: 'zone' }, { limit, after });
    case 'overdue':
    case 'stage': return ports.lists.list(zoneId, filter, { limit, after });
    case 'holder': return { entries: await ports.lists.lines((await lateThrough(ports, setting, filter.holder)).slice(0, looksAt.projects)) };
    default: {
      const { entries } = await ports.lists.list(zoneId, { by: 'zone' }, { limit: looksAt.projects });
      return { entries: entries.filter((line) => isBehind(setting, line, filter)) };
    }
  }
}

/** The projects behind a figure, zone by zone. Zones the actor has no role in do not exist. */
export async function listBehind(ports: OverviewPorts, { actor, zoneId, filter, after, now }: ListBehind): Promise<Result<BehindView>> {
  const memberships = actor.kind === 'staff' ? actor.memberships : [];
  const zones = (await ports.reference.zones()).filter((zone) => rolesAt(memberships, zone).length > 0 && (zoneId === undefined || zone.zoneId === zoneId));
  const found = zones.map(async ({ zoneId: id, names }) => {
    const setting = await settingOf(ports, id, now);
    const page = setting ? await pageOf(ports, setting, filter, zoneId === undefined ? undefined : after) : { entries: [] };
    return { zoneId: id, names, page: { ...page, entries: page.entries.map(projectLineView) } };
  });
  return ok({ zones: await Promise.all(found) });
}
