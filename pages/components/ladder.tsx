import type { JSX } from 'preact';
import { localDateOf } from '#core/calendar/local-date.ts';
import { rungs, type LadderRequest, type RungView } from '#core/ladder/ladder-facts.ts';
import type { WholeLadder } from '#core/ladder/view-ladder.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { ladderTexts } from '#core/texts/areas/ladder.ts';
import { dateText, fill } from '#core/texts/index.ts';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { Notification, Table, Tag, type TagColour } from './facts.tsx';
import type { Field } from './fields.tsx';
import { Button } from './form.tsx';
import type { Sheet } from './sheet.tsx';

type Act = LadderRequest['act'];

/** A ladder as one reader sees it: of the office or by the investor's link. */
export interface LadderProps {
  readonly frame: Frame;
  readonly whole: WholeLadder;
  readonly act: Act | undefined;
  readonly rung: RungView | undefined;
  readonly done: Act | undefined;
  /** Of the page, with what is asked of it. */
  readonly address: (query?: Readonly<Record<string, string>>) => string;
  readonly back: string;
  readonly documents: string;
  readonly fileOf: (documentId: string) => string;
  /** Who of the staff it was; absent: the reader is told the body alone. */
  readonly nameOf?: (personId: string) => string;
}

function fieldsOf({ frame: { language }, whole: { view }, act }: LadderProps): readonly Field[] {
  const words = ladderTexts(language);
  switch (act) {
    case 'confirm':
      return [];
    case 'dispute':
    case 'take-back':
      return [{ name: 'words', kind: 'text', label: words.reason }];
    default:
      return [
        { name: 'phase', kind: 'whole', label: words.phaseLabel, hint: words.phaseHint },
        {
          name: 'rung',
          kind: 'radios',
          label: words.rung,
          choices: rungs.map((value) => ({ value, text: words.rungs[value] })),
        },
        { name: 'on', kind: 'date', label: words.on },
        {
          name: 'documentId',
          kind: 'select',
          label: words.file,
          hint: view.papers.length === 0 ? words.noFiles : words.fileHint,
          choices: view.papers.map((documentId) => ({ value: documentId, text: paperName(language, documentId) })),
        },
        { name: 'number', kind: 'line', label: words.number, hint: words.numberHint, width: 20, optional: true },
        { name: 'words', kind: 'text', label: words.words, hint: words.wordsHint, optional: true },
      ];
  }
}

const paperName = (language: Frame['language'], documentId: string): string =>
  `${documentTexts(language).names['ladder-paper']} · ${documentId.replace(/^.*-/, '')}`;

const rungName = ({ language }: Frame, { rung, phase }: Pick<RungView, 'rung' | 'phase'>): string => {
  const words = ladderTexts(language);
  return `${words.rungs[rung]} · ${fill(words.phase, { number: String(phase) })}`;
};

export function ladderSheet(props: LadderProps): Sheet {
  const { frame, whole, act = 'say', rung, address, documents } = props;
  const words = ladderTexts(frame.language);
  const { title, text, button } = words.acts[act];
  const caption = `${whole.view.number} · ${whole.company}`;
  const about = rung ? `${rungName(frame, rung)} · ${dateText(frame.language, rung.on)}. ${text}` : text;
  return {
    frame,
    title,
    text: about,
    caption,
    address: address({ do: act, ...(rung && { said: String(rung.said) }) }),
    back: address(),
    button,
    fields: fieldsOf(props),
    ...(act === 'say' && {
      below: (
        <p class="govuk-body">
          <a class="govuk-link" href={documents}>
            {words.addFile}
          </a>
        </p>
      ),
    }),
    review: {
      title: act === 'confirm' ? title : words.check,
      caption: act === 'confirm' ? caption : `${whole.view.number} · ${title}`,
      text: about,
      button,
      mendable: act !== 'confirm',
    },
  };
}

