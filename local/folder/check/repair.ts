import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Aggregate } from '#core/project/project.ts';
import type { Count } from '#core/figures/figures.ts';
import { attributeOf } from '#functions/adapters/table/count-names.ts';
import { partOf } from '#functions/adapters/table/count-store.ts';
import { countPlots } from '#functions/adapters/table/count-plots.ts';
import { keys, projectPartition } from '#functions/adapters/table/keys.ts';
import { openClock } from '../../clock/clock.ts';
import { openTable } from '../../host/table.ts';
import { place } from '../../host/data-folder.ts';
import { lockFolder } from '../../host/lock.ts';
import { openLog } from '../../host/log.ts';
import { startExecution } from '../../aws/step-functions/engine/start.ts';
import { machineByArn } from '../../aws/step-functions/store/machines.ts';
import { Store } from '../../aws/step-functions/store/store.ts';
import { stateMachineArn } from '../../host/state-machine.ts';
import { takeMoment } from '../moment.ts';
import { checkCounters, recount } from './counters.ts';
import { checkExecutions } from './executions.ts';
import type { Line } from './finding.ts';
import { checkPlots } from './plots.ts';
import { readProjects } from './projects.ts';
import { tableSnapshot } from './table-snapshot.ts';

interface Recount {
  readonly zoneId: string;
  readonly counts: readonly Count[];
  readonly items: readonly string[];
}

interface Start {
  readonly project: Aggregate['project'];
  /** Above every one that ever stored a token. */
  readonly generation: number;
}

const tableName = 'zholkarta';

/** In a folder that no host runs on (throws otherwise); safe to break off. Returns a line each, as the log has. */
export async function repairFolder(dataDir: string): Promise<readonly string[]> {
  if (!existsSync(dataDir)) throw new Error(`There is no ${dataDir}: set DATA_DIR to the data folder.`);
  const lock = lockFolder(dataDir);
  try {
    const { starts, recounts, registers } = findWork(dataDir);
    const { now } = openClock({ file: join(dataDir, 'clock.json') });
    const done = [
      ...(await startMissing(dataDir, starts, now())),
      ...(await writeCounters(dataDir, recounts)),
      ...(await writePlotCounts(dataDir, registers)),
    ];
    const log = openLog(join(dataDir, 'host.log'));
    for (const what of done)
      log.write(JSON.stringify({ time: new Date(now()).toISOString(), level: 'WARN', message: 'mended', what }));
    log.flush();
    return done;
  } finally {
    lock.release();
  }
}

export function findWork(dataDir: string): {
  starts: readonly Start[];
  recounts: readonly Recount[];
  /** Zones of the register whose plots are counted otherwise than they are. */
  registers: readonly string[];
} {
  const { moment } = takeMoment(dataDir, () => undefined);
  try {
    const table = tableSnapshot(moment.store('table.sqlite'));
    const executions = moment.store('executions.sqlite');
    const { projects } = readProjects(table);
    const right = recount(projects);
    const mends = ({ findings }: Line) => findings.flatMap(({ mend }) => (mend ? [mend] : []));
    const names = executions.prepare('SELECT arn FROM executions WHERE arn LIKE ?');
    const starts = checkExecutions(table, executions, projects)
      .flatMap(mends)
      .flatMap((mend): Start[] => {
        const project = 'start' in mend ? projects.get(mend.start)?.project : undefined;
        if (project === undefined) return [];
        const places = table
          .items(projectPartition(project.projectId), 'TOKEN#')
          .map(({ place }) => Number(String(place).split('#', 1)[0]));
        const earlier = names.all(`%:${project.projectId}-%`).map(({ arn }) => Number(String(arn).split('-').at(-1)));
        return [{ project, generation: Math.max(0, ...places, ...earlier) + 1 }];
      });
    const recounts = mends(checkCounters(table, projects)).flatMap((mend) =>
      'recount' in mend
        ? [
            {
              zoneId: mend.recount,
              counts: right.get(mend.recount) ?? [],
              items: table.items(`COUNT#${mend.recount}`).map(({ SK }) => String(SK)),
            },
          ]
        : [],
    );
    const registers = mends(checkPlots(table)).flatMap((mend) => ('plots' in mend ? [mend.plots] : []));
    return { starts, recounts, registers };
  } finally {
    moment.close();
  }
}

/** The next start of the host takes them up: each begins at its project's stage and finds answers that are there. */
async function startMissing(dataDir: string, starts: readonly Start[], now: number): Promise<readonly string[]> {
  if (starts.length === 0) return [];
  const store = new Store(join(dataDir, 'executions.sqlite'));
  try {
    const machine = machineByArn(store, stateMachineArn(place));
    if (!machine)
      throw new Error('executions.sqlite knows no state machine: start the host once, stop it, and mend then.');
    const done = starts.map(({ project: { projectId, number, stage }, generation }) => {
      const name = `${projectId}-${String(generation)}`;
      startExecution(
        store,
        machine,
        { name, input: JSON.stringify({ schemaVersion: 1, projectId, generation, stage }) },
        now,
      );
      return `started execution ${name} of ${number} at ${stage}`;
    });
    await store.batch.saved();
    return done;
  } finally {
    store.close();
  }
}

/** All counters of a zone into the first shard. Nobody reads meanwhile; broken off, they are wrong as before and are mended again. */
export async function writeCounters(dataDir: string, recounts: readonly Recount[]): Promise<readonly string[]> {
  if (recounts.length === 0) return [];
  const table = await openTable({ dataDir, tableName, region: place.region });
  try {
    const client = DynamoDBDocumentClient.from(table.client);
    for (const { zoneId, counts, items } of recounts) {
      for (const SK of items)
        await client.send(new DeleteCommand({ TableName: tableName, Key: { PK: keys.count(zoneId, 0).PK, SK } }));
      for (const [part, some] of Map.groupBy(counts, partOf)) {
        const Item = {
          ...keys.count(zoneId, 0, part),
          ...Object.fromEntries(some.map((count) => [attributeOf(count), count.amount])),
        };
        await client.send(new PutCommand({ TableName: tableName, Item }));
      }
    }
  } finally {
    await table.stop();
  }
  return recounts.map(({ zoneId, counts }) => `wrote ${String(counts.length)} counters of ${zoneId} anew`);
}

async function writePlotCounts(dataDir: string, registers: readonly string[]): Promise<readonly string[]> {
  if (registers.length === 0) return [];
  const table = await openTable({ dataDir, tableName, region: place.region });
  try {
    const client = DynamoDBDocumentClient.from(table.client);
    for (const registerId of registers) await countPlots(client, tableName, registerId);
  } finally {
    await table.stop();
  }
  return registers.map((registerId) => `counted the plots of ${registerId} anew`);
}
