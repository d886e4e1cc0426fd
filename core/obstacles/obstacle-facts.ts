import * as z from 'zod/mini';
import { DateText, Identifier, Utility } from '../kernel/common.ts';
import { Names } from '../reference/reference.ts';
import { StageName } from '../stages/decision.ts';

/** Of one project: 'o' and the number of the event that raised it. Of a whole zone: 'z' and a running number. */
export const ObstacleId = z.string().check(z.regex(/^[oz]\d{1,6}$/));

const stage = z.object({ kind: z.literal('stage'), stage: StageName });
const line = z.object({ kind: z.literal('line'), line: Utility });
const party = z.object({ kind: z.literal('party'), partyId: Identifier });
const instruction = z.object({ kind: z.literal('instruction'), instructionId: Identifier });

/** What an investor can name. */
export const ReportedAbout = z.discriminatedUnion('kind', [stage, line]);
export const AskedAbout = z.discriminatedUnion('kind', [stage, line, party, instruction]);
export type AskedAbout = z.infer<typeof AskedAbout>;

/** A party and an instruction as they were called when it was raised. */
export const ObstacleAbout = z.discriminatedUnion('kind', [
  stage,
  line,
  z.extend(party, { names: Names }),
  z.extend(instruction, { number: z.int(), meetingOn: DateText }),
]);
export type ObstacleAbout = z.infer<typeof ObstacleAbout>;

/** Outside the office and its headquarters. Stored: for ever. */
export const outsideBodies = ['ombudsman', 'prosecutor', 'regulator'] as const;
export const OutsideBody = z.enum(outsideBodies);
export type OutsideBody = z.infer<typeof OutsideBody>;

/** Who hears of an obstacle past its day, in order. Stored: for ever. */
export const rungs = ['head', 'headquarters', 'leadership'] as const;
export const Rung = z.enum(rungs);
export type Rung = z.infer<typeof Rung>;
