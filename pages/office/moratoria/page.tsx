import type { JSX } from 'preact';
import { utilities } from '#core/kernel/common.ts';
import { isOver, type Moratorium } from '#core/moratoria/moratorium.ts';
import type { ZoneMoratoria } from '#core/moratoria/set-moratorium.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, textsOf } from '#core/texts/index.ts';
import { moratoriumTexts } from '#core/texts/areas/moratoria.ts';
import type { Choice } from '../../components/choices.tsx';
import { Notification, Table, Tag } from '../../components/facts.tsx';
import type { Field } from '../../components/fields.tsx';
import type { FormState } from '../../components/form-state.ts';
import { ErrorSummary } from '../../components/form.tsx';
import { SheetForm, type Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { linesAddress, moratoriaAddress } from '../addresses.ts';

export interface MoratoriaProps {
  readonly frame: Frame;
  readonly view: ZoneMoratoria;
  /** The one that is to be changed or ended. */
  readonly changed: Moratorium | undefined;
  readonly isDone: boolean;
}

/** Where this reader may enter one. */
const places = ({ frame, view: { mayHold } }: MoratoriaProps): readonly Choice[] => {
  const words = moratoriumTexts(frame.language);
  return (['zone', 'region'] as const)
    .filter((scope) => mayHold[scope])
    .map((value) => ({ value, text: words[value] }));
};

function newFields(props: MoratoriaProps): readonly Field[] {
  const { language } = props.frame;
  const words = moratoriumTexts(language);
  const names = textsOf(language).utilities;
  return [
    {
      name: 'utility',
      kind: 'select',
      label: words.line,
      choices: utilities.map((value) => ({ value, text: names[value] })),
    },
    { name: 'scope', kind: 'radios', label: words.place, choices: places(props) },
    { name: 'from', kind: 'date', label: words.from },
  ];
}

const lineName = ({ language }: Frame, { utility }: Pick<Moratorium, 'utility'>): string =>
  capital(language, textsOf(language).utilities[utility]);

export function moratoriumSheet(props: MoratoriaProps): Sheet {
  const { frame, view, changed } = props;
  const { language } = frame;
  const words = moratoriumTexts(language);
  const title = changed ? words.change : words.enter;
  return {
    frame,
    title,
    text: changed ? words.changeText : words.enterText,
    caption: changed ? `${lineName(frame, changed)} · ${dateText(language, changed.from)}` : view.zone.names[language],
    address: moratoriaAddress(view.zone.zoneId, { id: changed?.moratoriumId }),
    back: moratoriaAddress(view.zone.zoneId),
    button: words.preview,
    fields: [
      ...(changed ? [] : newFields(props)),
      { name: 'until', kind: 'date', label: words.until, hint: words.untilHint, optional: true },
      { name: 'reason', kind: 'text', label: words.reason, hint: words.reasonHint },
    ],
    review: { title: words.check, caption: view.zone.names[language], text: words.enterText, button: words.save },
  };
}

function Listed({ frame, view }: MoratoriaProps): JSX.Element {
  const { language } = frame;
  const words = moratoriumTexts(language);
  const day = (date: string | undefined) => (date === undefined ? words.endless : dateText(language, date));
  const state = (one: Moratorium) =>
    isOver(one, view.today) ? (
      <Tag colour="grey">{words.over}</Tag>
    ) : one.from > view.today ? (
      <Tag colour="blue">{words.ahead}</Tag>
    ) : (
      <Tag colour="yellow">{words.holds}</Tag>
    );
  const isTheirs = (one: Moratorium) => view.mayHold[one.scope] && !isOver(one, view.today);
  return (
    <Table
      frame={frame}
      caption={words.title}
      columns={[
        { text: words.line },
        { text: words.place },
        { text: words.from },
        { text: words.until },
        { text: words.reason },
        { text: words.state },
      ]}
      rows={view.moratoria.map((one) => [
        isTheirs(one) ? (
          <a class="govuk-link" href={moratoriaAddress(view.zone.zoneId, { id: one.moratoriumId })}>
            {lineName(frame, one)}
          </a>
        ) : (
          lineName(frame, one)
        ),
        words[one.scope],
        day(one.from),
        day(one.until),
        one.reason,
        state(one),
      ])}
    />
  );
}

export function moratoriaPage(props: MoratoriaProps, form: FormState): JSX.Element {
  const { frame, view, isDone } = props;
  const words = moratoriumTexts(frame.language);
  return (
    <Layout
      frame={frame}
      title={`${words.title} · ${view.zone.names[frame.language]}`}
      failed={form.errors.length > 0}
      back={linesAddress(view.zone.zoneId)}
    >
      {isDone && <Notification frame={frame}>{words.done}</Notification>}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{view.zone.names[frame.language]}</span>
        {words.title}
      </h1>
      <p class="govuk-body">{words.text}</p>
      {view.moratoria.length > 0 ? <Listed {...props} /> : <p class="govuk-body">{words.none}</p>}
      {places(props).length > 0 && (
        <>
          <h2 class="govuk-heading-m">{words.enter}</h2>
          <p class="govuk-body">{words.enterText}</p>
          <SheetForm sheet={moratoriumSheet(props)} form={form} />
        </>
      )}
    </Layout>
  );
}
