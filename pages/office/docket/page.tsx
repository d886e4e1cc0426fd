import type { JSX } from 'preact';
import type { ProjectView } from '#core/api/views.ts';
import { closings, type DocketRequest } from '#core/docket/docket-facts.ts';
import type { DocketView } from '#core/docket/docket.ts';
import { docketTexts } from '#core/texts/areas/docket.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { stepRules } from '#core/docket/law.ts';
import { countText, dateText, fill, numberText, textsOf } from '#core/texts/index.ts';
import type { Colleague } from '#core/work/view-colleagues.ts';
import { DocketFacts, DocketSteps } from '../../components/docket-steps.tsx';
import type { Field } from '../../components/fields.tsx';
import { Button } from '../../components/form.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { addressOf } from '../../routes.ts';
import { docketAddress, documentsAddress, projectAddress } from '../addresses.ts';
import { workerName } from '../worker-name.ts';

type Act = DocketRequest['step'];

interface Props {
  readonly frame: Frame;
  readonly view: ProjectView;
}

const actName = ({ language }: Frame, act: Act): string => {
  const words = docketTexts(language);
  return act === 'open' || act === 'close' ? words.acts[act].title : words.steps[act];
};

/** Which ground of a one-sided end holds, and from which day. */
function Grounds({ frame: { language }, docket }: { readonly frame: Frame; readonly docket: DocketView }): JSX.Element {
  const words = docketTexts(language);
  return (
    <>
      <h3 class="govuk-heading-s">{words.grounds}</h3>
      {docket.grounds.length === 0 && <p class="govuk-body">{words.noGround}</p>}
      <ul class="govuk-list">
        {docket.grounds.map(({ ground, from, holds, article }) => (
          <li key={ground}>
            {words.groundNames[ground]}:{' '}
            <strong>{fill(holds ? words.holdsFrom : words.notYet, { date: dateText(language, from) })}</strong>
            <span class="news__day">{words.articles[article]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Next({ frame, docket }: { readonly frame: Frame; readonly docket: DocketView }): JSX.Element {
  const { language } = frame;
  const words = docketTexts(language);
  return (
    <ul class="govuk-list">
      {docket.next.map(({ step, from, until, late }) => (
        <li key={step}>
          {words.next}: <strong>{words.steps[step]}</strong>
          <span class="news__day">
            {words.who}: {stepRules[step].head ? textsOf(language).roles.head : textsOf(language).holders.office} ·{' '}
            {words.from}: {dateText(language, from)}
            {until !== undefined && ` · ${words.until}: ${dateText(language, until)}`}{' '}
            {late > 0 && <strong class="late">{countText(language, frame.words.lateBy, late)}</strong>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Where a contract stands whose construction has not begun: shown from half of its term on. */
export function DocketSection({
  frame,
  view: { docket, projectId },
  reader,
  people,
}: Props & { readonly reader: string; readonly people: readonly Colleague[] }): JSX.Element | null {
  if (
    docket === undefined ||
    (docket.remindedOn === undefined && docket.state === undefined && docket.actions.length === 0)
  )
    return null;
  const words = docketTexts(frame.language);
  const nameOf = (personId: string | undefined): string =>
    personId === undefined ? words.itself : workerName(frame, { reader, colleagues: people }, personId);
  const isOpen = docket.state === 'open';
  return (
    <section id="docket">
      <h2 class="govuk-heading-m">{words.heading}</h2>
      <DocketFacts frame={frame} docket={docket} />
      <DocketSteps
        frame={frame}
        docket={docket}
        nameOf={nameOf}
        fileOf={(documentId) =>
          addressOf('/office/projects/{projectId}/documents/{documentId}/{version}', {
            projectId,
            documentId,
            version: '1',
          })
        }
      />
      {isOpen && <Next frame={frame} docket={docket} />}
      {isOpen && !docket.steps.some(({ step }) => step === 'decision') && <Grounds frame={frame} docket={docket} />}
      {isOpen && docket.noticeDays > 0 && (
        <p class="govuk-body">
          {fill(words.notice, { days: numberText(frame.language, docket.noticeDays) })}{' '}
          {words.articles[docket.law.notice]}.
        </p>
      )}
      {docket.actions.length > 0 && isOpen && (
        <p class="govuk-body">
          <a class="govuk-link" href={documentsAddress(projectId)}>
            {words.addFile}
          </a>
        </p>
      )}
      {docket.actions.length > 0 && (
        <div class="govuk-button-group">
          {docket.actions.map((act) => (
            <Button key={act} kind="secondary" href={docketAddress(projectId, act)}>
              {actName(frame, act)}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

export interface DocketProps extends Props {
  readonly docket: DocketView;
  readonly act: Act;
}

const newSchedule = 'new-schedule';

function decisionFields({ frame: { language }, docket }: DocketProps): readonly Field[] {
  const words = docketTexts(language);
  return [
    {
      name: 'ground',
      kind: 'radios',
      label: words.decision,
      choices: [
        { value: newSchedule, text: words.newSchedule },
        ...docket.grounds
          .filter(({ holds }) => holds)
          .map(({ ground, article }) => ({
            value: ground,
            text: `${words.grounds}: ${words.groundNames[ground]}`,
            hint: words.articles[article],
          })),
      ],
      value: (typed) => (typed === newSchedule ? undefined : typed),
    },
    { name: 'startBy', kind: 'date', label: words.newScheduleDay, hint: words.newScheduleHint, optional: true },
  ];
}

function fieldsOf(props: DocketProps): readonly Field[] {
  const { frame, act, docket } = props;
  const words = docketTexts(frame.language);
  const paper: Field[] = [
    { name: 'number', kind: 'line', label: words.number, width: 20 },
    { name: 'on', kind: 'date', label: words.on },
    ...(docket.papers.length === 0
      ? []
      : [
          {
            name: 'documentId',
            kind: 'select' as const,
            label: words.file,
            hint: words.fileHint,
            optional: true,
            choices: docket.papers.map(({ documentId }) => ({
              value: documentId,
              text: `${documentTexts(frame.language).names['docket-paper']} · ${documentId.replace(/^.*-/, '')}`,
            })),
          },
        ]),
  ];
  const said: Field = { name: 'words', kind: 'text', label: words.words, hint: words.wordsHint };
  switch (act) {
    case 'open':
      return [{ name: 'words', kind: 'text', label: words.words }];
    case 'act-of-breach':
      return [...paper, { name: 'cureDays', kind: 'whole', label: words.cureDays, hint: words.cureDaysHint }, said];
    case 'decision':
      return [...decisionFields(props), ...paper, said];
    case 'contract-ended':
      return [
        ...paper,
        { name: 'pledgee', kind: 'line', label: words.pledged, hint: words.pledgedHint, optional: true },
      ];
    case 'close':
      return [
        {
          name: 'because',
          kind: 'radios',
          label: words.because,
          choices: closings.map((value) => ({ value, text: words.closings[value] })),
        },
        ...paper,
        { name: 'startBy', kind: 'date', label: words.newScheduleDay },
        said,
      ];
    default:
      return paper;
  }
}

/** Above the form of a step: what follows from it, and on which law. */
function textOf({ frame: { language }, docket, act }: DocketProps): string {
  const words = docketTexts(language);
  const { leaseNumber } = docket.contract;
  const law = act === 'act-of-breach' ? [words.articles[docket.law.cure]] : [];
  const told = act === 'contract-ended' ? [words.articles[docket.law.told]] : [];
  return [
    act === 'open' || act === 'close' ? words.acts[act].text : words.acts.step.text,
    words.texts[act],
    act === 'contract-ended' && leaseNumber !== undefined ? fill(words.sublease, { number: leaseNumber }) : undefined,
    ...[...law, ...told].map((one) => `${words.law}: ${one}.`),
  ]
    .filter((one) => one !== undefined)
    .join(' ');
}

export function docketSheet(props: DocketProps): Sheet {
  const {
    frame,
    view: { projectId, number, company, contact },
    act,
  } = props;
  const words = docketTexts(frame.language);
  const title = actName(frame, act);
  const text = textOf(props);
  return {
    frame,
    title,
    text,
    caption: `${number} · ${company}`,
    address: docketAddress(projectId, act),
    back: projectAddress(projectId),
    button: words.preview,
    fields: fieldsOf(props),
    review: {
      title: words.check,
      caption: `${number} · ${title}`,
      text,
      button: words.acts[act === 'open' || act === 'close' ? act : 'step'].button,
      warning: act === 'contract-ended',
      contact,
    },
  };
}
