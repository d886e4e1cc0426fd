import type { JSX } from 'preact';
import type {
  FoundPlot,
  FoundPlots,
  Lack,
  PlotWish,
  RegisteredZone,
  RegisterView,
  StandingPlot,
} from '#core/plots/plot.ts';
import { sectors } from '#core/letter/sector.ts';
import { plotTexts } from '#core/texts/areas/plots.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, numberText, shortDateText, textsOf } from '#core/texts/index.ts';
import { addressOf } from '#pages/routes.ts';
import { Table } from '../../components/facts.tsx';
import { FieldInput, type Field } from '../../components/fields.tsx';
import type { FormState } from '../../components/form-state.ts';
import { Button, ErrorSummary, Form } from '../../components/form.tsx';
import { costText, plotName, PlotLines, PlotStateTag } from '../../components/plot-facts.tsx';
import { PlotMap } from '../../components/plot-map.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { sectorName } from '../../region/names.ts';

export interface PlotsProps {
  readonly frame: Frame;
  readonly fields: readonly Field[];
  readonly form: FormState;
  readonly wish: PlotWish;
  readonly zones: readonly RegisterView[];
  /** Of the one zone of the register that was chosen. */
  readonly plots: readonly StandingPlot[] | undefined;
  /** Absent: nothing was asked for. */
  readonly found: FoundPlots | undefined;
  readonly year: number;
}

const amounts = ['hectares', 'powerKw', 'gasM3', 'waterM3'] as const;
const plain = (typed: string): string => typed.replaceAll(/[\s\u00a0]/g, '').replace(',', '.');

export function wishFields({ language }: Frame, register: readonly RegisteredZone[]): readonly Field[] {
  const words = plotTexts(language);
  return [
    {
      name: 'zone',
      kind: 'select',
      label: words.zone,
      optional: true,
      choices: register.map(({ registerId, names }) => ({ value: registerId, text: names[language] })),
    },
    ...amounts.map((name): Field => ({
      name,
      kind: 'line',
      label: words[name],
      optional: true,
      width: 10,
      value: plain,
    })),
    {
      name: 'rail',
      kind: 'tick',
      label: words.rail,
      optional: true,
      choices: [{ value: 'true', text: words.railNeeded }],
    },
    { name: 'by', kind: 'date', label: words.by, optional: true },
    {
      name: 'sector',
      kind: 'select',
      label: words.sector,
      optional: true,
      choices: sectors.map((value) => ({ value, text: sectorName(language, value) })),
    },
  ];
}

function lackText({ language }: Frame, { what, by, until }: Lack): string {
  const words = plotTexts(language);
  if (what === 'land') return words.land;
  if (what === 'date') return fill(words.later, { date: dateText(language, until ?? '') });
  const name = what === 'hectares' ? words.size : capital(language, textsOf(language).utilities[what]);
  return by === undefined
    ? fill(words.unsaid, { what: name })
    : fill(words.short, { what: name, count: numberText(language, by) });
}

function Found({
  props: { frame, form },
  caption,
  plots,
  names,
}: {
  readonly props: PlotsProps;
  readonly caption: string;
  readonly plots: readonly FoundPlot[];
  readonly names: ReadonlyMap<string, string>;
}): JSX.Element | null {
  const { language } = frame;
  const words = plotTexts(language);
  if (plots.length === 0) return null;
  const isNear = plots.some(({ lacks }) => lacks.length > 0);
  return (
    <Form frame={frame} action="/letter">
      {[...amounts, 'sector'].map((name) => (
        <input key={name} type="hidden" name={name} value={form.text(name)} />
      ))}
      <Table
        frame={frame}
        caption={caption}
        columns={[
          { text: words.plot },
          { text: words.size, numeric: true },
          { text: words.state },
          { text: words.lines },
          { text: isNear ? words.lacks : words.from },
          { text: words.cost, numeric: true },
          { text: words.letter },
        ]}
        rows={plots.map((plot) => [
          <>
            {plotName(plot)}
            <span class="news__day">{names.get(plot.registerId) ?? ''}</span>
          </>,
          numberText(language, plot.hectares),
          <PlotStateTag frame={frame} plot={plot} />,
          <PlotLines key="lines" frame={frame} plot={plot} />,
          <>
            {plot.lacks.length > 0
              ? plot.lacks.map((lack) => lackText(frame, lack)).join('; ')
              : plot.from && shortDateText(language, plot.from)}
            {plot.priority && (
              <span class="news__day">
                {fill(plot.priority.holds ? words.priority : words.notPriority, {
                  date: shortDateText(language, plot.priority.on),
                })}
              </span>
            )}
          </>,
          costText(frame, plot),
          <button
            type="submit"
            class="govuk-button govuk-button--secondary"
            name="plotId"
            value={plot.plotId}
            aria-label={`${words.letter}: ${plotName(plot)}`}
          >
            {words.letter}
          </button>,
        ])}
      />
    </Form>
  );
}

