import type { Utility } from '../kernel/common.ts';
import type { Ports } from '../kernel/ports.ts';
import { ok } from '../kernel/result.ts';
import { changeProject } from '../project/change-project.ts';
import { startMoves } from './move-starts.ts';
import { needing } from './waiting.ts';

/** Takes a few round trips to the table a project. */
const atOnce = 8;

/** A line of a zone has another day now: only projects that need its kind are looked at, and only those change whose standing does. */
export async function moveStarts(
  ports: Pick<Ports, 'lists' | 'projects' | 'reference'>,
  { zoneId, utility }: { readonly zoneId: string; readonly utility: Utility },
  now: number,
): Promise<void> {
  ports.reference.forget(zoneId);
  const waiting = await needing(ports, zoneId, ({ row }) => row.needs?.[utility] !== undefined);
  const ahead = waiting.values();
  const worker = async (): Promise<void> => {
    for (const { projectId } of ahead)
      await changeProject(ports, { projectId, now, actor: { kind: 'system' } }, (aggregate, context) =>
        ok(startMoves(aggregate, context)),
      );
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
