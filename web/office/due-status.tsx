import type { JSX } from 'preact';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { officeTexts } from '#core/texts/pages/office/index.ts';
import { Tag } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';

/** Until when, and that it is late. The day stays on one line. */
export const DueStatus = ({ frame: { language }, due, overdue }: { readonly frame: Frame; readonly due: string; readonly overdue: boolean }): JSX.Element => (
  <>{overdue && <><Tag colour="red">{textsOf(language).assignmentStates.overdue}</Tag> </>}{fill(officeTexts(language).list.due, { date: dateText(language, due) }).replaceAll(' ', '\u00a0')}</>
);
