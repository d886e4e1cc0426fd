import type { Actor } from '#core/kernel/actor.ts';
import type { Result } from '#core/kernel/result.ts';
import { actOnObstacle } from '#core/obstacles/act-on-obstacle.ts';
import type { ChangePorts } from '#core/project/change-project.ts';
import { addNote } from '#core/work/office-notes.ts';
import { raiseObstacle } from '#core/obstacles/raise-obstacle.ts';
import type { DemoObstacle } from '#seeds/demo-obstacles.ts';

/** The officer of the demo; a membership of its own, because the real one is written only where it may sign in. */
export const officer = (zoneId: string): Actor => ({
  kind: 'staff',
  personId: 'demo-officer',
  memberships: [{ personId: 'demo-officer', scope: 'zone', scopeId: zoneId, role: 'officer' }],
});

export const head = (zoneId: string): Actor => ({
  kind: 'staff',
  personId: 'demo-head',
  memberships: [{ personId: 'demo-head', scope: 'zone', scopeId: zoneId, role: 'head' }],
});

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`Demo obstacle: ${result.failure.kind}`);
  return result.value;
}

export async function seedObstacle(
  ports: ChangePorts,
  projectId: string,
  { report, handOver, notes }: DemoObstacle,
  now: number,
): Promise<void> {
  // A start that was cut off begins seeding again.
  if ((await ports.projects.load(projectId))?.obstacles.length) return;
  const {
    project: { zoneId },
    obstacles,
  } = must(await raiseObstacle(ports, { projectId, actor: { kind: 'investor', projectId }, now, request: report }));
  const actor = officer(zoneId);
  const raised = obstacles[0];
  if (handOver && raised)
    must(
      await actOnObstacle(ports, {
        projectId,
        obstacleId: raised.obstacleId,
        actor,
        now,
        request: { action: 'hand-over', ...handOver },
      }),
    );
  for (const request of notes) must(await addNote(ports, { projectId, actor, now, request }));
}
