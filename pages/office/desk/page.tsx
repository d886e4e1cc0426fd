import type { ComponentChildren, JSX } from 'preact';
import { countText, fill, numberText, shortDateText, textsOf } from '#core/texts/index.ts';
import { deskTexts } from '#core/texts/areas/desk.ts';
import { handlingTexts } from '#core/texts/areas/handling.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import type { ZoneView } from '#core/reference/view-zone.ts';
import type { DeskView, Load, PersonLoad } from '#core/work/view-desk.ts';
import { mostRows, nobody } from '#core/work/work-query.ts';
import { Table } from '../../components/facts.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { accessAddress, personFormAddress } from '../../admin/addresses.ts';
import { assignmentAddress, bulkAddress, listAddress, type TaskFilter } from '../addresses.ts';
import { holderOfLine, taskText } from '../work-list/work-table.tsx';

/** Decisions shown at once; their list has the others. */
const mostShown = 10;

interface Props {
  readonly frame: Frame;
  readonly zone: ZoneView;
  readonly desk: DeskView;
}

/** A figure that leads to the rows behind it. */
const Figure = ({
  zone,
  filter,
  count,
  frame,
}: Pick<Props, 'frame' | 'zone'> & {
  readonly filter: Omit<TaskFilter, 'by' | 'holder'> & { readonly holder?: string };
  readonly count: number;
}): JSX.Element =>
  count === 0 ? (
    <>0</>
  ) : (
    <a class="govuk-link" href={listAddress(zone.zoneId, { by: 'tasks', holder: 'office', ...filter })}>
      {numberText(frame.language, count)}
    </a>
  );

