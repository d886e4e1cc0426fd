import { Plot } from '#core/plots/plot.ts';
import { countItem } from '#functions/adapters/table/plot-counts.ts';
import { keys } from '#functions/adapters/table/keys.ts';
import type { Finding, Line } from './finding.ts';
import type { TableSnapshot } from './table-snapshot.ts';

type Counted = Readonly<Record<string, unknown>>;

/** Names of counts that differ; a count that has come back to nought is as good as none. */
const differing = (stored: Counted, right: Counted): readonly string[] =>
  [...new Set([...Object.keys(stored), ...Object.keys(right)])].filter(
    (name) => (stored[name] ?? 0) !== (right[name] ?? 0),
  );

/** What is counted of each zone of the register against its plots; and each plot against its row of the list. */
export function checkPlots(table: TableSnapshot): Line {
  let looked = 0;
  const register = table.items(keys.registered('').PK).map(({ SK }) => String(SK));
  const findings = register.flatMap((registerId): Finding[] => {
    const plots = table.items(keys.plotBySize(registerId, 0, '').PK).map((item) => Plot.parse(item));
    looked += plots.length + 1;
    const [stored = {}]: readonly Counted[] = table
      .items(keys.registerCount('').PK)
      .filter(({ SK }) => SK === registerId);
    // What was not counted from the beginning nobody believes.
    const wrong = stored['whole'] === true ? differing(stored, countItem(registerId, plots)) : [];
    const lost = plots.filter((plot) => {
      const [own] = table.items(keys.plot(plot.plotId).PK, 'PLOT');
      return own?.['version'] !== plot.version;
    });
    return [
      ...(wrong.length > 0
        ? [{ what: `${registerId}: counts of plots differ, ${wrong[0] ?? ''}`, mend: { plots: registerId } }]
        : []),
      ...lost.map(({ plotId }) => ({ what: `${plotId} is listed otherwise than it is` })),
    ];
  });
  return { name: 'plots are counted as they are', looked, findings };
}
