import type { Utility } from '#core/kernel/common.ts';
import { ObstacleAbout } from '#core/obstacles/obstacle-facts.ts';
import { stageIds } from '#core/stages/stage-id.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import type { Field } from './fields.tsx';
import type { Frame } from '../frame.ts';
import { aboutText } from './obstacle-names.ts';

const valueOf = (about: ObstacleAbout): string =>
  about.kind === 'stage' ? `stage:${about.stage}` : `line:${about.line}`;

function aboutIn(text: string): ObstacleAbout | undefined {
  const [kind, name] = text.split(':');
  return ObstacleAbout.safeParse({ kind, [kind === 'line' ? 'line' : 'stage']: name }).data;
}

export const dueField = ({ language }: Pick<Frame, 'language'>): Field => ({
  name: 'due',
  kind: 'date',
  label: obstacleTexts(language).due,
  hint: obstacleTexts(language).dueHint,
  optional: true,
});

export function raiseFields(frame: Pick<Frame, 'language'>, lines: readonly Utility[]): readonly Field[] {
  const words = obstacleTexts(frame.language);
  const choice = (label: string, about: ObstacleAbout) => ({
    value: valueOf(about),
    text: `${label}: ${aboutText(frame, about)}`,
  });
  const choices = [
    ...lines.map((line) => choice(words.line, { kind: 'line', line })),
    ...stageIds.map((stage) => choice(words.stage, { kind: 'stage', stage })),
  ];
  return [
    { name: 'about', kind: 'select', label: words.about, choices, value: aboutIn },
    { name: 'words', kind: 'text', label: words.words, hint: words.wordsHint, rows: 8 },
  ];
}
