import type { JSX } from 'preact';
import { utilities, type Utility } from '#core/kernel/common.ts';
import type { LineView } from '#core/lines/view-lines.ts';
import type { ZoneLine } from '#core/reference/reference.ts';
import { lineTexts } from '#core/texts/areas/lines.ts';
import { dateText, fill, numberText, textsOf } from '#core/texts/index.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import type { ZoneView } from '#core/reference/view-zone.ts';
import { capital } from '#core/texts/capital.ts';
import { Notification, Table } from '../../components/facts.tsx';
import type { FormState } from '../../components/form-state.ts';
import { ErrorSummary } from '../../components/form.tsx';
import { SheetForm, type Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { moratoriumTexts } from '#core/texts/areas/moratoria.ts';
import { lineAddress, linesAddress, listAddress, moratoriaAddress } from '../addresses.ts';
import { Alarms, capacityText, lateText, moneyTexts } from '../line/page.tsx';

export interface LineProps {
  readonly frame: Frame;
  readonly zone: ZoneView;
  /** Lines that are kept with their milestones. */
  readonly kept: readonly LineView[];
  readonly isDone: boolean;
}

export function stateText({ language }: Frame, line: Pick<ZoneLine, 'report'> | undefined): string {
  const { lines: words } = officeTexts(language);
  if (line === undefined) return words.unknown;
  const { report } = line;
  if (report.state === 'committed') return fill(words.committedUntil, { date: dateText(language, report.readyBy) });
  return report.state === 'ready' ? words.ready : words.notReady;
}

/** Kinds of which no line is kept: what is only reported. */
const reported = ({ kept }: Pick<LineProps, 'kept'>): readonly Utility[] =>
  utilities.filter((utility) => !kept.some((line) => line.utility === utility));

function Kept({ frame, zone, kept }: LineProps): JSX.Element {
  const { language } = frame;
  const words = lineTexts(language);
  return (
    <>
      {kept.map((line) => (
        <Alarms key={line.lineId} frame={frame} line={line} />
      ))}
      <Table
        frame={frame}
        caption={words.built}
        columns={[
          { text: words.name },
          { text: words.builder },
          { text: words.readyBy },
          { text: words.late, numeric: true },
          { text: words.waiting, numeric: true },
          { text: words.money, numeric: true },
          { text: words.jobs, numeric: true },
          { text: `${words.asked} / ${words.capacity.toLowerCase()}`, numeric: true },
        ]}
        rows={kept.map((line) => [
          <>
            <a class="govuk-link" href={lineAddress(zone.zoneId, line.lineId)}>
              {line.names[language]}
            </a>{' '}
            <span class="number">{textsOf(language).utilities[line.utility]}</span>
          </>,
          line.party?.[language] ?? '–',
          stateText(frame, line),
          lateText(frame, line.late),
          numberText(language, line.waiting.projects),
          moneyTexts(frame, line.waiting.money),
          numberText(language, line.waiting.jobs),
          capacityText(frame, line),
        ])}
      />
    </>
  );
}

function Lines({ frame, zone, kept }: LineProps): JSX.Element {
  const { language } = frame;
  const { lines: words } = officeTexts(language);
  return (
    <Table
      frame={frame}
      caption={words.state}
      columns={[{ text: words.line }, { text: words.state }, { text: words.reportedOn }]}
      rows={reported({ kept }).map((utility) => {
        const line = zone.lines.find((one) => one.utility === utility && one.lineId === undefined);
        return [
          capital(frame.language, textsOf(language).utilities[utility]),
          stateText(frame, line),
          line ? dateText(language, line.reportedOn) : '–',
        ];
      })}
    />
  );
}

export function lineSheet({ frame, zone }: Pick<LineProps, 'frame' | 'zone'>): Sheet {
  const { lines: words } = officeTexts(frame.language);
  const names = textsOf(frame.language).utilities;
  return {
    frame,
    title: words.title,
    caption: zone.names[frame.language],
    address: linesAddress(zone.zoneId),
    back: linesAddress(zone.zoneId),
    button: words.save,
    before: <h2 class="govuk-heading-m">{words.report}</h2>,
    fields: [
      {
        name: 'utility',
        kind: 'select',
        label: words.line,
        choices: utilities.map((value) => ({ value, text: names[value] })),
      },
      {
        name: 'state',
        kind: 'radios',
        label: words.state,
        choices: [
          { value: 'ready', text: words.ready },
          { value: 'committed', text: words.committed },
          { value: 'not-ready', text: words.notReady },
        ],
      },
      { name: 'readyBy', kind: 'date', label: words.readyBy, hint: words.committed, optional: true },
    ],
  };
}

export function linesPage(props: LineProps, form: FormState): JSX.Element {
  const { frame, zone, kept, isDone } = props;
  const words = officeTexts(frame.language);
  return (
    <Layout
      frame={frame}
      title={words.lines.title}
      failed={form.errors.length > 0}
      back={listAddress(zone.zoneId, { by: 'tasks', holder: 'office' })}
      wide={kept.length > 0}
    >
      {isDone && <Notification frame={frame}>{words.done.reported}</Notification>}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{zone.names[frame.language]}</span>
        {words.lines.title}
      </h1>
      <p class="govuk-body">{words.lines.text}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={moratoriaAddress(zone.zoneId)}>
          {moratoriumTexts(frame.language).title}
        </a>
      </p>
      {kept.length > 0 && <Kept {...props} />}
      {zone.works && (
        <p class="govuk-body">
          <a class="govuk-link" href={lineAddress(zone.zoneId, 'new')}>
            {lineTexts(frame.language).enter}
          </a>
        </p>
      )}
      <Lines {...props} />
      {zone.works && <SheetForm sheet={lineSheet(props)} form={form} />}
    </Layout>
  );
}
