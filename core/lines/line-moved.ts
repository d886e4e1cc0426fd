import type { LineMoved } from '../notices/outbox.ts';
import type { Ports } from '../kernel/ports.ts';
import { ok } from '../kernel/result.ts';
import { changeProject } from '../project/change-project.ts';
import { startMoves } from './move-starts.ts';
import { dependsOn } from './need.ts';
import { needing } from './waiting.ts';
import { kindsOf } from '../work/work-row.ts';

/** Takes a few round trips to the table a project. */
const atOnce = 8;

/** A line of a zone has another day now: only projects that can need it are looked at, and only those change whose standing does. */
export async function moveStarts(
  ports: Pick<Ports, 'lists' | 'projects' | 'reference'>,
  { zoneId, ...moved }: LineMoved,
  now: number,
): Promise<void> {
  ports.reference.forget(zoneId);
  const waiting = await needing(ports, zoneId, ({ row }) => dependsOn({ needs: row.said, kinds: kindsOf(row) }, moved));
  const ahead = waiting.values();
  const worker = async (): Promise<void> => {
    for (const { projectId } of ahead)
      await changeProject(ports, { projectId, now, actor: { kind: 'system' } }, (aggregate, context) =>
        ok(startMoves(aggregate, context)),
      );
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
