import * as z from 'zod/mini';
import { DateText, Identifier, Utility } from '../kernel/common.ts';
import type { Project } from '../project/project.ts';
import type { ZoneLine } from '../reference/reference.ts';
import { StageName } from '../stages/decision.ts';
import { utilityUnits } from '../stages/need-of.ts';
import { stages } from '../stages/definition.ts';
import { stageIds, startOfConstruction, type StageId } from '../stages/stage-id.ts';
import { lineOf } from './line-of.ts';

/** What the office says that a project needs of a line of its zone: how much, in the unit of its kind, by when, and for which stage. */
export const LineNeed = z.object({
  lineId: Identifier,
  utility: Utility,
  capacity: z.number().check(z.positive(), z.maximum(10_000_000)),
  by: DateText,
  stage: StageName,
});
export type LineNeed = z.infer<typeof LineNeed>;

/** As it is said; `unit`: where it stands there, it is that of the line's kind. */
export const SayNeed = z.object({
  ...z.omit(LineNeed, { utility: true }).shape,
  unit: z.optional(z.enum([...new Set(Object.values(utilityUnits))])),
});
export type SayNeed = z.infer<typeof SayNeed>;

/** Body of `POST /api/projects/{projectId}/needs`: what is needed of a line, or that it is needed no longer. */
export const NeedRequest = z.union([SayNeed, z.object({ lineId: Identifier, remove: z.literal(true) })]);
export type NeedRequest = z.infer<typeof NeedRequest>;

/** The stage that waits for a line where nobody says for which it is needed. */
const stageOfInferred: StageId = stageIds.find((stage) => stages[stage].gate === 'zone-lines') ?? startOfConstruction;

type Needy = Pick<Project, 'projectId' | 'lines' | 'needs'>;

/** `said`: absent where it is inferred from the letter. `line`: absent where the zone says nothing of the kind. */
export interface NeededLine {
  readonly utility: Utility;
  readonly stage: StageId;
  readonly line?: ZoneLine | undefined;
  readonly said?: LineNeed | undefined;
}

/** The lines of its zone that a project needs: of a kind those that the office has said, else the one that follows from the letter. */
export function neededLines(
  lines: readonly ZoneLine[],
  { projectId, lines: kinds, needs = [] }: Needy,
): readonly NeededLine[] {
  const inferred = kinds
    .filter((utility) => !needs.some((one) => one.utility === utility))
    .map((utility): NeededLine => ({ utility, stage: stageOfInferred, line: lineOf(lines, utility, projectId) }));
  return [
    ...needs.map((said): NeededLine => ({
      utility: said.utility,
      stage: said.stage,
      line: lines.find(({ lineId }) => lineId === said.lineId) ?? lineOf(lines, said.utility, projectId),
      said,
    })),
    ...inferred,
  ];
}

/** Whether a change of a line of a kind (without an id: of what is reported of the kind) can be one of a project. */
export const dependsOn = (
  { needs = [], kinds }: { readonly needs?: readonly LineNeed[] | undefined; readonly kinds: readonly string[] },
  { utility, lineId }: { readonly utility: Utility; readonly lineId?: string | undefined },
): boolean => {
  const said = needs.filter((one) => one.utility === utility);
  if (said.length === 0) return kinds.includes(utility);
  return lineId === undefined || said.some((one) => one.lineId === lineId);
};
