import type { JSX } from 'preact';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { fill, numberText } from '#core/texts/index.ts';
import { Select } from '../components/choices.tsx';
import type { FormState } from '../components/form-state.ts';
import { Button, Form } from '../components/form.tsx';
import type { Frame } from '../frame.ts';
import { FileField } from './upload-form.tsx';
import { calledBy, type PlaceChoice } from './upload-places.ts';

interface Props {
  readonly frame: Frame;
  readonly form: FormState;
  readonly action: string;
  readonly choices: readonly PlaceChoice[];
  readonly heading: string;
  /** Where another button is the one to press. */
  readonly secondary?: boolean;
}

/** Files of one form without a script: with more of them one request has no room. */
export const mostRows = 9;
const shownRows = 3;

export const rowField = (row: number, field: 'file' | 'place'): string => `row-${String(row)}.${field}`;

/** How many of the documents that are asked for are there. */
export const CountOf = ({
  frame: { language },
  there,
  all,
}: {
  readonly frame: Frame;
  readonly there: number;
  readonly all: number;
}): JSX.Element | null =>
  all < 2 ? null : (
    <span class="govuk-caption-m">
      {fill(documentPageTexts(language).several.count, {
        there: numberText(language, there),
        all: numberText(language, all),
      })}
    </span>
  );

/** What each row begins with: what was chosen where it was refused; in the others what lacks, in order. */
function placesOf(
  form: FormState,
  choices: readonly PlaceChoice[],
  rows: readonly number[],
): ReadonlyMap<number, string> {
  const kept = new Map(rows.map((row) => [row, form.text(rowField(row, 'place'))]));
  const isKept = (row: number) => form.error(rowField(row, 'place')) !== undefined || kept.get(row) !== '';
  const left = choices
    .filter(({ isLacking, value }) => isLacking && ![...kept.values()].includes(value))
    .map(({ value }) => value);
  return new Map(rows.map((row) => [row, isKept(row) ? (kept.get(row) ?? '') : (left.shift() ?? '')]));
}

function Row({
  frame,
  form,
  choices,
  row,
  place,
}: Props & { readonly row: number; readonly place: string }): JSX.Element {
  const { form: words, several } = documentPageTexts(frame.language);
  const { names } = documentTexts(frame.language);
  const label = fill(several.row, { number: row });
  const name = rowField(row, 'place');
  return (
    <li>
      <Select
        frame={frame}
        form={{ ...form, text: () => place }}
        name={name}
        label={`${label}. ${words.kind}`}
        choices={choices.map(({ value, kind, replaces }) => ({
          value,
          text: replaces ? fill(several.replaces, { name: names[kind] }) : names[kind],
        }))}
      />
      <FileField
        frame={frame}
        form={form}
        name={rowField(row, 'file')}
        label={label}
        kinds={choices.map(({ kind }) => kind)}
      />
    </li>
  );
}

/** Several files and which document each of them is. The script makes of it one field, and a row of each file that is chosen. */
export function SeveralForm(props: Props): JSX.Element | null {
  const { frame, form, action, choices, heading } = props;
  if (choices.length === 0) return null;
  const { form: words, several } = documentPageTexts(frame.language);
  const lacking = choices.filter(({ isLacking }) => isLacking).length;
  const rows = Array.from({ length: Math.min(mostRows, Math.max(shownRows, lacking)) }, (_, at) => at + 1);
  const places = placesOf(form, choices, rows);
  const list = (some: readonly number[]) => (
    <ol class="govuk-list" start={some[0]}>
      {some.map((row) => (
        <Row key={row} {...props} row={row} place={places.get(row) ?? ''} />
      ))}
    </ol>
  );
  const [shown, folded] = [rows.slice(0, shownRows), rows.slice(shownRows)];
  const isWrong = (row: number) => form.error(rowField(row, 'file')) ?? form.error(rowField(row, 'place'));
  const data = choices.map(({ value, kind, isLacking, many }) => [value, calledBy(kind), many, isLacking]);
  return (
    <div class="upload" data-several={JSON.stringify(data)}>
      <Form frame={frame} action={action} multipart>
        <input type="hidden" name="several" value="yes" />
        <div>
          <p class="govuk-body">{several.together}</p>
          {list(shown)}
          {folded.length > 0 && (
            <details class="govuk-details" open={folded.some(isWrong)}>
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{several.more}</span>
              </summary>
              <div class="govuk-details__text">{list(folded)}</div>
            </details>
          )}
        </div>
        <Button {...(props.secondary && { kind: 'secondary' as const })}>
          {words.send}
          <span class="govuk-visually-hidden"> ({heading})</span>
        </Button>
      </Form>
    </div>
  );
}
