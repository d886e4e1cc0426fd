import type { JSX } from 'preact';
import type { LateHolder } from '#core/domain/rules/late-holders.ts';
import type { LateRow, OverviewView } from '#core/use-cases/view-overview.ts';
import { dateText, fill, numberText } from '#core/texts/index.ts';
import { regionTexts } from '#core/texts/pages/region/index.ts';
import { BarChart } from '../components/bar-chart.tsx';
import { Table } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';
import { listPath } from './addresses.ts';
import { holderName } from './names.ts';
import { Figure } from './worth.tsx';

type Row = Omit<LateRow, 'zoneId'>;

/** The same holder of several zones as one; who it is in each, the page of the zone tells. */
function byHolder(late: readonly LateRow[]): readonly Row[] {
  const rows = new Map<LateHolder, Row>();
  for (const { holder, assignments, projects, oldest } of late) {
    const known = rows.get(holder);
    rows.set(holder, known
      ? { holder, assignments: known.assignments + assignments, projects: known.projects + projects, oldest: known.oldest < oldest ? known.oldest : oldest }
      : { holder, assignments, projects, oldest });
  }
  return [...rows.values()].toSorted((a, b) => b.assignments - a.assignments);
}

interface Props {
  readonly frame: Frame;
  readonly view: OverviewView;
  readonly zone: string | undefined;
}

/** What is overdue and through whom: the office, the investors, each party. */
export function LateSection({ frame, view, zone }: Props): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const rows = byHolder(view.late).map((row) => ({ ...row, name: holderName(language, row.holder) }));
  if (rows.length === 0) return <><h2 class="govuk-heading-m">{words.lateThrough}</h2><p class="call call--calm govuk-body">{words.nothingLate}</p></>;
  return (
    <section class="figures">
      <div class="figures__chart">
        <BarChart label={fill(words.chartOf, { caption: words.lateThrough })} bars={rows.map(({ name, assignments }) => ({ label: name, value: assignments, part: assignments, text: numberText(language, assignments) }))} />
        <p class="govuk-hint">{words.lateNote} {view.lateIsMore && words.lateMore}</p>
      </div>
      <div class="figures__table">
        <Table frame={frame} caption={words.lateThrough}
          columns={[{ text: words.through }, { text: words.assignments, numeric: true }, { text: words.projects, numeric: true }, { text: words.oldest }]}
          rows={rows.map(({ holder, name, assignments, projects, oldest }) => [
            name, numberText(language, assignments),
            <Figure key="projects" href={listPath(zone, { by: 'holder', holder })} count={projects} text={numberText(language, projects)} what={name} />,
            dateText(language, oldest),
          ])} />
      </div>
    </section>
  );
}
