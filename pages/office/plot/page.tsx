import type { JSX } from 'preact';
import { localDateOf } from '#core/calendar/local-date.ts';
import { utilities } from '#core/kernel/common.ts';
import { utilityUnits } from '#core/stages/need-of.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { plotTexts } from '#core/texts/areas/plots.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, numberText, shortDateText, textsOf } from '#core/texts/index.ts';
import { moneyText } from '#core/texts/money.ts';
import { needText } from '#core/texts/need-text.ts';
import { Notification, SummaryList, Table } from '../../components/facts.tsx';
import { plotName, PlotStateTag } from '../../components/plot-facts.tsx';
import { Layout } from '../../layout.tsx';
import { plotAddress, plotsAddress, projectAddress } from '../addresses.ts';
import { plotForms, type PlotProps } from './sheets.ts';

type Shown = PlotProps & { readonly view: NonNullable<PlotProps['view']> };

function Lines({ frame, view: { standing } }: Shown): JSX.Element {
  const { language } = frame;
  const words = plotTexts(language);
  const said = utilities.flatMap((utility) => {
    const line = standing.lines[utility];
    return line ? [{ utility, line }] : [];
  });
  return (
    <Table
      frame={frame}
      caption={words.lines}
      empty={words.noLines}
      columns={[
        { text: words.line },
        { text: words.distance, numeric: true },
        { text: words.spare, numeric: true },
        { text: words.point },
        { text: words.from },
        { text: words.asOf },
      ]}
      rows={said.map(({ utility, line: { distanceMetres, spare, point, from, asOf } }) => [
        capital(language, textsOf(language).utilities[utility]),
        distanceMetres === undefined ? '–' : numberText(language, distanceMetres),
        spare === undefined ? '–' : needText(language, { unit: utilityUnits[utility], amount: spare }),
        point ?? '–',
        from === undefined ? '–' : shortDateText(language, from),
        <>
          {shortDateText(language, asOf)}
          {standing.stale.includes(utility) && <strong class="news__day late">{words.old}</strong>}
        </>,
      ])}
    />
  );
}

/** Letters for this plot, side by side: more than one is a matter for the office at once. */
function Asked({ frame, view: { asked } }: Shown): JSX.Element {
  const { language } = frame;
  const words = plotTexts(language);
  const { project } = officeTexts(language);
  return (
    <>
      {asked.length > 1 && <p class="govuk-inset-text">{words.askedText}</p>}
      <Table
        frame={frame}
        caption={words.asked}
        empty={words.nobodyAsked}
        columns={[{ text: words.company }, { text: project.stage }, { text: project.receivedOn }]}
        rows={asked.map((one) => [
          <>
            <a class="govuk-link" href={projectAddress(one.projectId)}>
              {one.company}
            </a>{' '}
            <span class="number">{one.number}</span>
          </>,
          textsOf(language).stages[one.stage],
          shortDateText(language, one.receivedOn),
        ])}
      />
    </>
  );
}

export function plotPage(props: Shown): JSX.Element {
  const { frame, zone, registered, view, isDone } = props;
  const { language } = frame;
  const words = plotTexts(language);
  const { plot, standing, project, changes } = view;
  const titles = { plot: words.changePlot, line: words.tellLine };
  return (
    <Layout
      frame={frame}
      title={`${plotName(plot)} · ${registered.names[language]}`}
      back={plotsAddress(zone.zoneId, { register: plot.registerId })}
      wide
    >
      {isDone && <Notification frame={frame}>{words.saved}</Notification>}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{registered.names[language]}</span>
        {plotName(plot)}
      </h1>
      <SummaryList
        frame={frame}
        facts={[
          { term: words.state, value: <PlotStateTag frame={frame} plot={standing} /> },
          ...(standing.state === 'planned' && plot.typed.from !== undefined
            ? [{ term: words.plannedFrom, value: dateText(language, plot.typed.from) }]
            : []),
          {
            term: words.project,
            value: project && (
              <>
                <a class="govuk-link" href={projectAddress(project.projectId)}>
                  {project.number}
                </a>{' '}
                ({words.byProject})
              </>
            ),
          },
          { term: words.size, value: numberText(language, plot.hectares) },
          { term: words.ownership, value: capital(language, words.forms[plot.ownership]) },
          { term: words.price, value: plot.price && moneyText(language, plot.price) },
          { term: words.rentAYear, value: plot.rentAYear && moneyText(language, plot.rentAYear) },
        ].map(({ term, value }) => ({ term, value: value ?? '' }))}
      />
      {zone.works && (
        <p class="govuk-body">
          {plotForms.map((form, at) => (
            <span key={form}>
              {at > 0 && ' · '}
              <a class="govuk-link" href={plotAddress(zone.zoneId, plot.plotId, { do: form })}>
                {titles[form]}
              </a>
            </span>
          ))}
        </p>
      )}
      <Lines {...props} />
      <Asked {...props} />
      {changes.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{words.changes}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {changes.map(({ at, reason, plot: then }) => (
              <li key={then.version}>
                {[
                  dateText(language, localDateOf(at, zone.offsetMinutes)),
                  words.states[then.land === undefined || then.land === 'none' ? then.typed.state : then.land],
                  reason,
                ]
                  .filter((text) => text !== undefined)
                  .join(': ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  );
}
