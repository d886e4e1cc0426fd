import type { JSX } from 'preact';
import { utilities } from '#core/kernel/common.ts';
import type { ZoneLine } from '#core/reference/reference.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import type { ZoneView } from '#core/reference/view-zone.ts';
import { capital } from '#core/texts/capital.ts';
import { Radios, Select } from '../components/choices.tsx';
import { Notification, Table } from '../components/facts.tsx';
import type { Filled } from '../components/filled.ts';
import { Button, ErrorSummary, Form } from '../components/form.tsx';
import { DateField } from '../components/text-field.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { linesAddress, listAddress } from './addresses.ts';

interface Props {
  readonly frame: Frame;
  readonly zone: ZoneView;
  readonly form: Filled;
  readonly isDone: boolean;
}

/** What was said of a line. */
export function stateText({ language }: Frame, line: ZoneLine | undefined): string {
  const { lines: words } = officeTexts(language);
  if (line === undefined) return words.unknown;
  const { report } = line;
  if (report.state === 'committed') return fill(words.committedUntil, { date: dateText(language, report.readyBy) });
  return report.state === 'ready' ? words.ready : words.notReady;
}

function Lines({ frame, zone }: Props): JSX.Element {
  const { language } = frame;
  const { lines: words } = officeTexts(language);
  return (
    <Table
      frame={frame}
      caption={words.state}
      columns={[{ text: words.line }, { text: words.state }, { text: words.reportedOn }]}
      rows={utilities.map((utility) => {
        const line = zone.lines.find((one) => one.utility === utility);
        return [capital(frame.language, textsOf(language).utilities[utility]), stateText(frame, line), line ? dateText(language, line.reportedOn) : '–'];
      })}
    />
  );
}

function Report({ frame, zone, form }: Props): JSX.Element {
  const { lines: words } = officeTexts(frame.language);
  const names = textsOf(frame.language).utilities;
  return (
    <Form frame={frame} action={linesAddress(zone.zoneId)}>
      <h2 class="govuk-heading-m">{words.report}</h2>
      <Select frame={frame} form={form} name="utility" label={words.line} choices={utilities.map((value) => ({ value, text: names[value] }))} />
      <Radios frame={frame} form={form} name="state" label={words.state} choices={[
        { value: 'ready', text: words.ready }, { value: 'committed', text: words.committed }, { value: 'not-ready', text: words.notReady },
      ]} />
      <DateField frame={frame} form={form} name="readyBy" label={words.readyBy} hint={words.committed} optional />
      <Button>{words.save}</Button>
    </Form>
  );
}

/** The state of a zone's utility lines, and for those who work in its office the form that reports one. */
export function linesPage(props: Props): JSX.Element {
  const { frame, zone, form, isDone } = props;
  const words = officeTexts(frame.language);
  return (
    <Layout frame={frame} title={words.lines.title} failed={form.errors.length > 0} back={listAddress(zone.zoneId, { by: 'tasks', holder: 'office' })}>
      {isDone && <Notification frame={frame}>{words.done.reported}</Notification>}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l"><span class="govuk-caption-l">{zone.names[frame.language]}</span>{words.lines.title}</h1>
      <p class="govuk-body">{words.lines.text}</p>
      <Lines {...props} />
      {zone.works && <Report {...props} />}
    </Layout>
  );
}
