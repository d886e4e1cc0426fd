import type { JSX } from 'preact';
import { localDateOf } from '#core/calendar/local-date.ts';
import { needText } from '#core/texts/need-text.ts';
import type { UtilityNeed } from '#core/kernel/common.ts';
import type { LineView, WholeLineView } from '#core/lines/view-lines.ts';
import { lineTexts } from '#core/texts/areas/lines.ts';
import { photoTexts } from '#core/texts/areas/photos.ts';
import { needTexts } from '#core/texts/areas/needs.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, numberText, shortDateText, textsOf } from '#core/texts/index.ts';
import { moneyText, shortMoneyText } from '#core/texts/money.ts';
import { Notification, SummaryList, Table } from '../../components/facts.tsx';
import { sizeText } from '../../documents/document-list.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { lineAddress, linesAddress, photoAddress, projectAddress } from '../addresses.ts';
import { lineForms, type LineProps } from './sheets.ts';

const day = ({ language }: Frame, date: string | undefined): string =>
  date === undefined ? '–' : shortDateText(language, date);

export const lateText = ({ language }: Frame, days: number | undefined): JSX.Element | string =>
  days === undefined ? '–' : <strong class="late">{numberText(language, days)}</strong>;

export const moneyTexts = ({ language }: Frame, money: LineView['waiting']['money']): string =>
  money.map((one) => shortMoneyText(language, one)).join(' · ') || '–';

const amountText = (language: Frame['language'], { unit }: LineView, amount: number): string =>
  needText(language, { unit: unit as UtilityNeed['unit'], amount });

/** Capacity and what is asked of it, side by side. */
export function capacityText(frame: Frame, line: LineView): JSX.Element {
  const { language } = frame;
  const { capacity, unsaid } = line.waiting;
  const isShort = line.capacity !== undefined && capacity > line.capacity;
  const asked = amountText(language, line, capacity);
  return (
    <>
      {isShort ? <strong class="late">{asked}</strong> : asked}
      {' / '}
      {line.capacity === undefined ? '–' : amountText(language, line, line.capacity)}
      {unsaid > 0 && (
        <span class="news__day">{fill(lineTexts(language).unsaid, { count: numberText(language, unsaid) })}</span>
      )}
    </>
  );
}

/** Which years' money will stay unspent, with whom to turn to and how many wait. */
export function Alarms({ frame, line }: { readonly frame: Frame; readonly line: LineView }): JSX.Element {
  const { language } = frame;
  const words = lineTexts(language);
  return (
    <>
      {line.money.flatMap(({ year, unspent, currency }) =>
        unspent === undefined
          ? []
          : [
              <p key={year} class="govuk-inset-text">
                <strong>{line.names[language]}.</strong>{' '}
                {fill(words.unspentText, {
                  amount: shortMoneyText(language, { amountMinor: unspent, currency }),
                  year: String(year),
                  party: line.party?.[language] ?? textsOf(language).holders.party,
                  count: numberText(language, line.waiting.projects),
                })}
              </p>,
            ],
      )}
    </>
  );
}

function Milestones({ frame, line }: { readonly frame: Frame; readonly line: WholeLineView }): JSX.Element {
  const words = lineTexts(frame.language);
  return (
    <Table
      frame={frame}
      caption={words.milestones}
      columns={[
        { text: words.milestone },
        { text: words.baseline },
        { text: words.expected },
        { text: words.actual },
        { text: words.late, numeric: true },
        { text: words.because },
        { text: words.responsible },
        { text: words.after },
      ]}
      rows={line.milestones.map((one) => [
        words.milestoneNames[one.milestone],
        day(frame, one.baseline),
        day(frame, one.expected),
        day(frame, one.actual),
        lateText(frame, one.late),
        one.reason ?? '–',
        one.responsible ?? '–',
        one.after ? words.milestoneNames[one.after] : '–',
      ])}
    />
  );
}

function Money({ frame, line }: { readonly frame: Frame; readonly line: WholeLineView }): JSX.Element {
  const { language } = frame;
  const words = lineTexts(language);
  const money = (amountMinor: number, currency: LineView['money'][number]['currency']) =>
    moneyText(language, { amountMinor, currency });
  return (
    <Table
      frame={frame}
      caption={words.budget}
      empty={words.noMoney}
      columns={[
        { text: words.year },
        ...[words.allocated, words.committed, words.spent, words.unspent].map((text) => ({ text, numeric: true })),
      ]}
      rows={line.money.map(({ year, currency, allocated, committed, spent, unspent, on }) => [
        String(year),
        money(allocated, currency),
        money(committed, currency),
        <>
          {money(spent, currency)}
          <span class="news__day">{fill(words.asOf, { date: dateText(language, on) })}</span>
        </>,
        unspent === undefined ? (
          '–'
        ) : (
          <strong key="unspent" class="late">
            {money(unspent, currency)}
          </strong>
        ),
      ])}
    />
  );
}

