import type { Ports } from '#core/kernel/ports.ts';
import { documentClient } from './adapters/aws/clients.ts';
import { environment } from './adapters/aws/environment.ts';
import { linkSigner } from './adapters/aws/link-signer.ts';
import { countStore, limitStore } from './adapters/table/count-store.ts';
import { deskStore } from './adapters/table/desk-store.ts';
import { draftStore, linkMessages } from './adapters/table/draft-store.ts';
import { dueStore } from './adapters/table/due-store.ts';
import { forecastStore } from './adapters/table/forecast-store.ts';
import { headquartersStore } from './adapters/table/headquarters-store.ts';
import { forumStore } from './adapters/table/forum-store.ts';
import { fileRecordStore } from './adapters/table/file-record-store.ts';
import { importStore } from './adapters/table/import-store.ts';
import { lineStore } from './adapters/table/line-store.ts';
import { outboxStore } from './adapters/table/outbox-store.ts';
import { plotStore } from './adapters/table/plot-store.ts';
import { projectLists } from './adapters/table/project-lists.ts';
import { projectStore, taskTokens } from './adapters/table/project-store.ts';
import { referenceStore } from './adapters/table/reference-store.ts';
import { showcaseStore } from './adapters/table/showcase-store.ts';
import { timetableStore } from './adapters/table/timetable-store.ts';
import { followUpStore } from './adapters/table/follow-up-store.ts';
import { zoneObstacleStore } from './adapters/table/zone-obstacle-store.ts';
import { ids } from './adapters/ids.ts';
import { count, log } from './observe.ts';

type TablePorts = Omit<
  Ports,
  | 'workflow'
  | 'followUps'
  | 'zoneObstacles'
  | 'emails'
  | 'links'
  | 'files'
  | 'lines'
  | 'headquarters'
  | 'moratoria'
  | 'forecasts'
  | 'forums'
  | 'plots'
  | 'showcase'
>;

export function tablePorts(): TablePorts {
  const client = documentClient();
  const table = environment('TABLE_NAME');
  const onPoison = (key: { laneId: string; rowId: string }) => {
    log('row-set-aside', { lane: key.laneId, row: key.rowId });
    count('RowsSetAside');
  };
  return {
    projects: projectStore(client, table),
    lists: projectLists(client, table),
    reference: referenceStore(client, table),
    counts: countStore(client, table),
    due: dueStore(client, table),
    desks: deskStore(client, table),
    drafts: draftStore(client, table),
    linkErrands: linkMessages(client, table),
    fileRecords: fileRecordStore(client, table),
    tokens: taskTokens(client, table),
    outbox: outboxStore(client, table, onPoison),
    limits: limitStore(client, table),
    ids,
  };
}

/** With the lines of zones, for functions that have to do with them: what was read of a zone is forgotten when one changes. */
export function withLines<On extends Pick<Ports, 'reference'>>(ports: On): On & Pick<Ports, 'lines'> {
  return { ...ports, lines: lineStore(documentClient(), environment('TABLE_NAME'), ports.reference.forget) };
}

export const timetablePorts = () => ({ timetables: timetableStore(documentClient(), environment('TABLE_NAME')) });

export const plotPorts = (): Pick<Ports, 'plots'> => ({
  plots: plotStore(documentClient(), environment('TABLE_NAME')),
});

export const showcasePorts = (): Pick<Ports, 'showcase'> => ({
  showcase: showcaseStore(documentClient(), environment('TABLE_NAME')),
});

/** What imports write beside projects and lines. */
export const importPorts = () => ({
  ...timetablePorts(),
  ...showcasePorts(),
  imports: importStore(documentClient(), environment('TABLE_NAME')),
  ...plotPorts(),
});

/** What offices keep beside their projects. */
export const withOfficeWork = <On extends Pick<Ports, 'reference'>>(
  ports: On,
): On & Pick<Ports, 'zoneObstacles' | 'followUps'> => ({
  ...ports,
  followUps: followUpStore(documentClient(), environment('TABLE_NAME')),
  zoneObstacles: zoneObstacleStore(documentClient(), environment('TABLE_NAME'), ports.reference.forget),
});

export const withHeadquarters = <On>(ports: On): On & Pick<Ports, 'headquarters'> => ({
  ...ports,
  headquarters: headquartersStore(documentClient(), environment('TABLE_NAME')),
});

export const withForecasts = <On>(ports: On): On & Pick<Ports, 'forecasts'> => ({
  ...ports,
  forecasts: forecastStore(documentClient(), environment('TABLE_NAME')),
});

export const withForums = <On>(ports: On): On & Pick<Ports, 'forums'> => ({
  ...ports,
  forums: forumStore(documentClient(), environment('TABLE_NAME')),
});

export const linkPorts = (): Pick<Ports, 'links'> => ({
  links: linkSigner(environment('LINK_SECRET_ID'), environment('SITE_URL')),
});
