import type { JSX } from 'preact';
import type { PreviewView } from '#core/people/administration.ts';
import { dayNumberOf } from '#core/calendar/local-date.ts';
import { assignmentName } from '#core/notices/names.ts';
import { countText, dateText, textsOf } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { SummaryList, Table, Tag, type Fact } from '../components/facts.tsx';
import { Button, Form } from '../components/form.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { assignmentAddress, projectAddress } from '../office/addresses.ts';
import { KeptFields } from '../components/kept-fields.tsx';

interface Props {
  readonly frame: Frame;
  readonly preview: PreviewView;
}

function shiftText({ language }: Frame, before: string, after: string): string {
  const { preview: words } = adminTexts(language);
  const days = dayNumberOf(after) - dayNumberOf(before);
  return days === 0 ? '' : ` (${countText(language, days > 0 ? words.shift : words.earlier, Math.abs(days))})`;
}

function Moved({ frame, preview: { moved } }: Props): JSX.Element {
  const { language } = frame;
  const { preview: words } = adminTexts(language);
  return (
    <Table
      frame={frame} caption={words.projects} empty={words.none}
      columns={[{ text: words.project }, { text: words.stage }, { text: words.start }, { text: words.late }]}
      rows={moved.map((one) => [
        <><a class="govuk-link" href={projectAddress(one.projectId)}>{one.number}</a> {one.company}</>,
        `${textsOf(language).stages[one.stage]}: ${dateText(language, one.before)} → ${dateText(language, one.after)}`,
        `${dateText(language, one.startBefore)} → ${dateText(language, one.startAfter)}${shiftText(frame, one.startBefore, one.startAfter)}`,
        one.late === undefined ? '' : <Tag colour={one.late === 'becomes' ? 'red' : 'green'}>{one.late === 'becomes' ? words.becomesLate : words.noMore}</Tag>,
      ])}
    />
  );
}

function Told({ frame, preview: { told, toldMore } }: Props): JSX.Element {
  const { preview: words } = adminTexts(frame.language);
  if (told.length === 0) return <p class="govuk-body">{words.noneTold}</p>;
  return (
    <>
      <p class="govuk-body">{words.toldText}</p>
      <ul class="govuk-list govuk-list--bullet">
        {told.map(({ assignmentId, number, kind, line }) => <li key={assignmentId}><a class="govuk-link" href={assignmentAddress(assignmentId)}>{number}, {assignmentName(textsOf(frame.language), kind, line)}</a></li>)}
        {toldMore && <li>…</li>}
      </ul>
    </>
  );
}

interface PreviewProps extends Props {
  readonly title: string;
  readonly caption: string;
  /** What was filled in, as terms and values. */
  readonly facts: readonly Fact[];
  readonly fields: URLSearchParams;
  readonly action: string;
  readonly back: string;
  /** A change of the calendar: due dates told already may fall on its day. */
  readonly ofDay: boolean;
}

/** What a change would do, before it is saved. */
export function previewPage(props: PreviewProps): JSX.Element {
  const { frame, preview, title, caption, facts, fields, action, back, ofDay } = props;
  const { language } = frame;
  const { preview: words } = adminTexts(language);
  const late = preview.moved.filter((one) => one.late === 'becomes').length;
  return (
    <Layout frame={frame} title={words.title} back={back} wide>
      <h1 class="govuk-heading-l"><span class="govuk-caption-l">{caption} · {title}</span>{words.title}</h1>
      <SummaryList frame={frame} facts={facts} />
      <p class="govuk-inset-text">{words.text}</p>
      <p class="govuk-body">{countText(language, words.looked, preview.looked)}; {countText(language, words.moved, preview.moved.length)}; {countText(language, words.newlyLate, late)}.</p>
      <Moved {...props} />
      {ofDay && <section aria-labelledby="told"><h2 class="govuk-heading-m" id="told">{words.told}</h2><Told {...props} /></section>}
      <Form frame={frame} action={action}>
        <KeptFields fields={[...fields].filter(([name]) => name !== 'after')} />
        {preview.next !== undefined && <input type="hidden" name="after" value={preview.next} />}
        <div class="govuk-button-group">
          <Button name="step" value="save">{words.save}</Button>
          <Button kind="secondary" name="step" value="mend">{words.mend}</Button>
          {preview.next !== undefined && <Button kind="secondary" name="step" value="check">{words.more}</Button>}
        </div>
      </Form>
    </Layout>
  );
}
