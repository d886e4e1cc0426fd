import type { ActorRef } from './event.ts';
import type { ReasonCode } from '../stages/decision.ts';
import type { Aggregate } from './project.ts';
import { changeBuilder, type Change } from './change-builder.ts';
import type { ZoneContext } from './zone-context.ts';
import { closeOpen } from '../stages/decide-stage.ts';

export interface EndCommand {
  readonly as: 'withdrawn' | 'terminated';
  readonly by: ActorRef;
  readonly reasonCode: ReasonCode;
  readonly reason?: string | undefined;
}

export function end(aggregate: Aggregate, context: ZoneContext, { as, by, reasonCode, reason }: EndCommand): Change {
  const change = changeBuilder(aggregate, context.now, by);
  const note = reason === undefined ? {} : { noteId: change.note(reason) };
  closeOpen(change, 'ended');
  change.emit({ type: 'ended', as, reasonCode, ...note });
  return change.change();
}
