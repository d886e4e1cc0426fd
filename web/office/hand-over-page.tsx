import type { JSX } from 'preact';
import type { ReasonCode } from '#core/stages/decision.ts';
import type { AssignmentView, ProjectView } from '#core/api/views.ts';
import { partyKindOf } from '#core/work/handling.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { handlingTexts } from '#core/texts/areas/handling.ts';
import type { ZoneView } from '#core/reference/view-zone.ts';
import { Radios, Select, type Choice } from '../components/choices.tsx';
import type { Filled } from '../components/filled.ts';
import { Button, ErrorSummary, Form } from '../components/form.tsx';
import { TextArea } from '../components/text-field.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { assignmentAddress, handlingAddress } from './addresses.ts';
import { nameOf } from './names.ts';

/** Why something goes to another party. */
const reasons: readonly ReasonCode[] = ['other-party', 'no-capacity', 'supplier-late', 'law-changed', 'other'];

/** The parties of the zone it can go to: those of the kind asked for, and apart from them the others. */
function choicesOf({ language }: Frame, assignment: AssignmentView, parties: ZoneView['parties']): { readonly choices: readonly Choice[]; readonly others: readonly Choice[] } {
  const { holder } = assignment;
  const kind = partyKindOf(assignment);
  const others = parties.filter(({ partyId, endedOn }) => endedOn === undefined && (holder.kind !== 'party' || holder.partyId !== partyId));
  const choice = ({ partyId, names }: ZoneView['parties'][number]): Choice => ({ value: partyId, text: names[language] });
  return { choices: others.filter((one) => one.kind === kind).map(choice), others: others.filter((one) => one.kind !== kind).map(choice) };
}

/** The form that gives an assignment to another party. */
export function handOverPage({ frame, view, assignment, parties, form }: { readonly frame: Frame; readonly view: ProjectView; readonly assignment: AssignmentView; readonly parties: ZoneView['parties']; readonly form: Filled }): JSX.Element {
  const { language } = frame;
  const words = handlingTexts(language);
  const { title, text } = words.steps['hand-over'];
  return (
    <Layout frame={frame} title={`${title} · ${view.number}`} failed={form.errors.length > 0} back={assignmentAddress(assignment.assignmentId)}>
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l"><span class="govuk-caption-l">{view.number} · {capital(language, nameOf(frame, assignment))}</span>{title}</h1>
      <p class="govuk-body">{fill(text, { due: dateText(language, assignment.due) })}</p>
      <Form frame={frame} action={handlingAddress(assignment.assignmentId, 'hand-over')}>
        <Radios frame={frame} form={form} name="partyId" label={words.party} othersTitle={words.otherKinds} {...choicesOf(frame, assignment, parties)} />
        <Select frame={frame} form={form} name="reasonCode" label={words.reason} choices={reasons.map((value) => ({ value, text: textsOf(language).reasons[value] }))} />
        <TextArea frame={frame} form={form} name="reason" label={words.explanation} />
        <Button name="step" value="check">{words.preview}</Button>
      </Form>
    </Layout>
  );
}
