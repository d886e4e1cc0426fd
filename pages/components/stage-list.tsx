import type { JSX } from 'preact';
import type { Ending } from '#core/project/event.ts';
import type { StageView } from '#core/api/views.ts';
import { countText } from '#core/texts/count-text.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import type { Frame } from '../frame.ts';
import { Tag } from './facts.tsx';
import { suspendedText } from './until.tsx';

export interface PathStanding {
  readonly due?: string | undefined;
  /** Working days. */
  readonly late?: number | undefined;
  readonly ending?: { readonly as: Ending; readonly on: string } | undefined;
}

export function StageList({
  frame,
  stages,
  standing = {},
}: {
  readonly frame: Frame;
  readonly stages: readonly StageView[];
  readonly standing?: PathStanding;
}): JSX.Element {
  return (
    <ol class="stages">
      {stages.map((stage) => (
        <Stage key={stage.stage} frame={frame} view={stage} standing={standing} />
      ))}
    </ol>
  );
}

const endedText = (
  { language, words }: Frame,
  { state }: StageView,
  { as, on }: NonNullable<PathStanding['ending']>,
): string =>
  state === 'running'
    ? fill(words.stageDates.ended, { ending: textsOf(language).endings[as], date: dateText(language, on) })
    : words.stageDates.never;

function Stage({
  frame,
  view,
  standing: { due, late: days = 0, ending },
}: {
  readonly frame: Frame;
  readonly view: StageView;
  readonly standing: PathStanding;
}): JSX.Element {
  const { language, words } = frame;
  const { stage, state, actual, target, baseline, late, suspendedUntil } = view;
  const dated = (template: string, date: string) => fill(template, { date: dateText(language, date) });
  const left = ending !== undefined && ending.as !== 'construction-started' && state !== 'done';
  const fact = left
    ? endedText(frame, view, ending)
    : actual !== undefined
      ? dated(words.stageDates.finished, actual)
      : state === 'done'
        ? words.stageStates.done
        : dated(words.stageDates.planned, target);
  const moved = !left && baseline !== undefined && baseline !== (actual ?? target);
  const behind = late ?? (state === 'running' && days > 0 && due !== undefined ? { due, days } : undefined);
  return (
    <li
      class={`stages__stage stages__stage--${left && state === 'running' ? 'left' : state}`}
      {...(state === 'running' && !left && { 'aria-current': 'step' as const })}
    >
      <span class="stages__name">{textsOf(language).stages[stage]}</span>
      {suspendedUntil !== undefined && (
        <span class="stages__fact">
          <Tag colour="yellow">{suspendedText(frame, suspendedUntil)}</Tag>
        </span>
      )}
      {behind && !left && (
        <span class="stages__fact">
          <strong class="late">
            {dated(words.stageDates.late, behind.due)}, {countText(language, words.lateBy, behind.days)}
          </strong>
        </span>
      )}
      <span class="stages__fact">
        {state === 'running' && !left && `${words.stageStates.running}. `}
        {fact}
      </span>
      {moved && <span class="stages__fact">{dated(words.stageDates.was, baseline)}</span>}
    </li>
  );
}
