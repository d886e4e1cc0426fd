import type { AgendaItem, AgendaSection } from './agenda.ts';
import { memberName, type Instruction } from './headquarters.ts';

/** An item of the agenda by what it is about: what others record meanwhile moves no page. */
export interface HallItem {
  readonly key: string;
  readonly section: AgendaSection['section'];
  readonly item: AgendaItem;
}

export const hallItems = (sections: readonly AgendaSection[]): readonly HallItem[] =>
  sections.flatMap(({ section, items }) =>
    items.map((item) => {
      const { projectId, assignmentId, obstacleId, instructionId, moratoriumId, lineId, stage } = item;
      const about =
        instructionId ?? moratoriumId ?? lineId ?? obstacleId ?? assignmentId ?? `${projectId ?? ''}.${stage ?? ''}`;
      return { key: `${section}.${about}`, section, item };
    }),
  );

/** Instructions told of in the hall: more is read in the register. */
const mostBefore = 3;

/** What was instructed before about an item, latest first: itself, that of its project, else that of whoever holds it and of no project. */
export function instructedBefore(instructions: readonly Instruction[], item: AgendaItem): readonly Instruction[] {
  const { instructionId, projectId, holder } = item;
  const isAbout = (one: Instruction): boolean => {
    if (instructionId !== undefined) return one.instructionId === instructionId;
    if (projectId !== undefined) return one.project?.projectId === projectId;
    return one.project === undefined && [holder, `party:${holder}`].includes(memberName(one.responsible));
  };
  return instructions
    .filter(isAbout)
    .toSorted((a, b) => b.number - a.number)
    .slice(0, mostBefore);
}
