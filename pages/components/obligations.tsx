import type { JSX } from 'preact';
import { typedNumber } from '#core/kernel/typed-number.ts';
import type { Currency } from '#core/kernel/common.ts';
import {
  everies,
  owedFields,
  owedMoney,
  type ObligationRequest,
  type OwedField,
  type OwedFigures,
  type PeriodView,
} from '#core/obligations/obligation-facts.ts';
import { periodName } from '#core/obligations/obligation-notices.ts';
import type { WholeObligations } from '#core/obligations/view-obligations.ts';
import { obligationTexts } from '#core/texts/areas/obligations.ts';
import { dateText, fill, numberText } from '#core/texts/index.ts';
import { moneyText } from '#core/texts/money.ts';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { Notification, SummaryList, Table, Tag, type TagColour } from './facts.tsx';
import type { Field } from './fields.tsx';
import { Button, Form } from './form.tsx';
import { addressOf } from '../routes.ts';
import type { Sheet } from './sheet.tsx';

export type ObligationAct = ObligationRequest['act'];

/** What a contract promises, as one reader sees it: of the office or by the investor's link. */
export interface ObligationsProps {
  readonly frame: Frame;
  readonly whole: WholeObligations;
  readonly act: ObligationAct | undefined;
  /** The one that is reported or confirmed. */
  readonly period: PeriodView | undefined;
  readonly done: ObligationAct | undefined;
  readonly address: (query?: Readonly<Record<string, string>>) => string;
  readonly back: string;
  /** With what the letter for an expansion begins. */
  readonly carried?: Readonly<Record<string, string>> | undefined;
}

const isMoney = (field: OwedField): field is (typeof owedMoney)[number] => owedMoney.some((one) => one === field);

/** Money is typed in whole units of the project's currency. */
const moneyIn = (currency: Currency) => (typed: string) => {
  const read = typedNumber(typed, { whole: true });
  return read.kind === 'number' ? { amountMinor: Math.round(read.value * 100), currency } : typed;
};

function figureFields({ frame: { language }, whole }: ObligationsProps): readonly Field[] {
  const words = obligationTexts(language);
  const { currency } = whole.project.figures.investment;
  return owedFields.map((field): Field => {
    const base = { name: field, label: words.fields[field], optional: true, path: `figures.${field}` };
    return isMoney(field)
      ? { ...base, kind: 'line', width: 20, hint: fill(words.moneyHint, { currency }), value: moneyIn(currency) }
      : { ...base, kind: 'whole' };
  });
}

function fieldsOf(props: ObligationsProps): readonly Field[] {
  const { frame, act } = props;
  const words = obligationTexts(frame.language);
  const paper: readonly Field[] = [
    { name: 'number', kind: 'line', label: words.number, width: 20 },
    { name: 'on', kind: 'date', label: words.on },
  ];
  switch (act) {
    case 'report':
      return figureFields(props);
    case 'confirm':
      return [
        ...figureFields(props),
        { name: 'words', kind: 'text', label: words.words, hint: words.wordsHint, optional: true },
      ];
    case 'prove':
      return paper;
    case 'visit':
      return [
        { name: 'on', kind: 'date', label: words.on },
        { name: 'words', kind: 'text', label: words.words },
      ];
    case 'breach':
      return [
        ...paper,
        { name: 'cureDays', kind: 'whole', label: words.cureDays },
        { name: 'words', kind: 'text', label: words.words },
      ];
    default:
      return [
        { name: 'year', kind: 'whole', label: words.year },
        {
          name: 'every',
          kind: 'radios',
          label: words.every,
          choices: everies.map((value) => ({ value, text: words.everies[value] })),
        },
        ...figureFields(props),
        { name: 'launchBy', kind: 'date', label: words.launchBy, optional: true },
      ];
  }
}

function amountText({ language }: Frame, field: OwedField, figures: OwedFigures | undefined): string | undefined {
  if (isMoney(field)) {
    const money = figures?.[field];
    return money && moneyText(language, money);
  }
  const amount = figures?.[field];
  return amount === undefined ? undefined : numberText(language, amount);
}

