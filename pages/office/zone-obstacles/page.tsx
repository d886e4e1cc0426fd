import type { JSX } from 'preact';
import type { ZoneObstacleView } from '#core/api/zone-obstacle-view.ts';
import { utilities } from '#core/kernel/common.ts';
import type { Instruction } from '#core/headquarters/headquarters.ts';
import type { ObstacleAction } from '#core/obstacles/obstacle-rights.ts';
import type { ZoneObstaclesView } from '#core/obstacles/zone-obstacles.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import type { Candidate } from '#core/road-map/people.ts';
import { Notification } from '../../components/facts.tsx';
import type { FormState } from '../../components/form-state.ts';
import { Button, ErrorSummary } from '../../components/form.tsx';
import { dueField, raiseFields } from '../../components/obstacle-fields.ts';
import { aboutText, dueInList, dayText, whereText, type Reading } from '../../components/obstacle-names.ts';
import { Thread } from '../../components/obstacle-thread.tsx';
import { SheetForm, type Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import {
  listAddress,
  projectAddress,
  zoneObstacleActionAddress,
  zoneObstacleAddress,
  zoneObstaclesAddress,
} from '../addresses.ts';
import { actionSheet, moreAbout, titleOf } from '../obstacles/page.tsx';
import { EntryList } from '../work-list/entry-list.tsx';

export interface ZoneObstaclesProps {
  readonly frame: Frame;
  readonly view: ZoneObstaclesView;
  readonly instructions: readonly Pick<Instruction, 'instructionId' | 'number' | 'meetingOn' | 'text'>[];
  readonly isDone: boolean;
}

const nameOf = ({ frame, view }: Pick<ZoneObstaclesProps, 'frame' | 'view'>): string =>
  view.context.zone.names[frame.language];

export function zoneRecordSheet(props: ZoneObstaclesProps): Sheet {
  const { frame, view, instructions } = props;
  const words = obstacleTexts(frame.language);
  const { zone, parties } = view.context;
  const address = zoneObstaclesAddress(zone.zoneId);
  return {
    frame,
    title: words.zone.record,
    text: words.zone.recordText,
    caption: nameOf(props),
    address,
    back: address,
    button: words.toCheck,
    fields: [...raiseFields(frame, utilities, moreAbout({ frame, parties, instructions })), dueField(frame)].map(
      ({ hint, ...field }) => ({ ...field, ...(field.name === 'words' && hint && { hint: words.zone.wordsHint }) }),
    ) as Sheet['fields'],
    review: { title: words.check, caption: nameOf(props), text: words.zone.recordText, button: words.zone.record },
  };
}

export function zoneObstaclesPage(props: ZoneObstaclesProps, form: FormState): JSX.Element {
  const { frame, view, isDone } = props;
  const words = obstacleTexts(frame.language);
  const { zone, parties, calendar } = view.context;
  const reading: Reading = { frame, reader: 'office', offsetMinutes: calendar.offsetMinutes };
  return (
    <Layout
      frame={frame}
      title={`${words.zone.title} · ${nameOf(props)}`}
      failed={form.errors.length > 0}
      back={listAddress(zone.zoneId, { by: 'obstacles' })}
    >
      {isDone && <Notification frame={frame}>{words.zone.done}</Notification>}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{nameOf(props)}</span>
        {words.zone.title}
      </h1>
      <p class="govuk-body">{words.zone.text}</p>
      <EntryList
        frame={frame}
        entries={view.obstacles.map(({ obstacle }) => {
          const { obstacleId, about, owner, state, resolvedAt = 0 } = obstacle;
          const names =
            owner.kind === 'party' ? parties.find(({ partyId }) => partyId === owner.partyId)?.names : undefined;
          return {
            key: obstacleId,
            href: zoneObstacleAddress(zone.zoneId, obstacleId),
            name: aboutText(frame, about),
            hint:
              state === 'open'
                ? whereText(reading, { owner: { ...owner, ...(names && { names }) }, ownedSince: obstacle.ownedSince })
                : `${words.states[state]} · ${dayText(reading, resolvedAt)}`,
            due: state === 'open' ? dueInList(frame, { due: obstacle.due }) : undefined,
          };
        })}
        empty={words.zone.none}
      />
      {view.mayRaise && (
        <>
          <h2 class="govuk-heading-m">{words.zone.record}</h2>
          <p class="govuk-body">{words.zone.recordText}</p>
          <SheetForm sheet={zoneRecordSheet(props)} form={form} />
        </>
      )}
    </Layout>
  );
}

export interface ZoneObstacleProps extends Omit<ZoneObstaclesProps, 'instructions'> {
  readonly obstacle: ZoneObstacleView;
  readonly people: readonly Candidate[];
}

export function zoneObstaclePage(props: ZoneObstacleProps): JSX.Element {
  const { frame, view, obstacle, isDone } = props;
  const words = obstacleTexts(frame.language);
  const { zoneId, obstacleId, actions, projects, state } = obstacle;
  return (
    <Layout frame={frame} title={`${titleOf(props)} · ${nameOf(props)}`} back={zoneObstaclesAddress(zoneId)}>
      {isDone && <Notification frame={frame}>{words.zone.done}</Notification>}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {words.zone.whole} · {nameOf(props)}
        </span>
        {titleOf(props)}
      </h1>
      <Thread frame={frame} reader="office" offsetMinutes={view.context.calendar.offsetMinutes} obstacle={obstacle} />
      {actions.length > 0 && (
        <div class="govuk-button-group">
          {actions.map((action) => (
            <Button
              key={action}
              {...(action !== 'resolve' && { kind: 'secondary' as const })}
              href={zoneObstacleActionAddress(zoneId, obstacleId, action)}
            >
              {words.actions[action].title}
            </Button>
          ))}
        </div>
      )}
      {state === 'open' && (
        <>
          <h2 class="govuk-heading-m">{words.zone.affected}</h2>
          <EntryList
            frame={frame}
            entries={projects.map(({ projectId, number, company }) => ({
              key: projectId,
              href: projectAddress(projectId),
              name: company,
              hint: number,
            }))}
            empty={words.zone.noneAffected}
          />
        </>
      )}
    </Layout>
  );
}

export function zoneObstacleSheet(props: ZoneObstacleProps & { readonly action: ObstacleAction }): Sheet {
  const { frame, view, obstacle, action, people } = props;
  const words = obstacleTexts(frame.language);
  const { zoneId, obstacleId } = obstacle;
  return actionSheet(
    { frame, obstacle, action, people, parties: view.context.parties },
    {
      caption: nameOf(props),
      text: words.zone.actText,
      address: zoneObstacleActionAddress(zoneId, obstacleId, action),
      back: zoneObstacleAddress(zoneId, obstacleId),
      button: words.toCheck,
      hints: false,
    },
  );
}
