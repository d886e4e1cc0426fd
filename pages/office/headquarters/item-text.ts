import type { AgendaItem } from '#core/headquarters/agenda.ts';
import { dayText } from '#core/headquarters/agenda-text.ts';
import { zoneNameIn } from '#core/headquarters/remit.ts';
import { memberOf } from '#core/headquarters/headquarters.ts';
import { capital } from '#core/texts/capital.ts';
import { countText, textsOf } from '#core/texts/index.ts';
import type { Frame } from '../../frame.ts';
import { holderOfLine } from '../work-list/work-table.tsx';
import { memberText, type HeadquartersProps } from './sheet.ts';

/** Who holds an item of the agenda, by name. */
export function holderText(props: HeadquartersProps, { holder }: AgendaItem): string {
  const { language } = props.frame;
  const member = memberOf(holder);
  if (member) return memberText(props, member);
  if (holder === 'head') return textsOf(language).roles.head;
  return capital(
    language,
    holderOfLine(props.frame, { parties: props.view.contexts.flatMap(({ parties }) => parties) }, { who: holder }),
  );
}

/** In which of several zones it is. */
export const itemZone = (
  { frame, view }: HeadquartersProps,
  { zoneId, instructionId }: AgendaItem,
): string | undefined => (instructionId === undefined ? zoneNameIn(frame.language, view, zoneId) : undefined);

/** Its day, and by how much it is late. */
export function dueText({ language, words }: Frame, item: AgendaItem): string {
  const day = dayText(language, item);
  if (day === undefined) return '–';
  return item.overdueDays === undefined ? day : `${day}, ${countText(language, words.lateBy, item.overdueDays)}`;
}
