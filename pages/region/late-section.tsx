import type { JSX } from 'preact';
import type { OverviewView } from '#core/figures/view-overview.ts';
import { numberText } from '#core/texts/index.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import { Table } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';
import { projectAddress } from '../office/addresses.ts';
import { listPath } from './addresses.ts';
import { holderName } from './names.ts';
import { lateOf } from './totals.ts';
import { Figure, waitingHolder } from './figure.tsx';

interface Props {
  readonly frame: Frame;
  readonly view: OverviewView;
  readonly zone: string | undefined;
  /** Answers that are named. */
  readonly most: number;
}

/** What is late: whose answers, and of which companies. */
export function LateSection({ frame, view, zone, most }: Props): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const rows = lateOf(view.pipeline.zones).map((row) => ({ ...row, name: holderName(language, row.holder) }));
  if (rows.length === 0)
    return (
      <section>
        <h2 class="govuk-heading-m">{words.lateThrough}</h2>
        <p class="call call--calm govuk-body">{words.nothingLate}</p>
      </section>
    );
  return (
    <section class="figures">
      <Table
        frame={frame}
        caption={words.lateThrough}
        columns={[
          { text: words.through },
          ...[words.assignments, words.projects].map((text) => ({ text, numeric: true })),
        ]}
        rows={rows.map(({ holder, name, answers, projects }) => [
          name,
          <Figure
            key="answers"
            href={listPath(zone, { by: 'late', holder })}
            count={answers}
            text={numberText(language, answers)}
            what={name}
          />,
          <Figure
            key="projects"
            href={listPath(zone, { by: 'overdue', holder })}
            count={projects}
            text={numberText(language, projects)}
            what={`${words.projects}: ${name}`}
          />,
        ])}
      />
      {view.late.length > 0 && (
        <Table
          frame={frame}
          caption={words.longest}
          columns={[{ text: words.company }, { text: words.through }, { text: words.daysLate, numeric: true }]}
          rows={view.late.slice(0, most).map((one) => [
            <>
              <a class="govuk-link" href={projectAddress(one.projectId)}>
                {one.company}
              </a>{' '}
              <span class="number">{one.number}</span>
            </>,
            waitingHolder(language, one),
            <strong key="days" class="late">
              {numberText(language, one.daysLate)}
            </strong>,
          ])}
        />
      )}
    </section>
  );
}