/** Last year's figures, beside what is typed now. */
function YearBefore({ props }: { readonly props: ObligationsProps }): JSX.Element | null {
  const { frame, period } = props;
  if (period === undefined) return null;
  const words = obligationTexts(frame.language);
  return (
    <SummaryList
      frame={frame}
      facts={owedFields.map((field) => ({
        term: `${words.yearBefore}: ${words.fields[field]}`,
        value: amountText(frame, field, period.yearBefore) ?? words.notStated,
      }))}
    />
  );
}

export function obligationsSheet(props: ObligationsProps): Sheet {
  const { frame, whole, act = 'plan', period, address } = props;
  const words = obligationTexts(frame.language);
  const { title, text, button } = words.acts[act];
  const name = period ? `${title} · ${periodName(period.period)}` : title;
  const caption = `${whole.view.number} · ${whole.company}`;
  return {
    frame,
    title: name,
    text,
    caption,
    address: address({ do: act, ...(period && { period: period.period }) }),
    back: address(),
    button,
    fields: fieldsOf(props),
    ...((act === 'report' || act === 'confirm') && { below: <YearBefore props={props} /> }),
    review: { title: words.check, caption: `${caption} · ${name}`, text, button, mendable: true },
  };
}

const colours = {
  'to-come': 'grey',
  awaited: 'blue',
  'not-reported': 'red',
  reported: 'yellow',
  confirmed: 'green',
} as const satisfies Record<PeriodView['state'], TagColour>;

