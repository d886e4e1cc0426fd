import type { Ports } from '#core/kernel/ports.ts';
import { rolesAt } from '#core/kernel/actor.ts';
import { listDockets } from '#core/docket/list-dockets.ts';
import type { Zone } from '#core/reference/reference.ts';
import { fill, numberText } from '#core/texts/index.ts';
import { colleaguesOf } from '#core/work/view-colleagues.ts';
import { sheetFile } from '../../kit/sheet-file.ts';
import type { StaffVisit } from '../../kit/staff-page.ts';
import { problem, render, type Reply } from '../../kit/visit.ts';
import type { Sheet } from '../../kit/csv.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import type { Frame } from '../../frame.ts';
import { docketColumns, docketsPage, type ZoneDockets } from './page.tsx';

type DocketPorts = Pick<Ports, 'lists' | 'reference'>;

const pageSize = 50;
/** Pages of a list that one file holds. */
const mostPages = 20;

/** A page of a zone's dockets; for a file all of them, page after page. */
async function docketsOf(
  ports: DocketPorts,
  { actor, now }: StaffVisit,
  { zoneId, names }: Zone,
  { after, isWhole }: { readonly after: string | undefined; readonly isWhole: boolean },
): Promise<ZoneDockets> {
  const read = async (from: string | undefined) => {
    const found = await listDockets(ports, { zoneId, actor, now, page: { limit: pageSize, after: from } });
    return found.ok ? found.value : { entries: [] };
  };
  let page = await read(after);
  for (let turn = 1; isWhole && page.next !== undefined && turn < mostPages; turn += 1) {
    const more = await read(page.next);
    page = { ...more, entries: [...page.entries, ...more.entries] };
  }
  const people = await colleaguesOf(
    ports,
    zoneId,
    page.entries.flatMap(({ personId }) => personId ?? []),
  );
  return { zoneId, names, page, people };
}

const docketSheets = (frame: Frame, zones: readonly ZoneDockets[], reader: string): readonly Sheet[] =>
  zones.map(({ names, page, people }) => {
    const columns = docketColumns(frame, people, reader);
    return {
      name: names[frame.language],
      rows: [
        [regionTexts(frame.language).number, ...columns.map(({ text }) => text)],
        ...page.entries.map((line) => [line.number, ...columns.map(({ cell }) => cell(line))]),
        ...(page.next === undefined
          ? []
          : [[fill(frame.words.fileCut, { count: numberText(frame.language, page.entries.length) })]]),
      ],
    };
  });

/** Frozen land of a zone, or of all its reader's; `form`: as a file. A zone that is not theirs does not exist. */
export async function regionDockets(ports: DocketPorts, visit: StaffVisit): Promise<Reply> {
  const { query, actor, frame, now } = visit;
  const [zone, form] = [query.get('zone') ?? undefined, query.get('form')];
  const mine = (await ports.reference.zones()).filter(
    (one) => rolesAt(actor.memberships, one).length > 0 && (zone === undefined || one.zoneId === zone),
  );
  if (mine.length === 0) return problem({ kind: zone === undefined ? 'forbidden' : 'not-found' });
  const asked = { after: query.get('after') ?? undefined, isWhole: form !== null };
  const zones = await Promise.all(mine.map((one) => docketsOf(ports, visit, one, asked)));
  if (form === 'csv' || form === 'xlsx')
    return sheetFile(
      frame(),
      `frozen-land-${new Date(now).toISOString().slice(0, 10)}`,
      form,
      docketSheets(frame(), zones, actor.personId),
    );
  return render(docketsPage(frame(), zones, zone, actor.personId));
}
