import type { JSX } from 'preact';
import type { Holder } from '#core/project/event.ts';
import type { ObstacleView, ProjectView } from '#core/api/views.ts';
import type { ObstacleAction } from '#core/obstacles/obstacle-rights.ts';
import { fill } from '#core/texts/index.ts';
import { obstacleTexts, type ObstacleTexts } from '#core/texts/areas/obstacles.ts';
import type { Choice } from '../../components/choices.tsx';
import { Notification } from '../../components/facts.tsx';
import type { Field } from '../../components/fields.tsx';
import { Button } from '../../components/form.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { aboutText } from '../../components/obstacle-names.ts';
import { dueField, raiseFields } from '../../components/obstacle-fields.ts';
import { Thread } from '../../components/obstacle-thread.tsx';
import { obstacleActionAddress, obstacleAddress, obstaclesAddress, projectAddress } from '../addresses.ts';
import { holderName, type Parties } from '../names.ts';

interface Props {
  readonly frame: Frame;
  readonly view: ProjectView;
}

export function recordSheet({ frame, view }: Props): Sheet {
  const words = obstacleTexts(frame.language);
  const { projectId, number, company, contact } = view;
  return {
    frame,
    title: words.record,
    text: words.recordText,
    caption: `${number} · ${company}`,
    address: obstaclesAddress(projectId),
    back: projectAddress(projectId),
    button: words.preview,
    fields: [...raiseFields(frame, view.lines), dueField(frame)],
    review: { title: words.check, caption: `${number} · ${words.record}`, button: words.record, contact },
  };
}

export interface ObstacleProps extends Props {
  readonly obstacle: ObstacleView;
  readonly offsetMinutes: number;
  readonly parties: Parties;
}

const titleOf = ({ frame, obstacle }: Pick<ObstacleProps, 'frame' | 'obstacle'>): string =>
  fill(obstacleTexts(frame.language).title, { about: aboutText(frame, obstacle.about) });

export function obstaclePage(
  props: ObstacleProps & { readonly done?: keyof ObstacleTexts['done'] | undefined },
): JSX.Element {
  const { frame, view, obstacle, offsetMinutes, done } = props;
  const words = obstacleTexts(frame.language);
  return (
    <Layout frame={frame} title={`${titleOf(props)} · ${view.number}`} back={projectAddress(view.projectId)}>
      {done && <Notification frame={frame}>{words.done[done]}</Notification>}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {view.number} · {view.company}
        </span>
        {titleOf(props)}
      </h1>
      <Thread frame={frame} reader="office" offsetMinutes={offsetMinutes} obstacle={obstacle} />
      {obstacle.actions.length > 0 && (
        <div class="govuk-button-group">
          {obstacle.actions.map((action) => (
            <Button
              key={action}
              {...(action !== 'resolve' && { kind: 'secondary' as const })}
              href={obstacleActionAddress(view.projectId, obstacle.obstacleId, action)}
            >
              {words.actions[action].title}
            </Button>
          ))}
        </div>
      )}
    </Layout>
  );
}

function holders({ frame, obstacle: { owner }, parties }: ObstacleProps): readonly Choice[] {
  const all: Holder[] = [
    { kind: 'office' },
    { kind: 'investor' },
    ...parties
      .filter(({ endedOn }) => endedOn === undefined)
      .map(({ partyId }): Holder => ({ kind: 'party', partyId })),
  ];
  const isOwner = (holder: Holder) =>
    holder.kind === owner.kind && (holder.kind !== 'party' || holder.partyId === owner.partyId);
  return all
    .filter((holder) => !isOwner(holder))
    .map((holder) => ({
      value: holder.kind === 'party' ? holder.partyId : holder.kind,
      text: holderName(frame, holder, parties),
    }));
}

const holderIn = (text: string): Holder =>
  text === 'office' || text === 'investor' ? { kind: text } : { kind: 'party', partyId: text };

function wordsField({ language }: Frame, action: ObstacleAction): Field {
  const words = obstacleTexts(language);
  const [label, hint] = {
    'hand-over': [words.asked, words.askedHint],
    resolve: [words.how, words.howHint],
    answer: [words.write, words.writeOwnHint],
  }[action] as [string, string];
  return { name: 'words', kind: 'text', label, hint, optional: action === 'hand-over' };
}

export function obstacleSheet(props: ObstacleProps & { readonly action: ObstacleAction }): Sheet {
  const {
    frame,
    view: { projectId, number, contact },
    obstacle: { obstacleId },
    action,
  } = props;
  const words = obstacleTexts(frame.language);
  const { title, text, button } = words.actions[action];
  const to: Field = { name: 'to', kind: 'select', label: words.to, choices: holders(props), value: holderIn };
  return {
    frame,
    title,
    text,
    caption: `${number} · ${titleOf(props)}`,
    address: obstacleActionAddress(projectId, obstacleId, action),
    back: obstacleAddress(projectId, obstacleId),
    button: words.preview,
    fields: [
      ...(action === 'hand-over' ? [to] : []),
      wordsField(frame, action),
      ...(action === 'resolve' ? [] : [dueField(frame)]),
    ],
    review: { title: words.check, caption: `${number} · ${title}`, button, contact },
  };
}
