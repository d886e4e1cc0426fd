import type { RaiseObstacleRequest } from './obstacle.ts';
import type { Aggregate } from '../project/project.ts';
import type { ObstacleView } from '../api/views.ts';
import { fail, type Result } from '../kernel/result.ts';
import { secondsLeft } from '../kernel/window.ts';
import type { Ports } from '../kernel/ports.ts';
import { actOnObstacle, type ObstacleRequest } from './act-on-obstacle.ts';
import { openToAct, type ByLink, type LinkPorts, type Opened } from '../links/act-by-link.ts';
import { raiseObstacle } from './raise-obstacle.ts';
import { viewObstacle } from './view-obstacle.ts';

export type ObstacleLinkPorts = LinkPorts & Pick<Ports, 'limits' | 'ids'>;

/** What may be written about the obstacles of one project by its links in a day: each goes out as an email. */
export const linkLimit = { count: 20, seconds: 86_400 } as const;

type OfObstacle = ByLink & { readonly obstacleId: string };

/** Seconds to wait for somebody who writes too much; the same words once more cost nothing. */
async function tooMany(
  { limits, ids }: ObstacleLinkPorts,
  { target: { projectId } }: Opened,
  thing: unknown,
  now: number,
): Promise<number | undefined> {
  const allowed = await limits.allow(`obstacle-${projectId}`, ids.hash(JSON.stringify(thing)), linkLimit, now);
  return allowed ? undefined : secondsLeft(now, linkLimit.seconds);
}

async function limited(
  ports: ObstacleLinkPorts,
  command: ByLink,
  thing: unknown,
  act: (opened: Opened) => Promise<Result<Aggregate>>,
): Promise<Result<Aggregate>> {
  const opened = await openToAct(ports, command);
  if (!opened.ok) return opened;
  const retryAfterSeconds = await tooMany(ports, opened.value, thing, command.now);
  return retryAfterSeconds === undefined ? act(opened.value) : fail({ kind: 'too-many', retryAfterSeconds });
}

/** The investor reports an obstacle. A party's link has no right to (`forbidden`). */
export const raiseObstacleByLink = (
  ports: ObstacleLinkPorts,
  { request, ...by }: ByLink & { readonly request: RaiseObstacleRequest },
): Promise<Result<Aggregate>> =>
  limited(ports, by, request, ({ actor, target: { projectId } }) =>
    raiseObstacle(ports, { projectId, actor, now: by.now, request }),
  );

/** The investor or the party that has it answers an obstacle; the investor resolves their own. */
export const actOnObstacleByLink = (
  ports: ObstacleLinkPorts,
  { request, obstacleId, ...by }: OfObstacle & { readonly request: ObstacleRequest },
): Promise<Result<Aggregate>> =>
  limited(ports, by, [obstacleId, request], ({ actor, target: { projectId } }) =>
    actOnObstacle(ports, { projectId, obstacleId, actor, now: by.now, request }),
  );

export async function viewObstacleByLink(
  ports: LinkPorts,
  { obstacleId, ...by }: OfObstacle,
): Promise<Result<ObstacleView>> {
  const opened = await openToAct(ports, by);
  if (!opened.ok) return opened;
  const {
    actor,
    target: { projectId },
  } = opened.value;
  return viewObstacle(ports, { projectId, obstacleId, actor, now: by.now });
}
