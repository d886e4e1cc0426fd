import type { RecordObstacleRequest } from './obstacle.ts';
import type { AskedAbout, ObstacleAbout } from './obstacle-facts.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import type { Ports } from '../kernel/ports.ts';
import type { Aggregate } from '../project/project.ts';
import { refOf, type Actor } from '../kernel/actor.ts';
import { raiseObstacle as raised } from './change-obstacle.ts';
import { inProject } from './obstacle-home.ts';
import { fail, type Result } from '../kernel/result.ts';
import { hasRole, rules } from '../project/permissions.ts';
import { changeProject, type ChangePorts } from '../project/change-project.ts';
import { wordsOf } from '../letter/words-of.ts';

export interface RaiseObstacle {
  readonly projectId: string;
  readonly actor: Actor;
  readonly now: number;
  readonly request: RecordObstacleRequest;
}

/** `headquarters`: where an obstacle can stand against an instruction. */
type RaisePorts = ChangePorts & { readonly headquarters?: Ports['headquarters'] };

/** With the name that a party or an instruction has now; undefined for one that the zone does not have. */
export async function namedAbout(
  { headquarters }: Pick<RaisePorts, 'headquarters'>,
  { zone: { zoneId }, parties }: ZoneContext,
  about: AskedAbout,
): Promise<ObstacleAbout | undefined> {
  if (about.kind === 'party') {
    const names = parties.find(({ partyId }) => partyId === about.partyId)?.names;
    return names && { ...about, names };
  }
  if (about.kind !== 'instruction') return about;
  const found = (await headquarters?.load({ headquartersId: zoneId }))?.instructions.find(
    ({ instructionId }) => instructionId === about.instructionId,
  );
  return found && { ...about, number: found.number, meetingOn: found.meetingOn };
}

/** Sent twice it is one. Fails with `not-found`, `forbidden`, `not-allowed` (ended, unconfirmed, full), `invalid`. */
export const raiseObstacle = (
  ports: RaisePorts,
  { projectId, actor, now, request }: RaiseObstacle,
): Promise<Result<Aggregate>> =>
  changeProject(ports, { projectId, actor, now }, async (aggregate, context) => {
    const { project, obstacles } = aggregate;
    if (!hasRole(actor, project, 'raise-obstacle') || (request.due !== undefined && actor.kind !== 'staff'))
      return fail({ kind: 'forbidden' });
    if (!rules['raise-obstacle'].when(project)) {
      return fail({ kind: 'not-allowed', action: 'raise-obstacle', because: project.ending ?? 'unconfirmed' });
    }
    const about = await namedAbout(ports, context, request.about);
    if (about === undefined) return fail({ kind: 'invalid', issues: [{ path: 'about', code: 'invalid_value' }] });
    const open = obstacles.filter(({ state }) => state === 'open');
    const words = await wordsOf(
      ports,
      projectId,
      open.flatMap(({ said }) => said.slice(0, 1)),
    );
    return raised(inProject(aggregate, context), context, { ...request, about, by: refOf(actor, project) }, words);
  });
