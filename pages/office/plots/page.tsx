import type { JSX } from 'preact';
import { mostOfZone, type RegisterView } from '#core/plots/plot.ts';
import { plotTexts } from '#core/texts/areas/plots.ts';
import { importTexts } from '#core/texts/areas/imports.ts';
import { fill, numberText } from '#core/texts/index.ts';
import { Notification, Table } from '../../components/facts.tsx';
import { costText, plotName, PlotLines, PlotStateTag } from '../../components/plot-facts.tsx';
import { PlotMap } from '../../components/plot-map.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { importAddress, listAddress, plotAddress, plotsAddress } from '../addresses.ts';
import type { ZonePlotsProps } from './sheet.ts';

const figure = ({ language }: Frame, value: number | undefined): string =>
  value === undefined ? '–' : numberText(language, value);

function Register({ frame, view }: ZonePlotsProps): JSX.Element {
  const { language } = frame;
  const words = plotTexts(language);
  return (
    <Table
      frame={frame}
      caption={words.register}
      columns={[
        { text: words.zone },
        { text: words.founder },
        { text: words.since, numeric: true },
        { text: words.plots, numeric: true },
        { text: words.size, numeric: true },
        { text: words.remainder, numeric: true },
      ]}
      rows={view.register.map((one) => [
        <>
          <a class="govuk-link" href={plotsAddress(view.zone.zoneId, { register: one.registerId })}>
            {one.names[language]}
          </a>
          <span class="news__day">{words.kinds[one.kind]}</span>
        </>,
        words.founders[one.founder],
        String(one.since),
        figure(
          frame,
          one.states.reduce((sum, { plots }) => sum + plots, 0),
        ),
        figure(frame, one.hectares),
        figure(frame, one.remainder),
      ])}
    />
  );
}

/** States add up to the plots' hectares, these and the remainder to the zone's. */
function ByState({ frame, view, chosen }: ZonePlotsProps & { readonly chosen: RegisterView }): JSX.Element {
  const words = plotTexts(frame.language);
  const [plots, hectares] = (['plots', 'hectares'] as const).map((name) =>
    chosen.states.reduce((sum, one) => sum + one[name], 0),
  );
  const round = (sum: number | undefined) => Math.round((sum ?? 0) * 10_000) / 10_000;
  const rest = [
    [words.sum, figure(frame, plots), figure(frame, round(hectares))],
    [words.remainder, '', figure(frame, chosen.remainder)],
    [words.ofZone, '', figure(frame, chosen.hectares)],
  ];
  return (
    <Table
      frame={frame}
      caption={words.byState}
      columns={[{ text: words.state }, { text: words.plots, numeric: true }, { text: words.size, numeric: true }]}
      rows={[
        ...chosen.states.map((one) => [
          <a
            key="state"
            class="govuk-link"
            href={plotsAddress(view.zone.zoneId, { register: chosen.registerId, state: one.state })}
          >
            {words.states[one.state]}
          </a>,
          figure(frame, one.plots),
          figure(frame, one.hectares),
        ]),
        ...rest,
      ]}
    />
  );
}

function Plots({ frame, view }: ZonePlotsProps): JSX.Element {
  const { language } = frame;
  const words = plotTexts(language);
  return (
    <>
      <PlotMap frame={frame} plots={view.plots} />
      <Table
        frame={frame}
        caption={words.plots}
        empty={words.noPlots}
        columns={[
          { text: words.plot },
          { text: words.size, numeric: true },
          { text: words.state },
          { text: words.ownership },
          { text: words.lines },
          { text: words.cost, numeric: true },
        ]}
        rows={view.plots.map((plot) => [
          <a key="plot" class="govuk-link" href={plotAddress(view.zone.zoneId, plot.plotId)}>
            {plotName(plot)}
          </a>,
          figure(frame, plot.hectares),
          <PlotStateTag key="state" frame={frame} plot={plot} />,
          words.forms[plot.ownership],
          <PlotLines key="lines" frame={frame} plot={plot} />,
          costText(frame, plot),
        ])}
      />
      {view.isCut && <p class="govuk-hint">{fill(words.cut, { count: numberText(language, mostOfZone) })}</p>}
    </>
  );
}

export function plotsPage(props: ZonePlotsProps): JSX.Element {
  const { frame, view, isDone } = props;
  const { language } = frame;
  const { zone, register, chosen, keeps } = view;
  const words = plotTexts(language);
  const several = register.length > 1 || chosen === undefined;
  const links = [
    ...(zone.works && chosen
      ? [{ href: plotAddress(zone.zoneId, 'new', { register: chosen.registerId }), text: words.enterPlot }]
      : []),
    ...(keeps && chosen
      ? [{ href: plotsAddress(zone.zoneId, { register: chosen.registerId, do: 'zone' }), text: words.changeZone }]
      : []),
    ...(keeps ? [{ href: plotsAddress(zone.zoneId, { register: 'new', do: 'zone' }), text: words.enterZone }] : []),
    ...(zone.imports ? [{ href: importAddress({ zone: zone.zoneId }), text: importTexts(language).title }] : []),
  ];
  return (
    <Layout
      frame={frame}
      title={`${words.officeTitle} · ${(chosen ?? zone).names[language]}`}
      back={
        several && chosen !== undefined
          ? plotsAddress(zone.zoneId)
          : listAddress(zone.zoneId, { by: 'tasks', holder: 'office' })
      }
      wide
    >
      {isDone && <Notification frame={frame}>{words.saved}</Notification>}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{(chosen ?? zone).names[language]}</span>
        {words.officeTitle}
      </h1>
      <p class="govuk-body">{words.officeText}</p>
      {links.length > 0 && (
        <p class="govuk-body">
          {links.map(({ href, text }, at) => (
            <span key={href}>
              {at > 0 && ' · '}
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </span>
          ))}
        </p>
      )}
      {chosen === undefined ? <Register {...props} /> : <ByState {...props} chosen={chosen} />}
      {chosen !== undefined && <Plots {...props} />}
    </Layout>
  );
}
