import type { JSX } from 'preact';
import { faults } from '#core/project/project-action.ts';
import type { ReasonCode } from '#core/stages/decision.ts';
import type { ProjectView } from '#core/api/views.ts';
import { dateText, textsOf } from '#core/texts/index.ts';
import { duplicatesTexts } from '#core/texts/areas/duplicates.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import type { ProjectAction } from '#core/project/act-on-project.ts';
import { capital } from '#core/texts/capital.ts';
import { Radios, Select } from '../components/choices.tsx';
import { SummaryList } from '../components/facts.tsx';
import type { Filled } from '../components/filled.ts';
import { Button, ErrorSummary, Form } from '../components/form.tsx';
import { DateField, TextArea } from '../components/text-field.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { actionAddress, projectAddress } from './addresses.ts';
import { EmailPreviews, type EmailPreview } from './email-previews.tsx';
import { KeptFields } from '../components/kept-fields.tsx';
import { nameOf, stateName } from './names.ts';

type Action = ProjectAction['action'];

export interface ActionProps {
  readonly frame: Frame;
  readonly view: ProjectView;
  readonly action: Action;
  readonly form: Filled;
  /** For `extend`: ids of the assignments whose due date the reader may move, and whether the stage's own. */
  readonly extendable: readonly string[];
  readonly stageExtendable: boolean;
}

/** The field that chooses the stage as a whole. */
export const wholeStage = 'stage';

const reasons: Readonly<Partial<Record<Action, readonly ReasonCode[]>>> = {
  suspend: ['investor-asked', 'supplier-late', 'weather', 'financing', 'law-changed', 'force-majeure', 'other'],
  extend: ['investor-asked', 'supplier-late', 'weather', 'remarks', 'financing', 'law-changed', 'force-majeure', 'other'],
  terminate: ['not-started', 'financing', 'inaccurate', 'law-changed', 'force-majeure', 'other'],
};

function Target({ frame, form, view, extendable, stageExtendable }: ActionProps): JSX.Element {
  const words = officeTexts(frame.language);
  const open = view.assignments.filter(({ assignmentId }) => extendable.includes(assignmentId));
  const choices = [
    ...(stageExtendable ? [{ value: wholeStage, text: words.actionFields.wholeStage, hint: view.due && dateText(frame.language, view.due) }] : []),
    ...open.map((one) => ({ value: one.assignmentId, text: capital(frame.language, nameOf(frame, one)), hint: dateText(frame.language, one.due) })),
  ];
  return <Radios frame={frame} form={form} name="target" label={words.actionFields.target} choices={choices} />;
}

/** Possible duplicates that a letter can go on as. */
export const keepable = ({ duplicates = [] }: ProjectView): NonNullable<ProjectView['duplicates']> => duplicates.filter(({ counted, phase }) => counted && phase !== 'ended');

function Kept({ frame, form, view }: ActionProps): JSX.Element {
  const { stages } = textsOf(frame.language);
  const choices = keepable(view).map((one) => ({ value: one.projectId, text: `${one.number} · ${one.company}`, hint: `${stages[one.stage]} · ${stateName(frame, one)}` }));
  return <Radios frame={frame} form={form} name="into" label={duplicatesTexts(frame.language).which} choices={choices} />;
}

/** What an action may find nothing to be done with. */
function nothingFor({ frame, view, action, stageExtendable, extendable }: ActionProps): string | undefined {
  if (action === 'extend' && !stageExtendable && extendable.length === 0) return officeTexts(frame.language).actionFields.nothingToExtend;
  return action === 'merge' && keepable(view).length === 0 ? duplicatesTexts(frame.language).none : undefined;
}

function Fields(props: ActionProps): JSX.Element {
  const { frame, form, action } = props;
  const { actionFields, answer } = officeTexts(frame.language);
  const texts = textsOf(frame.language);
  const codes = reasons[action];
  return (
    <>
      {action === 'merge' && <Kept {...props} />}
      {action === 'extend' && <Target {...props} />}
      {action === 'extend' && <DateField frame={frame} form={form} name="to" label={actionFields.newDate} />}
      {action === 'suspend' && <Radios frame={frame} form={form} name="fault" label={actionFields.fault} choices={faults.map((value) => ({ value, text: capital(frame.language, texts.faults[value]) }))} />}
      {action === 'suspend' && <DateField frame={frame} form={form} name="reviewOn" label={actionFields.reviewOn} />}
      {codes && <Select frame={frame} form={form} name="reasonCode" label={answer.reasonCode} choices={codes.map((value) => ({ value, text: texts.reasons[value] }))} />}
      {action !== 'resume' && action !== 'merge' && <TextArea frame={frame} form={form} name="reason" label={answer.reason} optional={action === 'withdraw'} />}
    </>
  );
}

/** The form of an action on the project as a whole. */
export function actionPage(props: ActionProps): JSX.Element {
  const { frame, view, action, form } = props;
  const words = officeTexts(frame.language);
  const { title, text } = words.actions[action];
  const nothing = nothingFor(props);
  return (
    <Layout frame={frame} title={`${title} · ${view.number}`} failed={form.errors.length > 0} back={projectAddress(view.projectId)}>
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l"><span class="govuk-caption-l">{view.number} · {view.company}</span>{title}</h1>
      <p class="govuk-body">{text}</p>
      {nothing !== undefined && <p class="govuk-inset-text">{nothing}</p>}
      {nothing === undefined && (
        <Form frame={frame} action={actionAddress(view.projectId, action)}>
          <Fields {...props} />
          <Button name="step" value="check">{words.answer.preview}</Button>
        </Form>
      )}
    </Layout>
  );
}

/** The same once more with the emails it will send, and the button that does it. */
export function confirmActionPage({ frame, view, action, given, emails, fields }: Pick<ActionProps, 'frame' | 'view' | 'action'> & { readonly given: Parameters<typeof SummaryList>[0]['facts']; readonly emails: readonly EmailPreview[]; readonly fields: URLSearchParams }): JSX.Element {
  const words = officeTexts(frame.language);
  const { title, text, button } = words.actions[action];
  const kind = action === 'terminate' || action === 'withdraw' || action === 'merge' ? { kind: 'warning' as const } : {};
  return (
    <Layout frame={frame} title={`${words.answer.check} · ${view.number}`} back={projectAddress(view.projectId)}>
      <h1 class="govuk-heading-l"><span class="govuk-caption-l">{view.number} · {title}</span>{words.answer.check}</h1>
      <p class="govuk-body">{text}</p>
      {given.length > 0 && <SummaryList frame={frame} facts={given} />}
      <EmailPreviews frame={frame} emails={emails} contact={view.contact} />
      <Form frame={frame} action={actionAddress(view.projectId, action)}>
        <KeptFields fields={fields} />
        <div class="govuk-button-group">
          <Button {...kind} name="step" value="send">{button}</Button>
          <Button kind="secondary" name="step" value="mend">{frame.words.change}</Button>
        </div>
      </Form>
    </Layout>
  );
}
