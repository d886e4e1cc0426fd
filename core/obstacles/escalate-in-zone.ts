import type { Ports } from '../kernel/ports.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import { rungDue } from './change-obstacle.ts';
import { inZone, reported, type ZoneObstacle } from './zone-obstacle.ts';

/** Each rung hears of an obstacle of the zone once, as of one of a project. Gives what is open, as it is after that. */
export const escalateInZone = (
  { zoneObstacles }: Pick<Ports, 'zoneObstacles'>,
  context: ZoneContext,
): Promise<readonly ZoneObstacle[]> =>
  Promise.all(
    context.zoneObstacles.map(async (known) => {
      const { zoneId, obstacle } = known;
      const rung = rungDue(context, obstacle);
      const before = rung && (await zoneObstacles.find(zoneId, obstacle.obstacleId));
      if (rung === undefined || before === undefined || rungDue(context, before.obstacle) !== rung) return known;
      const change = inZone(context, [before], before).begin({ kind: 'system' });
      change.emit({ type: 'obstacle-escalated', obstacleId: obstacle.obstacleId, rung, on: today(context) });
      // Somebody has changed it at this moment: tomorrow it is looked at again.
      const after = change.change();
      return (await zoneObstacles.write(after)) === 'written' ? reported(after) : known;
    }),
  );
