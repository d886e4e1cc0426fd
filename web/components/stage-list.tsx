import type { JSX } from 'preact';
import type { StageView } from '#core/contracts/views.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { countText } from '#core/texts/count-text.ts';
import { emailTextsOf } from '#core/texts/email-texts.ts';
import type { Frame } from '../frame.ts';
import { Tag } from './facts.tsx';
import { suspendedText } from './until.tsx';

/** The seven stages in order: which are done and when, which one runs, when the rest are expected. */
export function StageList({ frame, stages }: { readonly frame: Frame; readonly stages: readonly StageView[] }): JSX.Element {
  return <ol class="stages">{stages.map((stage) => <Stage key={stage.stage} frame={frame} view={stage} />)}</ol>;
}

function Stage({ frame, view }: { readonly frame: Frame; readonly view: StageView }): JSX.Element {
  const { language, words } = frame;
  const { stage, state, actual, target, baseline, late, suspendedUntil } = view;
  const dated = (template: string, date: string) => fill(template, { date: dateText(language, date) });
  const fact = actual !== undefined ? dated(words.stageDates.finished, actual) : state === 'done' ? words.stageStates.done : dated(words.stageDates.planned, target);
  const moved = baseline !== undefined && baseline !== (actual ?? target);
  return (
    <li class={`stages__stage stages__stage--${state}`} {...(state === 'running' && { 'aria-current': 'step' as const })}>
      <span class="stages__name">{textsOf(language).stages[stage]}</span>
      <span class="stages__fact">{state === 'running' && `${words.stageStates.running}. `}{fact}</span>
      {suspendedUntil !== undefined && <span class="stages__fact"><Tag colour="yellow">{suspendedText(frame, suspendedUntil)}</Tag></span>}
      {late !== undefined && <span class="stages__fact late">{dated(words.stageDates.late, late.due)}: {countText(language, emailTextsOf(language).digest.late, late.days)}</span>}
      {moved && <span class="stages__fact">{dated(words.stageDates.was, baseline)}</span>}
    </li>
  );
}
