import { dateText, fill } from '#core/texts/index.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import type { Frame } from '../frame.ts';

export const dueText = ({ language }: Pick<Frame, 'language'>, due: string): string =>
  fill(officeTexts(language).list.due, { date: dateText(language, due) });
