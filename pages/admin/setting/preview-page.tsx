import type { JSX } from 'preact';
import type { PreviewView } from '#core/people/administration.ts';
import { dayNumberOf } from '#core/calendar/local-date.ts';
import { assignmentName } from '#core/notices/names.ts';
import { countText, dateText, fill, numberText, textsOf } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { zoneWordsTexts } from '#core/texts/areas/zone-words.ts';
import { Table, Tag, type Fact } from '../../components/facts.tsx';
import { Button } from '../../components/form.tsx';
import { reviewPage, type Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { assignmentAddress, projectAddress } from '../../office/addresses.ts';

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
      frame={frame}
      caption={words.projects}
      empty={words.none}
      columns={[{ text: words.project }, { text: words.stage }, { text: words.start }, { text: words.late }]}
      rows={moved.map((one) => [
        <>
          <a class="govuk-link" href={projectAddress(one.projectId)}>
            {one.number}
          </a>{' '}
          {one.company}
        </>,
        `${textsOf(language).stages[one.stage]}: ${dateText(language, one.before)} → ${dateText(language, one.after)}`,
        `${dateText(language, one.startBefore)} → ${dateText(language, one.startAfter)}${shiftText(frame, one.startBefore, one.startAfter)}`,
        one.late === undefined ? (
          ''
        ) : (
          <Tag colour={one.late === 'becomes' ? 'red' : 'green'}>
            {one.late === 'becomes' ? words.becomesLate : words.noMore}
          </Tag>
        ),
      ])}
    />
  );
}

function Ahead({
  frame,
  ahead,
}: Pick<Props, 'frame'> & { readonly ahead: NonNullable<PreviewView['ahead']> }): JSX.Element {
  const { asked: words } = zoneWordsTexts(frame.language);
  const { preview } = adminTexts(frame.language);
  return (
    <Table
      frame={frame}
      caption={words.ahead}
      empty={words.noneAhead}
      columns={[{ text: preview.project }]}
      rows={ahead.map(({ projectId, number, company }) => [
        <>
          <a class="govuk-link" href={projectAddress(projectId)}>
            {number}
          </a>{' '}
          {company}
        </>,
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
        {told.map(({ assignmentId, number, kind, line }) => (
          <li key={assignmentId}>
            <a class="govuk-link" href={assignmentAddress(assignmentId)}>
              {number}, {assignmentName(textsOf(frame.language), kind, line)}
            </a>
          </li>
        ))}
        {toldMore && <li>…</li>}
      </ul>
    </>
  );
}

/** What a change would do, before it is saved. @param ofDay a change of the calendar: due dates told already may fall on its day */
export function previewPage(
  sheet: Sheet,
  preview: PreviewView,
  {
    typed,
    facts,
    ofDay,
  }: { readonly typed: URLSearchParams; readonly facts?: readonly Fact[]; readonly ofDay: boolean },
): JSX.Element {
  const { frame } = sheet;
  const { language } = frame;
  const { preview: words } = adminTexts(language);
  const { looked, moved, next } = preview;
  const late = moved.filter((one) => one.late === 'becomes').length;
  const sent = new URLSearchParams([...typed].filter(([name]) => name !== 'after'));
  if (next !== undefined) sent.set('after', next);
  return reviewPage(sheet, {
    typed: sent,
    wide: true,
    ...(facts && { facts }),
    more:
      next === undefined ? undefined : (
        <Button kind="secondary" name="step" value="check">
          {words.more}
        </Button>
      ),
    children: (
      <>
        <p class="govuk-inset-text">{words.text}</p>
        <p class="govuk-body">
          {preview.keep !== undefined &&
            `${fill(zoneWordsTexts(language).asked.keep, { count: numberText(language, preview.keep) })} `}
          {countText(language, words.looked, looked)}; {countText(language, words.moved, moved.length)};{' '}
          {countText(language, words.newlyLate, late)}.
        </p>
        {preview.ahead ? <Ahead frame={frame} ahead={preview.ahead} /> : <Moved frame={frame} preview={preview} />}
        {ofDay && (
          <section aria-labelledby="told">
            <h2 class="govuk-heading-m" id="told">
              {words.told}
            </h2>
            <Told frame={frame} preview={preview} />
          </section>
        )}
      </>
    ),
  });
}
