import { deskTexts } from '#core/texts/areas/desk.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { inOrderOf } from '#core/texts/in-order.ts';
import { sectorTexts } from '#core/texts/areas/sectors.ts';
import { viewZone } from '#core/reference/view-zone.ts';
import { listWork, type WorkListLine, type WorkPorts } from '#core/work/list-work.ts';
import { mostPicked } from '#core/work/handle-many.ts';
import type { Frame } from '../../frame.ts';
import type { Cell } from '../../kit/csv.ts';
import { sheetFile, type SheetForm } from '../../kit/sheet-file.ts';
import type { StaffHandler } from '../../kit/staff-page.ts';
import { problem } from '../../kit/visit.ts';
import { workerName, type Office } from '../worker-name.ts';
import { askedIn, workQueryOf } from './list-query.ts';
import { holderOfLine, markTexts, taskText, type HolderNames } from './work-table.tsx';

function rowsOf(
  frame: Frame,
  zone: HolderNames,
  office: Office,
  lines: readonly WorkListLine[],
): readonly (readonly Cell[])[] {
  const { language } = frame;
  const { columns, marks } = deskTexts(language);
  const { project } = officeTexts(language);
  return [
    [
      columns.company,
      columns.number,
      columns.stage,
      project.sector,
      columns.worth,
      frame.words.currency,
      project.jobs,
      columns.received,
      columns.due,
      project.heldBy,
      columns.worker,
      marks,
    ],
    ...lines.map((line): readonly Cell[] => [
      line.company,
      line.number,
      taskText(frame, line),
      sectorTexts(language)[line.sector],
      line.worth.amountMinor / 100,
      line.worth.currency,
      line.jobs,
      { day: line.received },
      { day: line.due },
      holderOfLine(frame, zone, line),
      line.assignee === undefined ? '' : workerName(frame, office, line.assignee),
      markTexts(frame, line).join('; '),
    ]),
  ];
}

/** The rows of a list that were ticked, or all of them, as a file: what the list says, whatever page it stood on. */
export const workFile =
  (ports: WorkPorts, form: SheetForm): StaffHandler =>
  async ({ query, actor, now, frame }) => {
    const picked = new Set(query.getAll('pick').slice(0, mostPicked));
    const asked = askedIn(new URLSearchParams([...query].filter(([name]) => name !== 'pick')));
    if (asked?.zone === undefined || asked.filter.by !== 'tasks') return problem({ kind: 'not-found' });
    const { language } = frame();
    const zone = await viewZone(ports, { zoneId: asked.zone, actor, now });
    if (!zone.ok) return problem(zone.failure);
    const work = await listWork(ports, {
      zoneId: asked.zone,
      actor,
      now,
      after: asked.after,
      query: workQueryOf(asked.filter, actor.personId),
      order: asked.filter.order,
      compare: inOrderOf(language),
    });
    if (!work.ok) return problem(work.failure);
    const { lines, colleagues } = work.value;
    const chosen = picked.size === 0 ? lines : lines.filter(({ assignmentId }) => picked.has(assignmentId));
    const rows = rowsOf(frame(), zone.value, { reader: actor.personId, colleagues }, chosen);
    return sheetFile(frame(), `work-${asked.zone}-${zone.value.today}`, form, [
      { name: officeTexts(language).list.title, rows },
    ]);
  };
