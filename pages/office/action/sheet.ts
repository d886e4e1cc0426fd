import { faults } from '#core/project/project-action.ts';
import type { ReasonCode } from '#core/stages/decision.ts';
import type { AssignmentView, ProjectView } from '#core/api/views.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, textsOf } from '#core/texts/index.ts';
import { duplicatesTexts } from '#core/texts/areas/duplicates.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import type { ProjectAction } from '#core/project/act-on-project.ts';
import type { Choice } from '../../components/choices.tsx';
import type { Field } from '../../components/fields.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { actionAddress, projectAddress } from '../addresses.ts';
import { nameOf, stateName } from '../names.ts';

type Action = ProjectAction['action'];

export interface ActionProps {
  readonly frame: Frame;
  readonly view: ProjectView;
  readonly action: Action;
  /** For `extend`: ids of the assignments whose due date the reader may move, and whether the stage's own. */
  readonly extendable: readonly string[];
  readonly stageExtendable: boolean;
  /** For `extend`: what somebody has asked for, where the address says so. Each has its own form, beside what is half typed for another. */
  readonly asked: Readonly<Record<string, string>>;
}

/** The choice of the stage as a whole. */
const wholeStage = 'stage';

const reasons: Readonly<Partial<Record<Action, readonly ReasonCode[]>>> = {
  suspend: ['investor-asked', 'supplier-late', 'weather', 'financing', 'law-changed', 'force-majeure', 'other'],
  'renew-pause': ['investor-asked', 'supplier-late', 'weather', 'financing', 'law-changed', 'force-majeure', 'other'],
  extend: [
    'investor-asked',
    'supplier-late',
    'weather',
    'remarks',
    'financing',
    'law-changed',
    'force-majeure',
    'other',
  ],
  terminate: ['not-started', 'financing', 'inaccurate', 'law-changed', 'force-majeure', 'other'],
};

/** Until when it is due, and which day its holder has asked for. */
const targetHint = ({ language }: Frame, { due, timeAsked, timeReason }: AssignmentView): string =>
  [
    dateText(language, due),
    ...(timeAsked === undefined
      ? []
      : [`${officeTexts(language).actionFields.timeAsked}: ${dateText(language, timeAsked)}`]),
    ...(timeReason === undefined ? [] : [timeReason]),
  ].join(' · ');

function targets({ frame, view, extendable, stageExtendable }: ActionProps): readonly Choice[] {
  const open = view.assignments.filter(({ assignmentId }) => extendable.includes(assignmentId));
  return [
    ...(stageExtendable
      ? [
          {
            value: wholeStage,
            text: officeTexts(frame.language).actionFields.wholeStage,
            hint: view.due && dateText(frame.language, view.due),
          },
        ]
      : []),
    ...open.map((one) => ({
      value: one.assignmentId,
      text: capital(frame.language, nameOf(frame, one)),
      hint: targetHint(frame, one),
    })),
  ];
}

/** Possible duplicates that a letter can go on as. */
const keepable = ({ duplicates = [] }: ProjectView): NonNullable<ProjectView['duplicates']> =>
  duplicates.filter(({ counted, phase }) => counted && phase !== 'ended');

const keptChoices = ({ frame, view }: ActionProps): readonly Choice[] =>
  keepable(view).map((one) => ({
    value: one.projectId,
    text: `${one.number} · ${one.company}`,
    hint: `${textsOf(frame.language).stages[one.stage]} · ${stateName(frame, one)}`,
  }));

/** What an action may find nothing to be done with. */
function nothingFor({ frame, view, action, stageExtendable, extendable }: ActionProps): string | undefined {
  if (action === 'extend' && !stageExtendable && extendable.length === 0)
    return officeTexts(frame.language).actionFields.nothingToExtend;
  return action === 'merge' && keepable(view).length === 0 ? duplicatesTexts(frame.language).none : undefined;
}

/** A later day; to whoever asked for one it can be refused. */
function newDateFields({ frame: { language }, view, extendable }: ActionProps): readonly Field[] {
  const { actionFields: words } = officeTexts(language);
  const isAsked = view.assignments.some(
    ({ assignmentId, timeAsked }) => timeAsked !== undefined && extendable.includes(assignmentId),
  );
  const answers = [
    { value: 'extend', text: words.timeGiven },
    { value: 'refuse', text: words.timeRefused },
  ];
  return [
    ...(isAsked
      ? [{ name: 'answer', kind: 'radios' as const, label: words.timeAnswer, choices: answers, value: () => undefined }]
      : []),
    { name: 'to', kind: 'date', label: words.newDate, optional: isAsked },
  ];
}

function ownFields(props: ActionProps): readonly Field[] {
  const {
    frame: { language },
    action,
  } = props;
  const { actionFields: words } = officeTexts(language);
  switch (action) {
    case 'merge':
      return [{ name: 'into', kind: 'radios', label: duplicatesTexts(language).which, choices: keptChoices(props) }];
    case 'extend':
      return [
        {
          name: 'target',
          kind: 'radios',
          label: words.target,
          choices: targets(props),
          path: 'assignmentId',
          value: (typed) => (typed === wholeStage ? undefined : typed),
        },
        ...newDateFields(props),
      ];
    case 'suspend':
      return [
        {
          name: 'fault',
          kind: 'radios',
          label: words.fault,
          choices: faults.map((value) => ({ value, text: capital(language, textsOf(language).faults[value]) })),
        },
        { name: 'reviewOn', kind: 'date', label: words.reviewOn },
      ];
    case 'renew-pause':
      return [{ name: 'reviewOn', kind: 'date', label: words.reviewOn }];
    default:
      return [];
  }
}

/** The same where what it does is to leave a date as it is: it is looked at as that. */
export function refusalSheet(props: ActionProps): Sheet {
  const sheet = actionSheet(props);
  const { timeRefused } = officeTexts(props.frame.language).actionFields;
  return { ...sheet, ...(sheet.review && { review: { ...sheet.review, text: undefined, button: timeRefused } }) };
}

/** An action on the project as a whole, as a form. */
export function actionSheet(props: ActionProps): Sheet {
  const {
    frame,
    view: { projectId, number, company, contact },
    action,
    asked,
  } = props;
  const { actions, answer } = officeTexts(frame.language);
  const { title, text, button } = actions[action];
  const codes = reasons[action];
  return {
    frame,
    title,
    text,
    caption: `${number} · ${company}`,
    address: actionAddress(projectId, action, asked),
    back: projectAddress(projectId),
    button: answer.preview,
    nothing: nothingFor(props),
    fields: [
      ...ownFields(props),
      ...(codes
        ? [
            {
              name: 'reasonCode',
              kind: 'select' as const,
              label: answer.reasonCode,
              choices: codes.map((value) => ({ value, text: textsOf(frame.language).reasons[value] })),
            },
          ]
        : []),
      ...(action === 'resume' || action === 'merge'
        ? []
        : [{ name: 'reason', kind: 'text' as const, label: answer.reason, optional: action === 'withdraw' }]),
    ],
    review: {
      title: answer.check,
      caption: `${number} · ${title}`,
      text,
      button,
      warning: action === 'terminate' || action === 'withdraw' || action === 'merge',
      contact,
    },
  };
}
