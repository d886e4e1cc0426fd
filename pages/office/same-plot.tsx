import type { JSX } from 'preact';
import type { ProjectView } from '#core/api/views.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { plotTexts } from '#core/texts/areas/plots.ts';
import { dateText, textsOf } from '#core/texts/index.ts';
import { Table } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';
import { plotAddress, projectAddress } from './addresses.ts';
import { stateName } from './names.ts';

interface Props {
  readonly frame: Frame;
  readonly view: ProjectView;
}

/** Other letters that ask for the plot of this one: the office says whose it is. */
export function SamePlot({ frame, view }: Props): JSX.Element | null {
  const { language } = frame;
  const words = plotTexts(language);
  const { project } = officeTexts(language);
  const { plotId, samePlot = [], zoneId } = view;
  if (plotId === undefined || samePlot.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.askedToo}</h2>
      <p class="govuk-body">
        {words.askedText}{' '}
        <a class="govuk-link" href={plotAddress(zoneId, plotId)}>
          {words.toPlot}
        </a>
      </p>
      <Table
        frame={frame}
        caption={words.askedToo}
        captionHidden
        columns={[{ text: words.company }, { text: project.state }, { text: project.receivedOn }]}
        rows={samePlot.map((one) => [
          <a key={one.projectId} class="govuk-link" href={projectAddress(one.projectId)}>
            {one.number} · {one.company}
          </a>,
          `${textsOf(language).stages[one.stage]} · ${stateName(frame, one)}`,
          dateText(language, one.receivedOn),
        ])}
      />
    </>
  );
}
