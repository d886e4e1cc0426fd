import { currencies, utilities } from '#core/kernel/common.ts';
import { ownerships, typedStates, type RegisterView } from '#core/plots/plot.ts';
import type { OfficePlotView } from '#core/api/plot-views.ts';
import type { ZoneView } from '#core/reference/view-zone.ts';
import { plotTexts } from '#core/texts/areas/plots.ts';
import { capital } from '#core/texts/capital.ts';
import { fill, textsOf } from '#core/texts/index.ts';
import { seenNumber, type Field } from '../../components/fields.tsx';
import { plotName } from '../../components/plot-facts.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { plotAddress, plotsAddress } from '../addresses.ts';

/** What can be recorded of a plot: what it is, or a line at it. */
export const plotForms = ['plot', 'line'] as const;
export type PlotForm = (typeof plotForms)[number];

export interface PlotProps {
  readonly frame: Frame;
  readonly zone: ZoneView;
  /** The zone of the register in which it lies. */
  readonly registered: RegisterView;
  /** Absent: a plot that is new. */
  readonly view?: OfficePlotView | undefined;
  readonly form?: PlotForm | undefined;
  readonly isDone: boolean;
}

function plotFields({ frame: { language, words: common }, view }: PlotProps): readonly Field[] {
  const words = plotTexts(language);
  return [
    ...(view === undefined
      ? [
          {
            name: 'code',
            kind: 'line',
            label: words.code,
            hint: fill(words.codeHint, { example: '017' }),
            width: 10,
            spellcheck: false,
          } as const,
        ]
      : []),
    { name: 'cadastre', kind: 'line', label: words.cadastre, width: 20, optional: true, spellcheck: false },
    { name: 'hectares', kind: 'line', label: words.hectares, width: 10 },
    {
      name: 'ownership',
      kind: 'radios',
      label: words.ownership,
      choices: ownerships.map((value) => ({ value, text: capital(language, words.forms[value]) })),
    },
    { name: 'price', kind: 'line', label: words.price, width: 20, optional: true },
    { name: 'rentAYear', kind: 'line', label: words.rentAYear, width: 20, optional: true },
    {
      name: 'currency',
      kind: 'select',
      label: common.currency,
      optional: true,
      choices: currencies.map((value) => ({ value, text: value })),
    },
    {
      name: 'state',
      kind: 'radios',
      label: words.state,
      choices: typedStates.map((value) => ({ value, text: capital(language, words.states[value]) })),
    },
    { name: 'until', kind: 'date', label: words.heldUntil, optional: true },
    { name: 'from', kind: 'date', label: words.plannedFrom, optional: true },
    { name: 'why', kind: 'text', label: words.why, hint: words.whyHint, optional: true, rows: 2 },
    { name: 'project', kind: 'line', label: words.project, hint: words.projectHint, width: 20, optional: true },
    {
      name: 'outline',
      kind: 'text',
      label: words.outline,
      hint: fill(words.outlineHint, { example: '57.215 50.321', format: 'GeoJSON' }),
      optional: true,
      rows: 4,
    },
  ];
}

function lineFields({ frame: { language } }: PlotProps): readonly Field[] {
  const words = plotTexts(language);
  return [
    {
      name: 'utility',
      kind: 'select',
      label: words.line,
      choices: utilities.map((value) => ({ value, text: capital(language, textsOf(language).utilities[value]) })),
    },
    { name: 'distanceMetres', kind: 'line', label: words.distance, width: 10, optional: true },
    { name: 'spare', kind: 'line', label: words.spare, hint: words.spareHint, width: 10, optional: true },
    { name: 'point', kind: 'line', label: words.point, optional: true },
    { name: 'from', kind: 'date', label: words.from, optional: true },
    { name: 'asOf', kind: 'date', label: words.asOf },
  ];
}

export function plotSheet(props: PlotProps): Sheet {
  const { frame, zone, registered, view, form = 'plot' } = props;
  const { language } = frame;
  const words = plotTexts(language);
  const { zoneId } = zone;
  const { registerId } = registered;
  const title = form === 'line' ? words.tellLine : view === undefined ? words.enterPlot : words.changePlot;
  return {
    frame,
    title,
    caption: view === undefined ? registered.names[language] : plotName(view.plot),
    ...(form === 'line' && { text: words.lineText }),
    address:
      view === undefined
        ? plotAddress(zoneId, 'new', { register: registerId })
        : plotAddress(zoneId, view.plot.plotId, { do: form }),
    back: view === undefined ? plotsAddress(zoneId, { register: registerId }) : plotAddress(zoneId, view.plot.plotId),
    button: words.save,
    fields: [
      ...(form === 'line' ? lineFields(props) : plotFields(props)),
      { name: 'reason', kind: 'text', label: words.reason, hint: words.reasonHint, rows: 2 },
      seenNumber('version'),
    ],
  };
}
