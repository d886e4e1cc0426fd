import type { JSX } from 'preact';
import type { Zone } from '#core/reference/reference.ts';
import { calendarOf } from '#core/calendar/calendar.ts';
import { dayNumberOf, yearOf, type LocalDate } from '#core/calendar/local-date.ts';
import { tableOf } from '#core/calendar/table-of.ts';
import type { DayNote } from '#core/calendar/year-table.ts';
import { dateText, monthText } from '#core/texts/index.ts';
import { dayReasonText, holidayTexts } from '#core/texts/areas/holidays.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { Table } from '../../components/facts.tsx';
import { Button } from '../../components/form.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { zonePageAddress } from '../addresses.ts';
import { SettingPage } from '../setting-page.tsx';

interface Props {
  readonly frame: Frame;
  readonly zone: Zone;
  readonly year: number;
  readonly today: LocalDate;
  readonly done?: string | undefined;
}

const two = (number: number): string => String(number).padStart(2, '0');

interface Day {
  readonly date: LocalDate;
  readonly working: boolean;
  readonly reason: string;
  readonly forecast?: true;
  readonly isOwn?: true;
}

function Months({ frame, zone, year }: Props): JSX.Element {
  const { language } = frame;
  const { calendar: words, durations } = adminTexts(language);
  const table = tableOf(zone.country, year);
  const { countThrough } = calendarOf(zone.country, zone.overrides).workingYear(year);
  const dayOf = (note: DayNote, working: boolean): Day => ({
    date: note.date,
    working,
    reason: dayReasonText(language, note),
    ...(note.forecast && { forecast: true }),
  });
  const own = zone.overrides.map(({ date, working, reason }): Day => ({ date, working, reason, isOwn: true }));
  const theirs = [...table.off.map((one) => dayOf(one, false)), ...table.working.map((one) => dayOf(one, true))];
  // What the zone says of a day goes before what the country says.
  const days = [...own, ...theirs.filter(({ date }) => !own.some((one) => one.date === date))].toSorted((a, b) =>
    a.date < b.date ? -1 : 1,
  );
  const worked = (month: number): number => {
    const last =
      dayNumberOf(month === 12 ? `${String(year)}-12-31` : `${String(year)}-${two(month + 1)}-01`) -
      (month === 12 ? 0 : 1);
    return countThrough(last) - (month === 1 ? 0 : countThrough(dayNumberOf(`${String(year)}-${two(month)}-01`) - 1));
  };
  const inMonth = (month: number) => days.filter(({ date }) => date.startsWith(`${String(year)}-${two(month)}`));
  return (
    <Table
      frame={frame}
      caption={`${words.title} ${String(year)}`}
      columns={[{ text: words.month }, { text: durations.workingDays, numeric: true }, { text: words.day }]}
      rows={Array.from({ length: 12 }, (_, at) => at + 1).map((month) => [
        monthText(language, month),
        worked(month),
        inMonth(month).length === 0 ? (
          words.noDays
        ) : (
          <>
            {inMonth(month).map(({ date, working, reason, forecast, isOwn }) => (
              <div key={date}>
                {dateText(language, date)}: {working ? words.working : words.off},{' '}
                {isOwn ? <strong>{reason}</strong> : reason}
                {forecast && ` (${words.expected})`}
              </div>
            ))}
          </>
        ),
      ])}
    />
  );
}

function Own({ frame, zone, year, today }: Props): JSX.Element {
  const { language } = frame;
  const { calendar: words } = adminTexts(language);
  const own = zone.overrides.filter(({ date }) => yearOf(date) === year);
  return (
    <Table
      frame={frame}
      caption={words.own}
      empty={words.noOwn}
      columns={[
        { text: words.day },
        { text: words.state },
        { text: words.reason },
        { text: words.source },
        { text: words.remove },
      ]}
      rows={own.map(({ date, working, reason, source }) => [
        dateText(language, date),
        working ? words.working : words.off,
        reason,
        source ?? '',
        date > today ? (
          <a class="govuk-link" href={zonePageAddress(zone.zoneId, '/day', { remove: date })}>
            {words.remove}
            <span class="govuk-visually-hidden"> ({dateText(language, date)})</span>
          </a>
        ) : (
          ''
        ),
      ])}
    />
  );
}

export function calendarPage(props: Props): JSX.Element {
  const { frame, zone, year, today, done } = props;
  const { calendar: words } = adminTexts(frame.language);
  const table = tableOf(zone.country, year);
  const isExpected = [...table.off, ...table.working].some(({ forecast }) => forecast);
  const years = [yearOf(today), yearOf(today) + 1];
  return (
    <SettingPage frame={frame} zone={zone} title={`${words.title} ${String(year)}`} done={done}>
      <nav aria-label={words.year}>
        <ul class="choice__list">
          {years.map((one) => (
            <li key={one}>
              {one === year ? (
                <strong aria-current="page">{String(one)}</strong>
              ) : (
                <a class="govuk-link" href={zonePageAddress(zone.zoneId, '/calendar', { year: String(one) })}>
                  {String(one)}
                </a>
              )}
            </li>
          ))}
        </ul>
      </nav>
      {table.kind === 'by-rule' && <p class="govuk-inset-text">{words.byRule}</p>}
      {isExpected && <p class="govuk-inset-text">{words.forecast}</p>}
      <Button href={zonePageAddress(zone.zoneId, '/day')}>{words.add}</Button>
      <Own {...props} />
      <p class="govuk-body">{words.text}</p>
      <Months {...props} />
      <h2 class="govuk-heading-s">{words.sources}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {table.sources.map((source) => (
          <li key={source}>{holidayTexts(frame.language).sources[source]}</li>
        ))}
      </ul>
    </SettingPage>
  );
}

/** A day of the calendar, or what a day was before: it is given back to the country's calendar. @param remove the day that is given back */
export function daySheet({
  frame,
  zone,
  remove,
}: Pick<Props, 'frame' | 'zone'> & { readonly remove?: LocalDate | undefined }): Sheet {
  const { override: words, calendar, preview } = adminTexts(frame.language);
  const caption = zone.names[frame.language];
  const title = remove === undefined ? words.title : words.removeTitle;
  const own = {
    frame,
    title,
    back: zonePageAddress(zone.zoneId, '/calendar'),
    address: zonePageAddress(zone.zoneId, '/day', { remove }),
    button: preview.check,
    review: { title: preview.title, caption: `${caption} · ${title}`, button: preview.save, change: preview.mend },
  };
  if (remove !== undefined)
    return { ...own, text: words.removeText, caption: `${caption} · ${dateText(frame.language, remove)}`, fields: [] };
  return {
    ...own,
    text: words.text,
    caption,
    fields: [
      { name: 'date', kind: 'date', label: words.date },
      {
        name: 'working',
        kind: 'radios',
        label: words.state,
        choices: [
          { value: 'false', text: calendar.off },
          { value: 'true', text: calendar.working },
        ],
        value: (typed) => ({ true: true, false: false })[typed],
      },
      { name: 'reason', kind: 'line', label: words.reason, hint: words.reasonHint },
      { name: 'source', kind: 'line', label: words.source, optional: true },
    ],
  };
}
