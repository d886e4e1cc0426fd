import type { JSX } from 'preact';
import type { Holder } from '#core/project/event.ts';
import type { ObstacleView, ProjectView } from '#core/api/views.ts';
import type { ObstacleAction } from '#core/obstacles/obstacle-rights.ts';
import type { Instruction } from '#core/headquarters/headquarters.ts';
import { outsideBodies } from '#core/obstacles/obstacle-facts.ts';
import type { Candidate } from '#core/road-map/people.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
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
import {
  obstacleActionAddress,
  obstacleAddress,
  obstaclesAddress,
  projectAddress,
  zoneObstacleAddress,
} from '../addresses.ts';
import { holderName, type Parties } from '../names.ts';

interface Props {
  readonly frame: Frame;
  readonly view: ProjectView;
}

export interface Recording extends Props {
  readonly parties: Parties;
  readonly instructions: readonly Pick<Instruction, 'instructionId' | 'number' | 'meetingOn' | 'text'>[];
}

const longestInstruction = 80;

/** Beside stages and lines: parties that are asked, and instructions that are open. */
export function moreAbout({
  frame: { language },
  parties,
  instructions,
}: Pick<Recording, 'frame' | 'parties' | 'instructions'>): readonly Choice[] {
  const words = obstacleTexts(language);
  return [
    ...parties
      .filter(({ endedOn }) => endedOn === undefined)
      .map(({ partyId, names }) => ({ value: `party:${partyId}`, text: `${words.partyLabel}: ${names[language]}` })),
    ...instructions.map(({ instructionId, number, meetingOn, text }) => ({
      value: `instruction:${instructionId}`,
      text: `${fill(words.instruction, { number: String(number), date: dateText(language, meetingOn) })}: ${text.slice(0, longestInstruction)}`,
    })),
  ];
}

export function recordSheet(props: Recording): Sheet {
  const { frame, view } = props;
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
    fields: [...raiseFields(frame, view.lines, moreAbout(props)), dueField(frame)],
    review: { title: words.check, caption: `${number} · ${words.record}`, button: words.record, contact },
  };
}

/** What a form about an obstacle needs, whether it is one project's or the whole zone's. */
interface OfObstacle {
  readonly frame: Frame;
  readonly obstacle: ObstacleView;
  readonly parties: Parties;
  /** Whom it can be given to by name. */
  readonly people?: readonly Candidate[];
}

export interface ObstacleProps extends Props, OfObstacle {
  readonly offsetMinutes: number;
}

export const titleOf = ({ frame, obstacle }: Pick<ObstacleProps, 'frame' | 'obstacle'>): string =>
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
      {obstacle.zoneWide && (
        <p class="govuk-body">
          <a class="govuk-link" href={zoneObstacleAddress(view.zoneId, obstacle.obstacleId)}>
            {words.zone.all}
          </a>
        </p>
      )}
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

function holders({ frame, obstacle: { owner, zoneWide }, parties }: OfObstacle): readonly Choice[] {
  const all: Holder[] = [
    { kind: 'office' },
    ...(zoneWide ? [] : [{ kind: 'investor' } as const]),
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

/** Staff and parties' contacts; the holder goes with the person. */
function persons({ frame, parties, people = [], obstacle }: OfObstacle): readonly Choice[] {
  const { roles } = textsOf(frame.language);
  return people
    .filter(({ person, kind }) => kind !== 'investor' && person !== obstacle.person)
    .map(({ person, name = '', role, partyId }) => ({
      value: person,
      text: [partyId === undefined ? role && roles[role] : holderName(frame, { kind: 'party', partyId }, parties), name]
        .filter((part) => part !== undefined)
        .join(' · '),
    }));
}

/** Of a person the holder whose they are. */
const holderIn = (text: string): Holder => {
  if (text === 'office' || text === 'investor') return { kind: text };
  const [kind, id = ''] = text.split(':');
  return kind === 'staff' ? { kind: 'office' } : { kind: 'party', partyId: id === '' ? text : id };
};

function wordsField({ language }: Frame, action: ObstacleAction): Field {
  const words = obstacleTexts(language);
  if (action === 'refer' || action === 'referral-answer')
    return { name: 'words', kind: 'text', label: action === 'refer' ? words.referralWords : words.referralAnswer };
  const [label, hint] = {
    'hand-over': [words.asked, words.askedHint],
    resolve: [words.how, words.howHint],
    answer: [words.write, words.writeOwnHint],
  }[action] as [string, string];
  return { name: 'words', kind: 'text', label, hint, optional: action === 'hand-over' };
}

/** Where it is, and what its form says. */
interface SheetPlace {
  readonly caption: string;
  readonly text: string;
  readonly address: string;
  readonly back: string;
  readonly button: string;
  readonly contact?: ProjectView['contact'];
  /** Hints tell what the investor reads; of the whole zone they would be wrong. */
  readonly hints: boolean;
}

const unhinted = ({ hint: _, ...field }: Field): Field => field as Field;

/** What is done about an obstacle, wherever it lies. */
export function actionSheet(props: OfObstacle & { readonly action: ObstacleAction }, place: SheetPlace): Sheet {
  const { frame, action } = props;
  const words = obstacleTexts(frame.language);
  const { title, button } = words.actions[action];
  const to: Field = {
    name: 'to',
    kind: 'select',
    label: words.to,
    choices: [...holders(props), ...persons(props)],
    value: holderIn,
  };
  const open = (props.obstacle.referrals ?? []).filter(({ answeredOn }) => answeredOn === undefined);
  const outside: readonly Field[] = [
    {
      name: 'body',
      kind: 'radios',
      label: words.body,
      choices: outsideBodies
        .filter((body) => open.some((one) => one.to === body) === (action === 'referral-answer'))
        .map((value) => ({ value, text: words.bodies[value] })),
    },
    { name: 'on', kind: 'date', label: action === 'refer' ? words.sentOn : words.answeredOn },
  ];
  const isOutside = action === 'refer' || action === 'referral-answer';
  const fields = [
    ...(action === 'hand-over' ? [to] : []),
    ...(isOutside ? outside : []),
    wordsField(frame, action),
    ...(action === 'resolve' || isOutside ? [] : [dueField(frame)]),
  ];
  const { hints, contact, caption, ...rest } = place;
  return {
    frame,
    title,
    ...rest,
    caption: `${caption} · ${titleOf(props)}`,
    fields: hints ? fields : fields.map(unhinted),
    review: { title: words.check, caption: `${caption} · ${title}`, button, ...(contact && { contact }) },
  };
}

export function obstacleSheet(props: ObstacleProps & { readonly action: ObstacleAction }): Sheet {
  const { frame, view, obstacle, action } = props;
  const { projectId, number, contact } = view;
  const words = obstacleTexts(frame.language);
  return actionSheet(props, {
    caption: number,
    text: words.actions[action].text,
    address: obstacleActionAddress(projectId, obstacle.obstacleId, action),
    back: obstacleAddress(projectId, obstacle.obstacleId),
    button: words.preview,
    contact,
    hints: true,
  });
}
