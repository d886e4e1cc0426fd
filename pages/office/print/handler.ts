import { seenDocuments } from '#core/documents/view-documents.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { ok } from '#core/kernel/result.ts';
import { viewHistory, type HistoryEntry } from '#core/project/view-history.ts';
import { listNotes } from '#core/work/office-notes.ts';
import { noteContactRead } from '#functions/http/contact-read.ts';
import { printedPage } from '#pages/office/print/page.tsx';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { problem, render, type Reply } from '../../kit/visit.ts';
import { peopleOf } from '../history/handler.ts';
import { viewInTime, type ViewPorts } from '../view-with-zone.ts';

/** Entries of the history on paper: more than a path of seven stages leaves; what is older is said to be on the site. */
const mostEntries = 200;
const mostNotes = 100;

/** Paper leaves the office: what it wrote for itself is not printed. */
const withoutInternal = (entry: HistoryEntry): HistoryEntry =>
  'event' in entry && entry.event.body.type === 'note-added' && !entry.event.body.shared
    ? { event: entry.event }
    : entry;

/** A project as one print, for all who see it: of each part what its reader may read. */
export const printed =
  (ports: ViewPorts & Pick<Ports, 'outbox' | 'fileRecords'>) =>
  async (visit: StaffVisit): Promise<Reply> => {
    const { actor, params, now, frame } = visit;
    const projectId = params['projectId'] ?? '';
    const [viewed, history, listed, seen] = await Promise.all([
      viewInTime(ports, visit, projectId),
      viewHistory(ports, { projectId, actor, limit: mostEntries }),
      listNotes(ports, { projectId, actor, page: { limit: mostNotes } }),
      seenDocuments(ports, { projectId, actor, now }),
    ]);
    if (!viewed.ok) return problem(viewed.failure);
    if (!history.ok) return problem(history.failure);
    const { view } = viewed.value;
    noteContactRead(actor, ok(view));
    const notes = listed.ok ? listed.value.entries.filter(({ shared }) => shared) : [];
    const people = await peopleOf(ports, view.zoneId, history.value.entries, [
      ...view.assignments.flatMap(({ answer }) => answer?.personId ?? []),
      ...(view.companion === undefined ? [] : [view.companion]),
      ...notes.flatMap(({ by }) => (by.kind === 'staff' ? [by.personId] : [])),
    ]);
    return render(
      printedPage({
        frame: frame(),
        ...viewed.value,
        history: { ...history.value, entries: history.value.entries.map(withoutInternal) },
        notes,
        documents: seen.ok ? seen.value.documents : [],
        people,
        now,
      }),
    );
  };
