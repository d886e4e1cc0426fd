import { currencies, utilities } from '#core/kernel/common.ts';
import { lineMilestones } from '#core/lines/line.ts';
import type { WholeLineView } from '#core/lines/view-lines.ts';
import { writtenLanguages } from '#core/reference/reference.ts';
import type { ZoneView } from '#core/reference/view-zone.ts';
import { lineTexts } from '#core/texts/areas/lines.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { capital } from '#core/texts/capital.ts';
import { fill, languageNames, textsOf } from '#core/texts/index.ts';
import { seenNumber, type Field } from '../../components/fields.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { lineAddress, linesAddress } from '../addresses.ts';

/** What can be recorded of a line: a milestone, a year's money, the line itself. */
export const lineForms = ['milestone', 'money', 'line'] as const;
export type LineForm = (typeof lineForms)[number];

export interface LineProps {
  readonly frame: Frame;
  readonly zone: ZoneView;
  /** Absent: a line that is new. */
  readonly line?: WholeLineView | undefined;
  readonly form?: LineForm | undefined;
  readonly isDone: boolean;
}

function milestoneFields({ frame: { language } }: LineProps): readonly Field[] {
  const words = lineTexts(language);
  return [
    {
      name: 'milestone',
      kind: 'select',
      label: words.milestone,
      choices: lineMilestones.map((value) => ({ value, text: words.milestoneNames[value] })),
    },
    { name: 'expected', kind: 'date', label: words.expected, hint: words.keepHint, optional: true },
    { name: 'actual', kind: 'date', label: words.actual, optional: true },
    { name: 'responsible', kind: 'line', label: words.responsible, optional: true },
    { name: 'reason', kind: 'line', label: words.because, hint: words.becauseHint, optional: true },
  ];
}

function moneyFields({ frame: { language } }: LineProps): readonly Field[] {
  const words = lineTexts(language);
  return [
    { name: 'year', kind: 'whole', label: words.year },
    {
      name: 'currency',
      kind: 'select',
      label: words.currency,
      choices: currencies.map((value) => ({ value, text: value })),
    },
    ...(['allocated', 'committed', 'spent'] as const).map((name): Field => ({
      name,
      kind: 'line',
      label: words[name],
      width: 20,
    })),
  ];
}

function lineFields({ frame: { language }, zone, line }: LineProps): readonly Field[] {
  const words = lineTexts(language);
  const texts = textsOf(language);
  const builders = zone.parties.filter(
    ({ kind, endedOn }) => endedOn === undefined && utilities.some((utility) => utility === kind),
  );
  const first: readonly Field[] =
    line === undefined
      ? [
          {
            name: 'code',
            kind: 'line',
            label: words.code,
            hint: fill(words.codeHint, { example: 'power-3' }),
            width: 20,
            spellcheck: false,
          },
          {
            name: 'utility',
            kind: 'select',
            label: officeTexts(language).lines.line,
            choices: utilities.map((value) => ({ value, text: capital(language, texts.utilities[value]) })),
          },
        ]
      : [];
  return [
    ...first,
    ...writtenLanguages.map((written): Field => ({
      name: `names.${written}`,
      kind: 'line',
      label: fill(words.nameIn, { language: languageNames[written] }),
    })),
    {
      name: 'partyId',
      kind: 'select',
      label: words.builder,
      choices: builders.map(({ partyId, names }) => ({ value: partyId, text: names[language] })),
    },
    { name: 'capacity', kind: 'line', label: words.capacity, width: 10, optional: true },
    ...(line === undefined ? [{ name: 'readyBy', kind: 'date', label: words.readyBy, optional: true } as const] : []),
  ];
}

const fieldsOf = { milestone: milestoneFields, money: moneyFields, line: lineFields } as const;

export function lineSheet(props: LineProps): Sheet {
  const { frame, zone, line, form = 'line' } = props;
  const words = lineTexts(frame.language);
  const { zoneId } = zone;
  const titles = {
    milestone: words.reportMilestone,
    money: words.tellMoney,
    line: line === undefined ? words.enter : words.changeLine,
  };
  return {
    frame,
    title: titles[form],
    caption: line?.names[frame.language] ?? zone.names[frame.language],
    address: lineAddress(zoneId, line?.lineId ?? 'new', form),
    back: line === undefined ? linesAddress(zoneId) : lineAddress(zoneId, line.lineId),
    button: titles[form],
    fields: [
      ...fieldsOf[form](props),
      { name: 'why', kind: 'text', label: words.why, hint: words.whyHint },
      seenNumber('version'),
    ],
  };
}