const colours = { said: 'yellow', confirmed: 'green', disputed: 'red', 'taken-back': 'grey' } as const satisfies Record<
  RungView['state'],
  TagColour
>;

function Who({ props, done }: { readonly props: LadderProps; readonly done: RungView['saidBy'] }): JSX.Element {
  const { frame, whole, nameOf } = props;
  const { body, at, personId, text } = done;
  const day = dateText(frame.language, localDateOf(at, whole.context.calendar.offsetMinutes));
  return (
    <>
      {ladderTexts(frame.language).bodies[body]}
      {personId !== undefined && nameOf && `, ${nameOf(personId)}`} · {day}
      {text !== undefined && <span class="news__day">{text}</span>}
    </>
  );
}

function RungState({ props, rung }: { readonly props: LadderProps; readonly rung: RungView }): JSX.Element {
  const { frame, address } = props;
  const words = ladderTexts(frame.language);
  const last = rung.takenBack ?? (rung.state === 'disputed' ? rung.disputed : rung.confirmed);
  return (
    <>
      <Tag colour={colours[rung.state]}>{words.states[rung.state]}</Tag>
      {last && (
        <>
          <br />
          <Who props={props} done={last} />
        </>
      )}
      {rung.actions.map((act) => (
        <span key={act} class="news__day">
          <a class="govuk-link" href={address({ do: act, said: String(rung.said) })}>
            {words.acts[act].button}
            <span class="govuk-visually-hidden"> ({rungName(frame, rung)})</span>
          </a>
        </span>
      ))}
    </>
  );
}

function rowOf(props: LadderProps, rung: RungView): readonly (JSX.Element | string)[] {
  const { frame, fileOf } = props;
  const { language } = frame;
  const words = ladderTexts(language);
  const { number, tellBy, skipped, isOlder, documentId, on } = rung;
  return [
    <>
      {words.rungs[rung.rung]}
      {skipped.length > 0 && (
        <span class="news__day">
          {fill(words.skipped, { rungs: skipped.map((one) => words.rungs[one]).join(', ') })}
        </span>
      )}
    </>,
    <>
      {dateText(language, on)}
      {isOlder && <strong class="news__day late">{words.older}</strong>}
      {tellBy !== undefined && (
        <span class="news__day">{fill(words.tellBy, { date: dateText(language, tellBy) })}</span>
      )}
    </>,
    <>
      {documentId === undefined ? (
        words.takenOver
      ) : (
        <a class="govuk-link" href={fileOf(documentId)}>
          {paperName(language, documentId)}
        </a>
      )}
      {number !== undefined && <span class="news__day">№ {number}</span>}
    </>,
    <Who key="said" props={props} done={rung.saidBy} />,
    <RungState key="state" props={props} rung={rung} />,
  ];
}

/** How far a project is built, phase by phase, and what this reader may say of it. */
export function ladderPage(props: LadderProps): JSX.Element {
  const { frame, whole, done, address, back } = props;
  const { view, company } = whole;
  const { language } = frame;
  const words = ladderTexts(language);
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
      {view.maySay && (
        <div class="govuk-button-group">
          <Button kind="secondary" href={address({ do: 'say' })}>
            {words.acts.say.title}
          </Button>
        </div>
      )}
      {view.isOpen &&
        view.phases.map(({ phase, top, rungs: said }) => {
          const title = fill(words.phase, { number: String(phase) });
          return (
            <section key={phase}>
              <h2 class="govuk-heading-m">
                {title}: {top === undefined ? words.notStated : words.rungs[top]}
              </h2>
              {said.length > 0 && (
                <Table
                  frame={frame}
                  caption={title}
                  captionHidden
                  columns={[words.rung, words.on, words.file, words.said, words.state].map((text) => ({ text }))}
                  rows={said.map((rung) => rowOf(props, rung))}
                />
              )}
            </section>
          );
        })}
    </Layout>
  );
}
