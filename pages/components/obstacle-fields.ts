import type { Utility } from '#core/kernel/common.ts';
import { AskedAbout } from '#core/obstacles/obstacle-facts.ts';
import { stageIds } from '#core/stages/stage-id.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { capital } from '#core/texts/capital.ts';
import { textsOf } from '#core/texts/index.ts';
import type { Choice } from './choices.tsx';
import type { Field } from './fields.tsx';
import type { Frame } from '../frame.ts';

const keyOf = { stage: 'stage', line: 'line', party: 'partyId', instruction: 'instructionId' } as const;

function aboutIn(text: string): AskedAbout | undefined {
  const [kind = '', name] = text.split(':');
  return AskedAbout.safeParse({ kind, [Object.hasOwn(keyOf, kind) ? keyOf[kind as keyof typeof keyOf] : '']: name })
    .data;
}

export const dueField = ({ language }: Pick<Frame, 'language'>): Field => ({
  name: 'due',
  kind: 'date',
  label: obstacleTexts(language).due,
  hint: obstacleTexts(language).dueHint,
  optional: true,
});

/** @param more parties and instructions, for the office: `party:` or `instruction:` and an id */
export function raiseFields(
  { language }: Pick<Frame, 'language'>,
  lines: readonly Utility[],
  more: readonly Choice[] = [],
): readonly Field[] {
  const words = obstacleTexts(language);
  const { utilities, stages } = textsOf(language);
  const choices = [
    ...lines.map((line) => ({ value: `line:${line}`, text: `${words.line}: ${capital(language, utilities[line])}` })),
    ...stageIds.map((stage) => ({
      value: `stage:${stage}`,
      text: `${words.stage}: ${capital(language, stages[stage])}`,
    })),
    ...more,
  ];
  return [
    { name: 'about', kind: 'select', label: words.about, choices, value: aboutIn },
    { name: 'words', kind: 'text', label: words.words, hint: words.wordsHint, rows: 8 },
  ];
}
