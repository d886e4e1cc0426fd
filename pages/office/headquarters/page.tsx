import type { ComponentChildren, JSX } from 'preact';
import { rolesAt } from '#core/kernel/actor.ts';
import type { AgendaItem } from '#core/headquarters/agenda.ts';
import { matterText } from '#core/headquarters/agenda-text.ts';
import { keptOn, type Instruction } from '#core/headquarters/headquarters.ts';
import type { AgendaView } from '#core/headquarters/view-headquarters.ts';
import { dateText, fill, numberText } from '#core/texts/index.ts';
import { headquartersTexts } from '#core/texts/areas/headquarters.ts';
import { SummaryList, Table } from '../../components/facts.tsx';
import { formState, type FormState } from '../../components/form-state.ts';
import { SheetForm } from '../../components/sheet.tsx';
import {
  assignmentAddress,
  headquartersAddress,
  lineAddress,
  moratoriaAddress,
  obstacleAddress,
  zoneObstacleAddress,
  projectAddress,
} from '../addresses.ts';
import { hallPage } from './hall.tsx';
import { dueText, holderText, itemZone } from './item-text.ts';
import { HeadquartersFrame, Instructions, StandingTag } from './register.tsx';
import { headquartersSheet, mayAct, memberText, saidText, staffText, type HeadquartersProps } from './sheet.ts';

/** Whether this reader has a role where it is: a head reads of all zones of a region and opens what is in their own. */
const mayOpen = ({ actor, view }: HeadquartersProps, { zoneId }: AgendaItem): boolean =>
  actor.kind === 'staff' &&
  view.contexts.some(({ zone }) => zone.zoneId === zoneId && rolesAt(actor.memberships, zone).length > 0);

function projectLink(props: HeadquartersProps, item: AgendaItem): ComponentChildren {
  const { number, projectId, company } = item;
  if (projectId === undefined) return '–';
  if (!mayOpen(props, item)) return company ?? number;
  return (
    <a class="govuk-link" href={projectAddress(projectId)}>
      {company ?? number}
    </a>
  );
}

/** Where what is to be spoken of leads. */
function hrefOf(props: HeadquartersProps, item: AgendaItem): string | undefined {
  const { zoneId, projectId = '', assignmentId, obstacleId, instructionId, lineId, moratoriumId } = item;
  if (instructionId !== undefined) return headquartersAddress(props.view.name, 'instruction', { id: instructionId });
  if (!mayOpen(props, item)) return undefined;
  if (moratoriumId !== undefined) return moratoriaAddress(zoneId);
  if (lineId !== undefined) return lineAddress(zoneId, lineId);
  if (obstacleId !== undefined)
    return projectId === '' ? zoneObstacleAddress(zoneId, obstacleId) : obstacleAddress(projectId, obstacleId);
  return assignmentId === undefined ? projectAddress(projectId) : assignmentAddress(assignmentId);
}

function Section(props: HeadquartersProps & { readonly part: AgendaView['sections'][number] }): JSX.Element {
  const { frame, part } = props;
  const { language } = frame;
  const words = headquartersTexts(language);
  return (
    <Table
      frame={frame}
      caption={`${words.sections[part.section]}: ${numberText(language, part.items.length)}`}
      columns={[{ text: words.matter }, { text: words.project }, { text: words.holder }, { text: words.due }]}
      rows={part.items.map((item) => {
        const holder = holderText(props, item);
        const href = hrefOf(props, item);
        const zone = itemZone(props, item);
        const matter = [...(zone === undefined ? [] : [zone]), matterText(language, item, holder)].join(' · ');
        return [
          href === undefined ? (
            matter
          ) : (
            <a key="matter" class="govuk-link" href={href}>
              {matter}
            </a>
          ),
          projectLink(props, item),
          holder,
          dueText(frame, item),
        ];
      })}
    />
  );
}

