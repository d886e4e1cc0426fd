import type { JSX } from 'preact';
import type { Holder } from '#core/project/event.ts';
import type { ObstacleView } from '#core/api/views.ts';
import type { ObstacleAction } from '#core/obstacles/obstacle-rights.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import type { ObstacleRequest } from '#core/obstacles/act-on-obstacle.ts';
import { Select } from '../components/choices.tsx';
import type { Fact } from '../components/facts.tsx';
import type { Filled } from '../components/filled.ts';
import { TextArea } from '../components/text-field.tsx';
import type { Frame } from '../frame.ts';
import { holderName, type Parties } from './names.ts';

interface Props {
  readonly frame: Frame;
  readonly form: Filled;
  readonly action: ObstacleAction;
  readonly owner: ObstacleView['owner'];
  readonly parties: Parties;
}

const valueOf = (holder: Holder): string => (holder.kind === 'party' ? holder.partyId : holder.kind);

/** The field's value as whom it names: the office, the investor, or a party by its id. */
export const holderIn = (text: string | undefined): Holder | undefined =>
  (text === undefined ? undefined : text === 'office' || text === 'investor' ? { kind: text } : { kind: 'party', partyId: text });

/** Everybody who may be given an obstacle, but the one who has it. */
function To({ frame, form, owner, parties }: Props): JSX.Element {
  const holders: Holder[] = [{ kind: 'office' }, { kind: 'investor' }, ...parties.filter(({ endedOn }) => endedOn === undefined).map(({ partyId }): Holder => ({ kind: 'party', partyId }))];
  const isOwner = (holder: Holder) => holder.kind === owner.kind && (holder.kind !== 'party' || holder.partyId === owner.partyId);
  return (
    <Select frame={frame} form={form} name="to" label={obstacleTexts(frame.language).to}
      choices={holders.filter((holder) => !isOwner(holder)).map((holder) => ({ value: valueOf(holder), text: holderName(frame, holder, parties) }))} />
  );
}

/** What an action's words are called, and who reads them. */
export const wordsLabel = (frame: Pick<Frame, 'language'>, action: ObstacleAction): string => {
  const words = obstacleTexts(frame.language);
  return action === 'hand-over' ? words.asked : action === 'resolve' ? words.how : words.write;
};

export function ObstacleFields(props: Props): JSX.Element {
  const { frame, form, action } = props;
  const words = obstacleTexts(frame.language);
  const hint = action === 'hand-over' ? words.askedHint : action === 'resolve' ? words.howHint : words.writeOwnHint;
  return (
    <>
      {action === 'hand-over' && <To {...props} />}
      <TextArea frame={frame} form={form} name="words" label={wordsLabel(frame, action)} hint={hint} optional={action === 'hand-over'} />
    </>
  );
}

/** An action as it was filled in. */
export function givenObstacle(frame: Frame, parties: Parties, request: ObstacleRequest): readonly Fact[] {
  const { to } = obstacleTexts(frame.language);
  return [
    ...(request.action === 'hand-over' ? [{ term: to, value: holderName(frame, request.to, parties) }] : []),
    ...(request.words === undefined ? [] : [{ term: wordsLabel(frame, request.action), value: <span class="said">{request.words}</span> }]),
  ];
}