function WaitingProjects({ frame, line }: { readonly frame: Frame; readonly line: WholeLineView }): JSX.Element {
  const { language } = frame;
  const words = lineTexts(language);
  const { project } = officeTexts(language);
  return (
    <Table
      frame={frame}
      caption={words.waitingTitle}
      empty={words.nobodyWaits}
      columns={[
        { text: project.company },
        { text: project.stage },
        { text: words.asked },
        { text: needTexts(language).by },
        { text: project.expectedStart },
        { text: project.slack, numeric: true },
      ]}
      rows={line.waitingProjects.map((one) => [
        <>
          <a class="govuk-link" href={projectAddress(one.projectId)}>
            {one.company}
          </a>{' '}
          <span class="number">{one.number}</span>
        </>,
        textsOf(language).stages[one.stage],
        one.capacity === undefined ? '–' : amountText(language, line, one.capacity),
        <>
          {day(frame, one.by)}
          <span class="news__day">
            {one.neededFor ? textsOf(language).stages[one.neededFor] : needTexts(language).fromLetter}
          </span>
        </>,
        day(frame, one.expected),
        one.slack === undefined ? (
          '–'
        ) : one.slack < 0 ? (
          <strong key="slack" class="late">
            {numberText(language, one.slack)}
          </strong>
        ) : (
          numberText(language, one.slack)
        ),
      ])}
    />
  );
}

/** What whoever builds it has sent of the works. */
function Photos({ frame, line }: { readonly frame: Frame; readonly line: WholeLineView }): JSX.Element {
  const { language } = frame;
  const words = photoTexts(language);
  return (
    <section id="photos">
      <h2 class="govuk-heading-m">{words.title}</h2>
      {line.photos.length === 0 ? (
        <p class="govuk-body">{words.none}</p>
      ) : (
        <ul class="govuk-list">
          {line.photos.map(({ fileId, at, bytes, state }) => {
            const text = fill(words.photoOf, { date: dateText(language, new Date(at).toISOString().slice(0, 10)) });
            return (
              <li key={fileId}>
                {state === 'waiting' ? (
                  `${text}, ${words.waiting}`
                ) : (
                  <a class="govuk-link" href={photoAddress(line.zoneId, line.lineId, fileId)}>
                    {text}, {sizeText(frame, bytes)}
                  </a>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

export function linePage({ frame, zone, line, isDone }: LineProps & { readonly line: WholeLineView }): JSX.Element {
  const { language } = frame;
  const words = lineTexts(language);
  const titles = { milestone: words.reportMilestone, money: words.tellMoney, line: words.changeLine };
  const name = line.names[language];
  return (
    <Layout frame={frame} title={`${name} · ${zone.names[language]}`} back={linesAddress(zone.zoneId)} wide>
      {isDone && <Notification frame={frame}>{words.recorded}</Notification>}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{`${zone.names[language]} · ${capital(language, textsOf(language).utilities[line.utility])}`}</span>
        {name}
      </h1>
      <Alarms frame={frame} line={line} />
      <SummaryList
        frame={frame}
        facts={[
          { term: words.builder, value: line.party?.[language] ?? '' },
          { term: `${words.asked} / ${words.capacity.toLowerCase()}`, value: capacityText(frame, line) },
          { term: words.waiting, value: numberText(language, line.waiting.projects) },
          { term: words.money, value: moneyTexts(frame, line.waiting.money) },
          { term: words.jobs, value: numberText(language, line.waiting.jobs) },
          ...(line.waiting.neededBy === undefined
            ? []
            : [{ term: needTexts(language).first, value: dateText(language, line.waiting.neededBy) }]),
        ]}
      />
      {zone.works && (
        <p class="govuk-body">
          {lineForms.map((form, at) => (
            <span key={form}>
              {at > 0 && ' · '}
              <a class="govuk-link" href={lineAddress(zone.zoneId, line.lineId, form)}>
                {titles[form]}
              </a>
            </span>
          ))}
        </p>
      )}
      <Milestones frame={frame} line={line} />
      <Photos frame={frame} line={line} />
      <Money frame={frame} line={line} />
      <WaitingProjects frame={frame} line={line} />
      {line.changes.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{words.changes}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {line.changes.map(({ version, at, why }) => (
              <li key={version}>
                {[dateText(language, localDateOf(at, zone.offsetMinutes)), why]
                  .filter((text) => text !== '')
                  .join(': ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  );
}