export function agendaPage(props: HeadquartersProps): JSX.Element {
  const { frame, view, agenda } = props;
  const { language } = frame;
  const words = headquartersTexts(language);
  const { headquarters } = view.state ?? {};
  return (
    <HeadquartersFrame {...props} title={words.view.agenda} form={formState()}>
      {(headquarters === undefined || agenda === undefined) && (
        <p class="govuk-body">{view.name.scope === undefined ? words.none : words.regionNone}</p>
      )}
      {headquarters && agenda && (
        <>
          {agenda.meetingOn !== undefined && (
            <p class="govuk-body-l">
              {fill(words.meets, { date: dateText(language, agenda.meetingOn), time: agenda.time })}
            </p>
          )}
          <p class="govuk-body">{fill(words.agendaText, { since: dateText(language, agenda.since) })}</p>
          {agenda.sections.length === 0 && <p class="govuk-body">{words.nothing}</p>}
          {agenda.sections.map((part) => (
            <Section key={part.section} {...props} part={part} />
          ))}
          <SummaryList
            frame={frame}
            facts={[
              { term: words.secretary, value: staffText(props, headquarters.secretary) },
              { term: words.members, value: headquarters.members.map((one) => memberText(props, one)).join(', ') },
              { term: words.begunOn, value: dateText(language, headquarters.begunOn) },
            ]}
          />
        </>
      )}
    </HeadquartersFrame>
  );
}

function Protocol(props: HeadquartersProps): JSX.Element {
  const { frame, view } = props;
  const { language } = frame;
  const words = headquartersTexts(language);
  const { meetings = [], instructions = [] } = view.state ?? {};
  const days = [...new Set([...meetings.map(({ on }) => on), ...instructions.map(({ meetingOn }) => meetingOn)])];
  if (days.length === 0) return <p class="govuk-body">{words.noMeetings}</p>;
  return (
    <>
      {days
        .toSorted()
        .toReversed()
        .map((day) => {
          const given = instructions.filter(({ meetingOn }) => meetingOn === day);
          return (
            <section key={day}>
              <h2 class="govuk-heading-m">{fill(words.meetingOf, { date: dateText(language, day) })}</h2>
              <ol class="govuk-list govuk-list--number">
                {meetings
                  .filter(({ on }) => on === day)
                  .flatMap(({ decisions }) => decisions.map(({ text }) => <li key={text}>{text}</li>))}
              </ol>
              {given.length > 0 && <Instructions {...props} caption={words.view.instructions} some={given} />}
            </section>
          );
        })}
    </>
  );
}

function OneInstruction(props: HeadquartersProps & { readonly one: Instruction }): JSX.Element {
  const { frame, view, one } = props;
  const { language } = frame;
  const words = headquartersTexts(language);
  const kept = keptOn(one);
  return (
    <>
      <p class="govuk-body-l said">{one.text}</p>
      <SummaryList
        frame={frame}
        facts={[
          { term: words.standing, value: <StandingTag frame={frame} view={view} one={one} /> },
          { term: words.responsible, value: memberText(props, one.responsible) },
          { term: words.deadline, value: dateText(language, one.deadline) },
          { term: words.day, value: dateText(language, one.meetingOn) },
          ...(one.project
            ? [
                {
                  term: words.project,
                  value: (
                    <a class="govuk-link" href={projectAddress(one.project.projectId)}>
                      {one.project.number}
                    </a>
                  ),
                },
              ]
            : []),
          ...(kept === undefined ? [] : [{ term: words.evidence, value: dateText(language, kept) }]),
        ]}
      />
      {one.said.map((said) => (
        <div key={said.at}>
          <h3 class="govuk-heading-s">{saidText(props, said)}</h3>
          {said.text !== undefined && <p class="govuk-body said">{said.text}</p>}
        </div>
      ))}
    </>
  );
}

/** A page with a form of its own, for whoever may send it; to others only what stands there. */
export function headquartersPage(props: HeadquartersProps, form: FormState): JSX.Element {
  const { frame, shown, instruction, view } = props;
  if (shown === 'hall') return hallPage(props, form);
  const words = headquartersTexts(frame.language);
  const sheet = headquartersSheet(props);
  const title =
    shown === 'instruction'
      ? fill(words.instruction, { number: numberText(frame.language, instruction?.number ?? 0) })
      : shown === 'setting'
        ? words.view.setting
        : words.view.protocol;
  return (
    <HeadquartersFrame {...props} title={title} form={form}>
      {instruction && <OneInstruction {...props} one={instruction} />}
      {view.state === undefined && shown === 'protocol' && (
        <p class="govuk-body">{view.name.scope === undefined ? words.none : words.regionNone}</p>
      )}
      {mayAct(props) && (
        <>
          {shown === 'protocol' && <h2 class="govuk-heading-m">{words.record}</h2>}
          <SheetForm sheet={sheet} form={form} />
        </>
      )}
      {shown === 'protocol' && view.state && <Protocol {...props} />}
    </HeadquartersFrame>
  );
}
