import type { JSX } from 'preact';
import type { LateAnswer, OverviewView } from '#core/figures/view-overview.ts';
import { assignmentOf } from '#core/stages/assignment-id.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, numberText } from '#core/texts/index.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { BarChart } from '../components/bar-chart.tsx';
import { Table } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';
import { nameOf } from '../office/names.ts';
import { projectAddress } from '../office/addresses.ts';
import { listPath } from './addresses.ts';
import { holderName } from './names.ts';
import { lateOf } from './totals.ts';
import { Figure } from './figure.tsx';

interface Props {
  readonly frame: Frame;
  readonly view: OverviewView;
  readonly zone: string | undefined;
}

export function LateSection({ frame, view, zone }: Props): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const number = (value: number) => numberText(language, value);
  const rows = lateOf(view.pipeline.zones).map((row) => ({
    ...row,
    name: holderName(language, row.holder),
    longest: view.late.find(({ holder }) => holder === row.holder)?.daysLate,
  }));
  if (rows.length === 0)
    return (
      <>
        <h2 class="govuk-heading-m">{words.lateThrough}</h2>
        <p class="call call--calm govuk-body">{words.nothingLate}</p>
      </>
    );
  return (
    <>
      <section class="figures">
        <div class="figures__chart">
          <BarChart
            label={fill(words.chartOf, { caption: words.lateThrough })}
            bars={rows.map(({ name, answers }) => ({
              label: name,
              value: answers,
              part: answers,
              text: number(answers),
            }))}
          />
          <p class="govuk-hint">{words.lateNote}</p>
        </div>
        <div class="figures__table">
          <Table
            frame={frame}
            caption={words.lateThrough}
            columns={[
              { text: words.through },
              ...[words.assignments, words.projects, words.longestLate].map((text) => ({ text, numeric: true })),
            ]}
            rows={rows.map(({ holder, name, answers, projects, longest }) => [
              name,
              <Figure
                key="answers"
                href={listPath(zone, { by: 'late', holder })}
                count={answers}
                text={number(answers)}
                what={name}
              />,
              number(projects),
              longest === undefined ? '–' : number(longest),
            ])}
          />
        </div>
      </section>
      {view.late.length > 0 && <Longest frame={frame} view={view} zone={zone} />}
    </>
  );
}

const shown = 8;

function Longest({ frame, view }: Props): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const several = view.pipeline.zones.length > 1;
  const zoneName = ({ zoneId }: LateAnswer) =>
    view.zones.find((one) => one.zoneId === zoneId)?.names[language] ?? zoneId;
  return (
    <Table
      frame={frame}
      caption={words.longest}
      columns={[
        { text: words.asked },
        { text: words.through },
        ...(several ? [{ text: words.zone }] : []),
        { text: words.oldest },
        { text: words.daysLate, numeric: true },
      ]}
      rows={view.late.slice(0, shown).map((one) => [
        <a key="asked" class="govuk-link" href={projectAddress(one.projectId)}>
          {assignmentText(frame, one)}
        </a>,
        holderName(language, one.holder),
        ...(several ? [zoneName(one)] : []),
        dateText(language, one.due),
        <strong key="days" class="late">
          {numberText(language, one.daysLate)}
        </strong>,
      ])}
    />
  );
}

export function assignmentText(frame: Frame, { assignmentId }: Pick<LateAnswer, 'assignmentId'>): string {
  const known = assignmentOf(assignmentId);
  return known ? capital(frame.language, nameOf(frame, known)) : assignmentId;
}