/** What stands ready or waits, at a glance. */
function Tiles(props: Props): JSX.Element {
  const { frame, desk } = props;
  const { head } = deskTexts(frame.language);
  const tiles: readonly (readonly [string, ComponentChildren])[] = [
    [head.own, <Figure key="own" {...props} filter={{ standing: 'head' }} count={desk.head.length} />],
    [head.ready, <Figure key="ready" {...props} filter={{ standing: 'ready' }} count={desk.ready} />],
    [head.waiting, <Figure key="waiting" {...props} filter={{ standing: 'waiting' }} count={desk.waiting} />],
    [head.unassigned, <Figure key="free" {...props} filter={{ worker: nobody }} count={desk.unassigned} />],
  ];
  return (
    <dl class="tiles">
      {tiles.map(([term, value]) => (
        <div key={term} class="tiles__tile">
          <dt class="tiles__term">{term}</dt>
          <dd class="tiles__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const Nothing = ({ title, text }: { readonly title: string; readonly text: string }): JSX.Element => (
  <>
    <h2 class="govuk-heading-m">{title}</h2>
    <p class="govuk-body">{text}</p>
  </>
);

function Own({ frame, desk }: Props): JSX.Element {
  const { language } = frame;
  const words = deskTexts(language);
  if (desk.head.length === 0) return <Nothing title={words.standings.head} text={words.head.noOwn} />;
  return (
    <Table
      frame={frame}
      caption={words.standings.head}
      columns={[
        { text: words.columns.company },
        { text: words.columns.number },
        { text: words.columns.stage },
        { text: words.columns.due },
      ]}
      rows={desk.head.slice(0, mostShown).map((line) => [
        <a key={line.assignmentId} class="govuk-link" href={assignmentAddress(line.assignmentId)}>
          {line.company}
        </a>,
        line.number,
        taskText(frame, line),
        shortDateText(language, line.due),
      ])}
    />
  );
}

const loadColumns = ({ language }: Frame) => {
  const { head } = deskTexts(language);
  return [
    { text: head.who },
    { text: head.open, numeric: true },
    { text: head.late, numeric: true },
    { text: head.oldest },
  ];
};

const oldestText = ({ language }: Frame, { oldest }: Partial<Load>): string =>
  oldest === undefined || oldest === '' ? '' : shortDateText(language, oldest);

function Waits(props: Props): JSX.Element {
  const { frame, zone, desk } = props;
  const { head } = deskTexts(frame.language);
  if (desk.waits.length === 0) return <Nothing title={head.waits} text={head.noWaits} />;
  return (
    <Table
      frame={frame}
      caption={head.waits}
      columns={loadColumns(frame)}
      rows={desk.waits.map((one) => [
        holderOfLine(frame, zone, one),
        <Figure key="open" {...props} filter={{ holder: one.who }} count={one.open} />,
        <Figure key="late" {...props} filter={{ holder: one.who, overdue: true }} count={one.late} />,
        oldestText(frame, one),
      ])}
    />
  );
}

function personText({ language }: Frame, { who, name, role, away }: PersonLoad): string {
  const { head } = deskTexts(language);
  if (who === nobody) return head.noOne;
  const known =
    name ??
    (role === undefined ? handlingTexts(language).formerColleague : `${textsOf(language).roles[role]} (${who})`);
  if (away === undefined) return known;
  const until = shortDateText(language, away.until);
  return `${known}: ${away.deputy === undefined ? fill(head.away, { until }) : fill(head.awayDeputy, { until, deputy: away.deputy })}`;
}

function People(props: Props): JSX.Element {
  const { frame, zone, desk } = props;
  const { head, steps } = deskTexts(frame.language);
  const gives = desk.gives;
  return (
    <Table
      frame={frame}
      caption={head.load}
      columns={[...loadColumns(frame), ...(gives ? [{ text: steps.give.title }, { text: head.absence }] : [])]}
      rows={desk.people.map((one) => [
        personText(frame, one),
        <Figure key="open" {...props} filter={{ worker: one.who }} count={one.open} />,
        <Figure key="late" {...props} filter={{ worker: one.who, overdue: true }} count={one.late} />,
        oldestText(frame, one),
        ...(gives
          ? [
              one.open > 0 && (
                <a
                  key="give"
                  class="govuk-link"
                  href={bulkAddress(zone.zoneId, { do: 'give', holder: 'office', worker: one.who, 'all-of': '' })}
                >
                  {head.giveAll}
                  <span class="govuk-visually-hidden">: {personText(frame, one)}</span>
                </a>
              ),
              one.absent !== undefined && (
                <a
                  key="absence"
                  class="govuk-link"
                  href={personFormAddress('deputy', one.who, one.absent, zone.zoneId)}
                >
                  {one.away ? head.changeAbsence : head.sayAbsence}
                  <span class="govuk-visually-hidden">: {personText(frame, one)}</span>
                </a>
              ),
            ]
          : []),
      ])}
    />
  );
}

/** What only the head decides, what is ready, whom the office waits for, and who has how much. */
export function deskPage(frame: Frame, zone: ZoneView, desk: DeskView): JSX.Element {
  const props = { frame, zone, desk };
  const words = deskTexts(frame.language);
  return (
    <Layout
      frame={frame}
      title={words.head.title}
      wide="screen"
      back={listAddress(zone.zoneId, { by: 'tasks', holder: 'office' })}
    >
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{zone.names[frame.language]}</span>
        {words.head.title}
      </h1>
      {!desk.isWhole && (
        <p class="govuk-inset-text">{fill(words.part, { count: numberText(frame.language, mostRows) })}</p>
      )}
      {desk.asking > 0 && (
        <p class="govuk-inset-text">
          <a class="govuk-link" href={accessAddress({ scope: 'zone', scopeId: zone.zoneId })}>
            {countText(frame.language, words.head.asking, desk.asking)}
          </a>
        </p>
      )}
      <Tiles {...props} />
      <div class="desk-columns">
        <div>
          <Own {...props} />
          <People {...props} />
        </div>
        <div>
          <Waits {...props} />
        </div>
      </div>
      <p class="govuk-body">
        <a class="govuk-link" href={listAddress(zone.zoneId, { by: 'projects', overdue: true })}>
          {officeTexts(frame.language).list.overdue}
        </a>
      </p>
    </Layout>
  );
}
