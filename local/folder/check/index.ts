import type { DatabaseSync } from 'node:sqlite';
import { takeMoment } from '../moment.ts';
import { emailFiles } from '../parts.ts';
import { checkCounters } from './counters.ts';
import { checkEmails } from './emails.ts';
import { checkExecutions } from './executions.ts';
import { checkFiles } from './files.ts';
import type { Finding, Line } from './finding.ts';
import { checkIndexKeys } from './index-keys.ts';
import { checkPlots } from './plots.ts';
import { checkLogs, readProjects } from './projects.ts';
import { tableSnapshot } from './table-snapshot.ts';

/** Compares everything of a data folder, of a running host or a stopped one, as it is at one moment. Changes nothing. */
export async function checkFolder(dataDir: string): Promise<readonly Line[]> {
  const { moment, found: emails } = takeMoment(dataDir, () => emailFiles(dataDir));
  try {
    const stores = moment.names.map((name) => checkStore(name, moment.store(name)));
    // Nothing can be said of what lies in a file that is broken.
    if (stores.some(({ findings }) => findings.length > 0)) return stores;
    const table = tableSnapshot(moment.store('table.sqlite'));
    const { projects, line } = readProjects(table);
    return [
      ...stores,
      line,
      checkLogs(table, projects),
      checkIndexKeys(table, projects),
      checkCounters(table, projects),
      checkPlots(table),
      ...checkExecutions(table, moment.store('executions.sqlite'), projects),
      ...checkEmails(table, dataDir, emails),
      ...(await checkFiles(table, moment.store('objects/index.sqlite'), dataDir, projects)),
    ];
  } finally {
    moment.close();
  }
}

function checkStore(name: string, store: DatabaseSync): Line {
  const findings = ((): Finding[] => {
    try {
      const said = store
        .prepare('PRAGMA integrity_check(3)')
        .all()
        .map((row) => String(row['integrity_check']));
      return said.length === 1 && said[0] === 'ok' ? [] : said.map((what) => ({ what: `${name}: ${what}` }));
    } catch (error) {
      return [{ what: `${name}: ${error instanceof Error ? error.message : String(error)}` }];
    }
  })();
  return { name: `${name} is whole`, looked: 1, findings };
}
