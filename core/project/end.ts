import type { ActorRef } from './event.ts';
import type { ReasonCode } from '../stages/decision.ts';
import type { Aggregate } from './project.ts';
import { changeBuilder, type Change, type ChangeBuilder } from './change-builder.ts';
import type { ZoneContext } from './zone-context.ts';
import { closeOpen } from '../stages/decide-stage.ts';

interface Ending {
  readonly as: 'withdrawn' | 'terminated';
  readonly reasonCode: ReasonCode;
  readonly reason?: string | undefined;
}

export interface EndCommand extends Ending {
  readonly by: ActorRef;
}

/** Ends the project with what else a change brings. */
export function endIn(change: ChangeBuilder, { as, reasonCode, reason }: Ending): void {
  const note = reason === undefined ? {} : { noteId: change.note(reason) };
  closeOpen(change, 'ended');
  change.emit({ type: 'ended', as, reasonCode, ...note });
}

export function end(aggregate: Aggregate, context: ZoneContext, { by, ...ending }: EndCommand): Change {
  const change = changeBuilder(aggregate, context.now, by);
  endIn(change, ending);
  return change.change();
}
