import type { Language } from '../kernel/common.ts';
import { aboutName, assignmentName } from '../notices/names.ts';
import { stageIndex } from '../stages/stage-id.ts';
import { capital } from '../texts/capital.ts';
import { fill, numberText, shortDateText, textsOf } from '../texts/index.ts';
import { shortMoneyText } from '../texts/money.ts';
import { deskTexts } from '../texts/areas/desk.ts';
import { docketTexts } from '../texts/areas/docket.ts';
import { headquartersTexts } from '../texts/areas/headquarters.ts';
import { lineTexts } from '../texts/areas/lines.ts';
import type { AgendaItem } from './agenda.ts';

/** What is to be spoken of, in words. @param holder who holds it, by name */
export function matterText(language: Language, item: AgendaItem, holder: string): string {
  const {
    instructionId,
    moratoriumId,
    text,
    obstacle,
    docket,
    lineId,
    names,
    unspent,
    year,
    waiting,
    stage,
    assignment,
    line,
  } = item;
  const texts = textsOf(language);
  if (instructionId !== undefined) return text ?? '';
  if (moratoriumId !== undefined && line) return `${capital(language, texts.utilities[line])}: ${text ?? ''}`;
  if (obstacle) return capital(language, aboutName(texts, obstacle, language));
  if (docket) return docketTexts(language).steps[docket];
  if (lineId !== undefined && names) {
    const told = unspent
      ? fill(lineTexts(language).unspentText, {
          amount: shortMoneyText(language, unspent),
          year: String(year),
          party: holder,
          count: numberText(language, waiting ?? 0),
        })
      : undefined;
    return [names[language], ...(told === undefined ? [] : [told])].join(' · ');
  }
  if (stage === undefined) return texts.phases.suspended;
  if (assignment === undefined) return texts.stages[stage];
  const asked =
    assignment === 'office-decision'
      ? fill(deskTexts(language).decision, { stage: texts.stages[stage] })
      : capital(language, assignmentName(texts, assignment, line));
  return `${String(stageIndex(stage) + 1)} · ${asked}`;
}

/** Its day; where it was another day before, that one too. */
export const dayText = (language: Language, { due, from }: Pick<AgendaItem, 'due' | 'from'>): string | undefined =>
  due === undefined
    ? undefined
    : from === undefined
      ? shortDateText(language, due)
      : fill(headquartersTexts(language).moved, {
          due: shortDateText(language, due),
          from: shortDateText(language, from),
        });