function Register({ frame, zones, plots, year }: PlotsProps): JSX.Element {
  const { language } = frame;
  const words = plotTexts(language);
  const figure = (value: number | undefined) => (value === undefined ? '–' : numberText(language, value));
  return (
    <>
      <Table
        frame={frame}
        caption={words.register}
        columns={[
          { text: words.zone },
          { text: words.founder },
          { text: words.since, numeric: true },
          { text: words.size, numeric: true },
          { text: words.plots, numeric: true },
          { text: words.free, numeric: true },
          { text: words.remainder, numeric: true },
        ]}
        rows={zones.map((view) => [
          <>
            <a class="govuk-link" href={addressOf('/plots', {}, { zone: view.registerId })}>
              {view.names[language]}
            </a>
            <span class="news__day">{words.kinds[view.kind]}</span>
          </>,
          words.founders[view.founder],
          String(view.since),
          figure(view.hectares),
          figure(view.states.reduce((sum, one) => sum + one.plots, 0)),
          figure(
            view.states.find(({ state }) => state === 'free')?.hectares ?? (view.states.length > 0 ? 0 : undefined),
          ),
          figure(view.remainder),
        ])}
      />
      {plots === undefined && (
        <p class="govuk-body">
          {fill(words.newInYear, {
            year: String(year),
            count: numberText(language, zones.filter(({ since }) => since >= year).length),
          })}
        </p>
      )}
    </>
  );
}

function Zone({ frame, plots }: { readonly frame: Frame; readonly plots: readonly StandingPlot[] }): JSX.Element {
  const { language } = frame;
  const words = plotTexts(language);
  return (
    <>
      <h2 class="govuk-heading-m">{words.map}</h2>
      <PlotMap frame={frame} plots={plots} />
      <Table
        frame={frame}
        caption={words.all}
        columns={[
          { text: words.plot },
          { text: words.size, numeric: true },
          { text: words.state },
          { text: words.lines },
          { text: words.cost, numeric: true },
        ]}
        rows={plots.map((plot) => [
          `${String(Number(plot.plotId.split('-').at(-1)) || '')} ${plotName(plot)}`.trim(),
          numberText(language, plot.hectares),
          <PlotStateTag frame={frame} plot={plot} />,
          <PlotLines key="lines" frame={frame} plot={plot} />,
          costText(frame, plot),
        ])}
      />
    </>
  );
}

export function plotsPage(props: PlotsProps): JSX.Element {
  const { frame, fields, form, zones, plots, found } = props;
  const { language } = frame;
  const words = plotTexts(language);
  const names = new Map(fields[0]?.choices?.map(({ value, text }) => [value, text]));
  const having = (...fits: readonly FoundPlot['fits'][]) =>
    found?.plots.filter((plot) => fits.includes(plot.fits)) ?? [];
  const near = having('later', 'no').filter(({ lacks }) => lacks.every(({ what }) => what !== 'land'));
  return (
    <Layout frame={frame} title={words.title} description={words.lead} failed={form.errors.length > 0} wide>
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      <form method="get" action={addressOf('/plots', {})} role="search" aria-label={words.wish} noValidate>
        {fields.map((field) => (
          <FieldInput key={field.name} frame={frame} form={form} field={field} />
        ))}
        <Button>{words.search}</Button>
      </form>
      {found !== undefined && near.length + having('now', 'by-date').length === 0 && (
        <p class="govuk-inset-text">{words.nothing}</p>
      )}
      {near.length + having('now', 'by-date').length > 0 && <p class="govuk-hint">{words.letterHint}</p>}
      <Found props={props} caption={words.now} plots={having('now')} names={names} />
      <Found props={props} caption={words.byDate} plots={having('by-date')} names={names} />
      <Found props={props} caption={words.near} plots={near.slice(0, 15)} names={names} />
      {zones.length > 0 && <Register {...props} />}
      {plots !== undefined && <Zone frame={frame} plots={plots} />}
    </Layout>
  );
}
