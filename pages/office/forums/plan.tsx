import type { ComponentChildren, JSX } from 'preact';
import type { Meeting } from '#core/forums/meetings.ts';
import { endOf, taskDue, type Plan } from '#core/forums/plan.ts';
import { forumPlanTexts } from '#core/texts/areas/forum-plan.ts';
import { forumTexts } from '#core/texts/areas/forums.ts';
import { dateText, fill, languageNames, numberText } from '#core/texts/index.ts';
import { Table, Tag } from '../../components/facts.tsx';
import { Button } from '../../components/form.tsx';
import { meetingState, whenText } from '../../components/meeting-fields.ts';
import { addressOf } from '../../routes.ts';
import { forumAddress } from '../addresses.ts';
import { hasTables, heldMeetings } from './plan-form.ts';
import { mayAct, staffText, type ForumProps } from './sheet.ts';

const Link = ({ href, children }: { readonly href: string; readonly children: ComponentChildren }) => (
  <a class="govuk-link" href={href}>
    {children}
  </a>
);

const byTime = (one: Plan['sessions'][number]): string => `${one.on} ${one.from} ${one.hall}`;

function Tasks(props: ForumProps): JSX.Element {
  const { frame, view, plan } = props;
  const { language } = frame;
  const words = forumPlanTexts(language);
  const tasks = (plan?.tasks ?? []).toSorted((a, b) => b.daysBefore - a.daysBefore);
  if (tasks.length === 0) return <p class="govuk-body">{words.noTasks}</p>;
  return (
    <Table
      frame={frame}
      caption={words.tasks}
      columns={[words.task, words.due, forumTexts(language).owner, words.doneOn].map((text) => ({ text }))}
      rows={tasks.map((task) => {
        const due = taskDue(view.forum, task);
        const isLate = task.doneOn === undefined && due < view.today;
        return [
          task.text,
          isLate ? <Tag colour="red">{dateText(language, due)}</Tag> : dateText(language, due),
          staffText(props, task.owner),
          task.doneOn !== undefined ? (
            dateText(language, task.doneOn)
          ) : mayAct(props) ? (
            <Link key="done" href={forumAddress(view.forum.forumId, 'task', { id: task.taskId })}>
              {words.finishTask}
              <span class="govuk-visually-hidden">: {task.text}</span>
            </Link>
          ) : (
            '–'
          ),
        ];
      })}
    />
  );
}

/** Sessions with their halls and languages, and tasks by their days. */
export function Programme(props: ForumProps): JSX.Element {
  const { frame, view, plan } = props;
  const { language } = frame;
  const words = forumPlanTexts(language);
  const sessions = (plan?.sessions ?? []).toSorted((a, b) => (byTime(a) < byTime(b) ? -1 : 1));
  const { forumId } = view.forum;
  return (
    <>
      {sessions.length === 0 ? (
        <p class="govuk-body">{words.noProgramme}</p>
      ) : (
        <Table
          frame={frame}
          caption={words.programme}
          captionHidden
          columns={[words.day, words.time, words.hall, words.title, words.languages].map((text) => ({ text }))}
          rows={sessions.map((one) => [
            dateText(language, one.on),
            `${one.from}–${one.until}`,
            one.hall,
            mayAct(props) ? (
              <Link key="title" href={forumAddress(forumId, 'session', { id: one.sessionId })}>
                {one.title}
              </Link>
            ) : (
              one.title
            ),
            one.languages.map((spoken) => languageNames[spoken]).join(', '),
          ])}
        />
      )}
      <p class="govuk-body">
        <Link href={addressOf('/forums/{forumId}', { forumId })}>{words.publicPage}</Link>
      </p>
      <Tasks {...props} />
      {mayAct(props) && (
        <div class="govuk-button-group">
          {(['session', 'task', 'tables'] as const).map((shown) => (
            <Button key={shown} kind="secondary" href={forumAddress(forumId, shown)}>
              {{ session: words.addSession, task: words.addTask, tables: words.setTables }[shown]}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

const guestOf = ({ view }: ForumProps, { guestId }: Meeting): string => {
  const guest = view.guests.find((one) => one.guestId === guestId);
  return guest === undefined || guest.erased ? '–' : `${guest.name}, ${guest.company}`;
};

/** Who is met when and where. */
export function Meetings(props: ForumProps): JSX.Element {
  const { frame, view } = props;
  const words = forumPlanTexts(frame.language);
  const { forumId } = view.forum;
  const all = heldMeetings(props);
  return (
    <>
      {!hasTables(props) && <p class="govuk-body">{words.noTables}</p>}
      {all.length === 0 ? (
        <p class="govuk-body">{words.noMeetings}</p>
      ) : (
        <Table
          frame={frame}
          caption={words.meetings}
          captionHidden
          columns={[
            { text: words.time },
            { text: words.table },
            { text: forumTexts(frame.language).guest },
            { text: forumTexts(frame.language).state },
          ]}
          rows={all.map((one) => [
            <Link key="time" href={forumAddress(forumId, 'meeting', { id: one.meetingId })}>
              {whenText(frame, one)}
            </Link>,
            numberText(frame.language, one.table),
            guestOf(props, one),
            meetingState(frame, one),
          ])}
        />
      )}
      <div class="govuk-button-group">
        {mayAct(props) && hasTables(props) && (
          <Button kind="secondary" href={forumAddress(forumId, 'ask')}>
            {words.ask}
          </Button>
        )}
        {all.length > 0 && <Link href={forumAddress(forumId, 'sheets')}>{words.sheets}</Link>}
      </div>
    </>
  );
}

function SheetOf(props: ForumProps & { readonly title: string; readonly own: readonly Meeting[] }): JSX.Element {
  const { frame, title, own, plan } = props;
  const words = forumPlanTexts(frame.language);
  return (
    <section class="printed__first">
      <Table
        frame={frame}
        caption={title}
        columns={[words.time, words.table, forumTexts(frame.language).guest].map((text) => ({ text }))}
        rows={own.map((one) => [
          `${whenText(frame, one)}${plan?.hall ? `–${endOf(plan.hall, one.at)}` : ''}`,
          numberText(frame.language, one.table),
          guestOf(props, one),
        ])}
      />
    </section>
  );
}

/** One sheet a table, and one a guest: what is agreed. */
export function Sheets(props: ForumProps): JSX.Element {
  const { frame } = props;
  const words = forumPlanTexts(frame.language);
  const agreed = heldMeetings(props).filter(({ state }) => state === 'accepted');
  if (agreed.length === 0) return <p class="govuk-body">{words.noMeetings}</p>;
  const tables = [...new Set(agreed.map(({ table }) => table))].toSorted((a, b) => a - b);
  const guests = [...new Set(agreed.map(({ guestId }) => guestId))];
  return (
    <div class="printed">
      {tables.map((table) => (
        <SheetOf
          key={table}
          {...props}
          title={fill(words.sheetOf, { number: numberText(frame.language, table) })}
          own={agreed.filter((one) => one.table === table)}
        />
      ))}
      {guests.map((guestId) => {
        const own = agreed.filter((one) => one.guestId === guestId);
        return <SheetOf key={guestId} {...props} title={own[0] ? guestOf(props, own[0]) : ''} own={own} />;
      })}
    </div>
  );
}
