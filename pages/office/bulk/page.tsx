import type { JSX } from 'preact';
import { fill, numberText } from '#core/texts/index.ts';
import { deskTexts, type BulkStep, type DeskTexts } from '#core/texts/areas/desk.ts';
import type { WorkListLine } from '#core/work/list-work.ts';
import { Select, type Choice } from '../../components/choices.tsx';
import { Notification } from '../../components/facts.tsx';
import { formState } from '../../components/form-state.ts';
import { Button, Form } from '../../components/form.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { taskText } from '../work-list/work-table.tsx';

export type { Choice };
export type Why = keyof DeskTexts['why'];

interface BulkProps {
  readonly frame: Frame;
  readonly zoneId: string;
  readonly step: BulkStep;
  readonly back: string;
  readonly lost: number;
  readonly rows: readonly { readonly line: WorkListLine; readonly why?: Why | undefined }[];
  readonly choices: readonly Choice[];
}

const split = '|';

/** What a form keeps of a row while it is looked at: its id, who worked on it, how often it had been sent again. */
const pickValue = ({ assignmentId, assignee = '', sentAgain }: WorkListLine): string =>
  [assignmentId, assignee, String(sentAgain)].join(split);

export function pickParts(value: string): readonly [assignmentId: string, assignee: string, sentAgain: number] {
  const [assignmentId = '', assignee = '', sentAgain = ''] = value.split(split);
  return [assignmentId, assignee, Number.parseInt(sentAgain, 10) || 0];
}

const rowName = (frame: Frame, line: WorkListLine): string =>
  `${line.company} · ${line.number} · ${taskText(frame, line)}`;

const Names = ({ title, names }: { readonly title?: string; readonly names: readonly string[] }): JSX.Element | null =>
  names.length === 0 ? null : (
    <>
      {title !== undefined && <h2 class="govuk-heading-s">{title}</h2>}
      <ul class="govuk-list govuk-list--bullet">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  );

/** What would be done with which rows, which are left out and why, and the button that does it. */
export function bulkPage({ frame, zoneId, step, back, lost, rows, choices }: BulkProps): JSX.Element {
  const words = deskTexts(frame.language);
  const { title, text, button } = words.steps[step];
  const able = rows.filter(({ why }) => why === undefined).map(({ line }) => line);
  const skipped = rows.flatMap(({ line, why }) =>
    why === undefined ? [] : [`${rowName(frame, line)}: ${words.why[why]}`],
  );
  const gone = lost > 0 ? [`${words.notOpen}: ${numberText(frame.language, lost)}`] : [];
  const cannot = step === 'give' && choices.length === 0;
  return (
    <Layout frame={frame} title={title} back={back}>
      <h1 class="govuk-heading-l">{title}</h1>
      {able.length === 0 ? (
        <p class="govuk-inset-text">{words.nothingPicked}</p>
      ) : (
        <>
          <p class="govuk-body">{text}</p>
          <Names names={able.map((line) => rowName(frame, line))} />
        </>
      )}
      <Names title={words.willNot} names={[...skipped, ...gone]} />
      {able.length > 0 && cannot && <p class="govuk-inset-text">{words.nobodyThere}</p>}
      {able.length > 0 && !cannot && (
        <Form frame={frame} action="/office/bulk">
          <input type="hidden" name="zone" value={zoneId} />
          <input type="hidden" name="do" value={step} />
          {able.map((line) => (
            <span key={line.assignmentId}>
              <input type="hidden" name="pick" value={pickValue(line)} />
              <input type="hidden" name="name" value={rowName(frame, line)} />
            </span>
          ))}
          {step === 'give' && (
            <Select
              frame={frame}
              form={formState([])}
              name="to"
              label={words.colleague}
              choices={choices}
              blank={false}
            />
          )}
          <Button>{fill(button, { count: numberText(frame.language, able.length) })}</Button>
        </Form>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={back}>
          {words.backToList}
        </a>
      </p>
    </Layout>
  );
}

/** What was done, and what could not be and why. */
export function bulkDonePage({
  frame,
  step,
  back,
  did,
  not,
}: Pick<BulkProps, 'frame' | 'step' | 'back'> & {
  readonly did: readonly string[];
  readonly not: readonly string[];
}): JSX.Element {
  const words = deskTexts(frame.language);
  return (
    <Layout frame={frame} title={`${words.done}: ${words.steps[step].title}`} back={back}>
      {did.length > 0 && (
        <Notification frame={frame}>
          {fill(words.doneCount, { count: numberText(frame.language, did.length) })}
        </Notification>
      )}
      <h1 class="govuk-heading-l">{words.steps[step].title}</h1>
      <Names title={words.notDone} names={not} />
      <Names title={words.done} names={did} />
      <p class="govuk-body">
        <a class="govuk-link" href={back}>
          {words.backToList}
        </a>
      </p>
    </Layout>
  );
}
