import type { JSX } from 'preact';
import type { Utility } from '#core/kernel/common.ts';
import { ObstacleAbout } from '#core/obstacles/obstacle-facts.ts';
import type { RaiseObstacleRequest } from '#core/obstacles/obstacle.ts';
import { stageIds } from '#core/stages/stage-id.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { Select } from '../components/choices.tsx';
import type { Fact } from '../components/facts.tsx';
import type { Filled } from '../components/filled.ts';
import { TextArea } from '../components/text-field.tsx';
import type { Frame } from '../frame.ts';
import { aboutText } from './names.ts';

/** What a report may be about, as the value of one field. */
const valueOf = (about: ObstacleAbout): string => (about.kind === 'stage' ? `stage:${about.stage}` : `line:${about.line}`);

/** The field's value as the contract has it; undefined for what is none. */
export function aboutIn(text: string | undefined): ObstacleAbout | undefined {
  const [kind, name] = text?.split(':') ?? [];
  return ObstacleAbout.safeParse({ kind, [kind === 'line' ? 'line' : 'stage']: name }).data;
}

/** Against what, and what it is: the fields of a report. */
export function RaiseFields({ frame, form, lines }: { readonly frame: Frame; readonly form: Filled; readonly lines: readonly Utility[] }): JSX.Element {
  const words = obstacleTexts(frame.language);
  const choice = (label: string, about: ObstacleAbout) => ({ value: valueOf(about), text: `${label}: ${aboutText(frame, about)}` });
  return (
    <>
      <Select frame={frame} form={form} name="about" label={words.about} choices={[
        ...lines.map((line) => choice(words.line, { kind: 'line', line })),
        ...stageIds.map((stage) => choice(words.stage, { kind: 'stage', stage })),
      ]} />
      <TextArea frame={frame} form={form} name="words" label={words.words} hint={words.wordsHint} rows={8} />
    </>
  );
}

/** A report as it was filled in. */
export function givenReport(frame: Frame, { about, words: said }: RaiseObstacleRequest): readonly Fact[] {
  const words = obstacleTexts(frame.language);
  return [{ term: words.about, value: aboutText(frame, about) }, { term: words.words, value: <span class="said">{said}</span> }];
}
