import { fail, type Result } from '../kernel/result.ts';
import { openToAct, type ByLink, type LinkPorts, type Opened } from '../links/act-by-link.ts';
import type { Aggregate } from '../project/project.ts';
import { climb } from './climb.ts';
import type { LadderRequest } from './ladder-facts.ts';
import { wholeLadder, type WholeLadder } from './view-ladder.ts';

/** The investor's alone: a party's link has no right to it (`forbidden`). */
async function ofInvestor<Value>(
  ports: LinkPorts,
  by: ByLink,
  act: (opened: Opened) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const opened = await openToAct(ports, by);
  if (!opened.ok) return opened;
  return opened.value.actor.kind === 'investor' ? act(opened.value) : fail({ kind: 'forbidden' });
}

export const ladderByLink = (ports: LinkPorts, by: ByLink): Promise<Result<WholeLadder>> =>
  ofInvestor(ports, by, ({ actor, target: { projectId } }) => wholeLadder(ports, { projectId, actor, now: by.now }));

export const climbByLink = (
  ports: LinkPorts,
  { request, ...by }: ByLink & { readonly request: LadderRequest },
): Promise<Result<Aggregate>> =>
  ofInvestor(ports, by, ({ actor, target: { projectId } }) => climb(ports, { projectId, actor, now: by.now, request }));
