import { needTexts } from '#core/texts/areas/needs.ts';
import { utilityUnits } from '#core/stages/need-of.ts';
import { stageIds, stageIndex } from '#core/stages/stage-id.ts';
import { fill, textsOf } from '#core/texts/index.ts';
import type { ZoneLine } from '#core/reference/reference.ts';
import type { Language } from '#core/kernel/common.ts';
import type { Field } from '../../components/fields.tsx';
import type { CareProps } from './handler.ts';

/** "L-3: electric power, kW" */
function lineText(language: Language, { lineId, names, utility }: ZoneLine): string {
  const { utilities, units } = textsOf(language);
  return `${names?.[language] ?? lineId ?? ''}: ${utilities[utility]}, ${fill(units[utilityUnits[utility]], { amount: '' }).trim()}`;
}

const lineField = (
  { frame: { language } }: CareProps,
  lines: readonly ZoneLine[],
  kind: 'select' | 'radios',
): Field => ({
  name: 'lineId',
  kind,
  label: needTexts(language).line,
  choices: lines.map((one) => ({ value: one.lineId ?? '', text: lineText(language, one) })),
});

/** What is needed of a line: which, how much, by when, for which stage that is not behind yet. */
export function needFields(props: CareProps): readonly Field[] {
  const { frame, view, lines } = props;
  const words = needTexts(frame.language);
  const { stages } = textsOf(frame.language);
  return [
    lineField(props, lines, 'select'),
    { name: 'capacity', kind: 'line', label: words.capacity, hint: words.capacityHint, width: 10 },
    { name: 'by', kind: 'date', label: words.by },
    {
      name: 'stage',
      kind: 'select',
      label: words.stage,
      choices: stageIds
        .filter((stage) => stageIndex(stage) >= stageIndex(view.stage))
        .map((value) => ({ value, text: stages[value] })),
    },
  ];
}

/** Of which line what was said is taken back. */
export const saidFields = (props: CareProps): readonly Field[] => {
  const said = props.view.lineNeeds.filter(({ by }) => by !== undefined);
  return [
    lineField(
      props,
      props.lines.filter(({ lineId }) => said.some((one) => one.lineId === lineId)),
      'radios',
    ),
  ];
};

/** What was said of the line that is told anew; of another how much the letter asks for. */
export function beginNeed({ view, line }: CareProps): readonly [string, string][] {
  const known = view.lineNeeds.find(({ lineId }) => lineId !== undefined && lineId === line);
  if (known === undefined) return [];
  const { lineId = '', capacity, by, stage } = known;
  return [
    ['lineId', lineId],
    ...(capacity === undefined ? [] : [['capacity', String(capacity)] as [string, string]]),
    ...(by === undefined ? [] : [['by', by] as [string, string]]),
    ['stage', stage],
  ];
}
