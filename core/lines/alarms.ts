import type { Ports } from '../kernel/ports.ts';
import { quarterOf } from '../figures/figures.ts';
import type { UnspentItem } from '../notices/outbox.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { yearOf } from '../calendar/local-date.ts';
import { unspentOf } from './absorption.ts';
import type { Line } from './line.ts';
import { needing, waitingFor } from './waiting.ts';

/** Whether it was told in this quarter, on an earlier day: the same day tells the same again. */
const isTold = ({ alarmed }: Line, on: string): boolean =>
  alarmed !== undefined && alarmed !== on && quarterOf(alarmed) === quarterOf(on);

/** Lines of a zone whose money of this year will stay unspent, and of which that was not told in this quarter. */
export async function newlyUnspent(
  ports: Pick<Ports, 'lines' | 'lists'>,
  context: ZoneContext,
): Promise<readonly UnspentItem[]> {
  const on = today(context);
  const { zoneId } = context.zone;
  const ids = context.lines.flatMap(({ lineId }) => lineId ?? []);
  if (ids.length === 0) return [];
  const found = (await ports.lines.all(ids)).flatMap((line) => {
    const money = line.money.find(({ year }) => year === yearOf(on));
    const unspent = isTold(line, on) ? undefined : unspentOf(context.calendar, money, on);
    return unspent ? [{ line, unspent }] : [];
  });
  if (found.length === 0) return [];
  const work = await needing(ports, zoneId, ({ row }) => row.needs !== undefined);
  return found.map(({ line, unspent: { year, amount, currency } }) => ({
    zoneId,
    lineId: line.lineId,
    year,
    unspent: { amountMinor: amount, currency },
    projects: waitingFor(context, line, work).length,
  }));
}
