import type { JSX } from 'preact';
import type { DocketView } from '#core/docket/docket.ts';
import { docketTexts } from '#core/texts/areas/docket.ts';
import { dateText, fill, numberText } from '#core/texts/index.ts';
import type { Frame } from '../frame.ts';
import { SummaryList, Table, type Fact } from './facts.tsx';

interface Props {
  readonly frame: Frame;
  readonly docket: DocketView;
  /** Who of the staff somebody is; absent: the reader is not told. */
  readonly nameOf?: ((personId: string | undefined) => string) | undefined;
  /** Where the file of a step is. */
  readonly fileOf?: (documentId: string) => string;
}

type Done = DocketView['steps'][number];

const plotText = ({ language }: Pick<Frame, 'language'>, { contract }: Pick<DocketView, 'contract'>): string =>
  [
    contract.cadastralNumber,
    contract.hectares === undefined
      ? undefined
      : fill(docketTexts(language).hectares, { hectares: numberText(language, contract.hectares) }),
  ]
    .filter((part) => part !== undefined)
    .join(', ');

/** The contract, its plot, and where the matter stands. */
export function DocketFacts({ frame, docket }: Props): JSX.Element {
  const { language } = frame;
  const words = docketTexts(language);
  const { contract, half, remindedOn, state, frozenSince, closed } = docket;
  const plot = plotText(frame, docket);
  const facts: Fact[] = [
    {
      term: words.contract,
      value: fill(words.paperOf, { number: contract.number, date: dateText(language, contract.date) }),
    },
    { term: words.startBy, value: dateText(language, contract.startBy) },
    ...(plot === '' ? [] : [{ term: words.plot, value: plot }]),
    ...(frozenSince === undefined
      ? [{ term: words.half, value: dateText(language, remindedOn ?? half) }]
      : [{ term: words.frozenSince, value: <strong class="late">{dateText(language, frozenSince)}</strong> }]),
    ...(state === 'closed' && closed
      ? [
          {
            term: words.closed,
            value: [
              words.closings[closed.because],
              ...(closed.startBy === undefined ? [] : [`${words.newStart}: ${dateText(language, closed.startBy)}`]),
            ].join(' · '),
          },
        ]
      : []),
    ...(state === 'done' ? [{ term: words.state, value: words.done }] : []),
  ];
  return <SummaryList frame={frame} facts={facts} />;
}

function broughtBy({ frame: { language }, docket }: Props, one: Done): readonly string[] {
  const words = docketTexts(language);
  const day = (label: string, date: string | undefined) =>
    date === undefined ? [] : [`${label}: ${dateText(language, date)}`];
  return [
    ...day(words.cureUntil, one.cureUntil),
    ...day(words.newStart, one.startBy),
    ...(one.ground === undefined ? [] : [words.groundNames[one.ground], words.articles[docket.law[one.ground]]]),
    ...(one.step === 'contract-ended' && docket.contract.leaseNumber !== undefined
      ? [fill(words.sublease, { number: docket.contract.leaseNumber }), words.articles[docket.law.sublease]]
      : []),
    ...(one.pledgee === undefined ? [] : [`${words.pledgee}: ${one.pledgee}`]),
  ];
}

/** What was done so far, each step with its paper. */
export function DocketSteps(props: Props): JSX.Element | null {
  const { frame, docket, nameOf, fileOf } = props;
  const { language } = frame;
  const words = docketTexts(language);
  const { remindedOn, steps } = docket;
  const reminded =
    remindedOn === undefined ? [] : [[words.steps.reminder, dateText(language, remindedOn), words.itself]];
  const paperOf = ({ number, on, documentId }: Done) => {
    const text = fill(words.paperOf, { number, date: dateText(language, on) });
    return fileOf && documentId !== undefined ? (
      <a class="govuk-link" href={fileOf(documentId)}>
        {text}
      </a>
    ) : (
      text
    );
  };
  const rows = [
    ...reminded,
    ...steps.map((one) => [
      <>
        {words.steps[one.step]}
        {broughtBy(props, one).map((text) => (
          <span key={text} class="news__day">
            {text}
          </span>
        ))}
        {one.text !== undefined && <span class="news__day said">{one.text}</span>}
      </>,
      paperOf(one),
      nameOf?.(one.personId) ?? '',
    ]),
  ].map((cells) => (nameOf ? cells : cells.slice(0, 2)));
  return rows.length === 0 ? null : (
    <Table
      frame={frame}
      caption={words.heading}
      captionHidden
      columns={[{ text: words.what }, { text: words.paper }, ...(nameOf ? [{ text: words.who }] : [])]}
      rows={rows}
    />
  );
}