function Figures({
  frame,
  figures,
}: {
  readonly frame: Frame;
  readonly figures: OwedFigures | undefined;
}): JSX.Element {
  const words = obligationTexts(frame.language);
  const told = owedFields.flatMap((field) => {
    const text = amountText(frame, field, figures);
    return text === undefined ? [] : [`${words.fields[field]}: ${text}`];
  });
  if (told.length === 0) return <>{words.notStated}</>;
  return (
    <ul class="govuk-list parts">
      {told.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

/** What is left of a plan may be less than nought: more was done. */
function restText({ language }: Frame, field: OwedField, year: WholeObligations['view']['years'][number]): string {
  const rest = year.rest?.[field];
  if (rest === undefined) return year.planned[field] === undefined ? '–' : obligationTexts(language).notStated;
  return typeof rest === 'number' ? numberText(language, rest) : moneyText(language, rest);
}

function Years({ frame, whole: { view } }: ObligationsProps): JSX.Element {
  const words = obligationTexts(frame.language);
  return (
    <Table
      frame={frame}
      caption={words.byYear}
      columns={[words.year, words.figures, words.planned, words.reported, words.confirmed, words.rest].map(
        (text, at) => ({ text, ...(at > 1 && { numeric: true }) }),
      )}
      rows={view.years.flatMap((year) =>
        owedFields
          .filter((field) => [year.planned, year.reported, year.confirmed].some((one) => one?.[field] !== undefined))
          .map((field) => [
            String(year.year),
            words.fields[field],
            amountText(frame, field, year.planned) ?? '–',
            amountText(frame, field, year.reported) ?? words.notStated,
            amountText(frame, field, year.confirmed) ?? '–',
            restText(frame, field, year),
          ]),
      )}
    />
  );
}

function Periods({ frame, whole: { view }, address }: ObligationsProps): JSX.Element {
  const { language } = frame;
  const words = obligationTexts(language);
  const link = (act: 'report' | 'confirm', { period }: PeriodView) => (
    <span class="news__day">
      <a class="govuk-link" href={address({ do: act, period })}>
        {words.acts[act].title}
        <span class="govuk-visually-hidden"> ({periodName(period)})</span>
      </a>
    </span>
  );
  return (
    <Table
      frame={frame}
      caption={words.byPeriod}
      columns={[words.period, words.due, words.state, words.reported, words.confirmed, words.yearBefore].map(
        (text) => ({ text }),
      )}
      rows={view.periods.map((one) => [
        periodName(one.period),
        dateText(language, one.due),
        <>
          <Tag colour={colours[one.state]}>{words.states[one.state]}</Tag>
          {view.actions.includes('report') &&
            ['awaited', 'not-reported', 'reported'].includes(one.state) &&
            link('report', one)}
          {view.actions.includes('confirm') && one.state === 'reported' && link('confirm', one)}
        </>,
        one.reported ? <Figures frame={frame} figures={one.reported} /> : words.notStated,
        one.confirmed ? <Figures frame={frame} figures={one.confirmed} /> : '–',
        one.yearBefore ? <Figures frame={frame} figures={one.yearBefore} /> : '–',
      ])}
    />
  );
}

function Dates({ frame, whole: { view } }: ObligationsProps): JSX.Element {
  const { language } = frame;
  const words = obligationTexts(language);
  const { start, launch, money } = view;
  const both = ({ promised, actual }: typeof start): string =>
    [
      ...(promised === undefined ? [] : [fill(words.promised, { date: dateText(language, promised) })]),
      ...(actual === undefined ? [] : [fill(words.actual, { date: dateText(language, actual) })]),
    ].join('; ') || '–';
  const proof =
    money &&
    (money.proven
      ? fill(words.moneyProven, { number: money.proven.number, date: dateText(language, money.proven.on) })
      : `${fill(words.moneyDue, { due: dateText(language, money.due), large: dateText(language, money.dueIfLarge) })}${money.isLate ? ` – ${words.moneyLate}` : ''}`);
  return (
    <SummaryList
      frame={frame}
      facts={[
        { term: words.start, value: both(start) },
        { term: words.launch, value: both(launch) },
        ...(proof === undefined ? [] : [{ term: words.money, value: proof }]),
      ]}
    />
  );
}

function Behind({ frame, whole: { view } }: ObligationsProps): JSX.Element | null {
  const { language } = frame;
  const words = obligationTexts(language);
  const { behind, visit, breach } = view;
  const day = (date: string) => dateText(language, date);
  const lines = [
    ...(behind > 0 ? [fill(words.behind, { count: numberText(language, behind) })] : []),
    ...(visit
      ? [
          visit.on === undefined
            ? fill(words.visitUntil, { date: day(visit.until) })
            : fill(words.visitMade, { date: day(visit.on) }),
        ]
      : []),
    ...(breach
      ? [fill(words.breach, { number: breach.number, date: day(breach.on), until: day(breach.cureUntil) })]
      : []),
  ];
  return lines.length === 0 ? null : (
    <ul class="govuk-list late">
      {lines.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

/** What the contract promises by year, what is reported and confirmed of it, and what this reader may say. */
export function obligationsPage(props: ObligationsProps): JSX.Element {
  const { frame, whole, done, address, back } = props;
  const { view, company } = whole;
  const words = obligationTexts(frame.language);
  const buttons = (['plan', 'prove', 'visit', 'breach'] as const).filter((act) => view.actions.includes(act));
  return (
    <Layout frame={frame} title={`${words.title} · ${view.number} · ${company}`} back={back} wide="screen">
      {done && <Notification frame={frame}>{words.acts[done].done}</Notification>}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {view.number} · {company}
        </span>
        {words.title}
      </h1>
      <p class="govuk-body-l">{view.isOpen ? words.intro : words.notOpen}</p>
      <Behind {...props} />
      <Dates {...props} />
      {view.isOpen && view.years.length === 0 && <p class="govuk-body">{words.nonePlanned}</p>}
      {view.years.length > 0 && <Years {...props} />}
      {view.periods.length > 0 && <Periods {...props} />}
      {props.carried && (
        <Form frame={frame} action={addressOf('/letter', {})}>
          <h2 class="govuk-heading-m">{words.expansion}</h2>
          <p class="govuk-body">{words.expansionText}</p>
          {Object.entries({ ...props.carried, expansion: 'yes' }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button kind="secondary">{words.expansionButton}</Button>
        </Form>
      )}
      {buttons.length > 0 && (
        <div class="govuk-button-group">
          {buttons.map((act) => (
            <Button key={act} kind="secondary" href={address({ do: act })}>
              {words.acts[act].title}
            </Button>
          ))}
        </div>
      )}
    </Layout>
  );
}
