import { localDateOf, type LocalDate } from '../calendar/local-date.ts';
import type { ProjectEvent } from '../project/event.ts';
import type { Aggregate } from '../project/project.ts';
import type { ZoneContext } from '../project/zone-context.ts';
import type { Names } from '../reference/reference.ts';
import type { StageId } from '../stages/stage-id.ts';
import { keptOf } from './kept.ts';
import { holderName } from './people.ts';
import { rowsOf } from './rows.ts';

/** An approved road map for somebody outside the office: of each stage its day and whose work it is, nobody's name. */
export interface RoadMapInShort {
  readonly approvedOn: LocalDate;
  readonly stages: readonly {
    readonly stage: StageId;
    readonly date?: LocalDate | undefined;
    readonly isDone: boolean;
    readonly holders: readonly { readonly kind: 'office' | 'investor' | 'party'; readonly names?: Names | undefined }[];
  }[];
}

/** Undefined until it is approved. @param events the log, oldest first */
export function roadMapInShort(
  aggregate: Aggregate,
  events: readonly ProjectEvent[],
  context: ZoneContext,
): RoadMapInShort | undefined {
  const { roadMap } = aggregate.project;
  if (roadMap === undefined) return undefined;
  const rows = rowsOf(aggregate, context, keptOf(events), []);
  return {
    approvedOn: localDateOf(roadMap.at, context.calendar.offsetMinutes),
    stages: rows
      .filter(({ kind }) => kind === undefined)
      .map(({ stage, state, actual, target, baseline }) => {
        const asked = rows.filter((one) => one.stage === stage && one.kind !== undefined);
        const holders = new Map(asked.map(({ holder }) => [holderName(holder), holder]));
        return {
          stage,
          date: state === 'done' ? (actual ?? baseline) : target,
          isDone: state === 'done',
          holders: (holders.size === 0 ? [{ kind: 'office' as const }] : [...holders.values()]).map((holder) => ({
            kind: holder.kind,
            names:
              holder.kind === 'party'
                ? context.parties.find(({ partyId }) => partyId === holder.partyId)?.names
                : undefined,
          })),
        };
      }),
  };
}
