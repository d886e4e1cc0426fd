import * as z from 'zod/mini';
import { DateText, paragraph } from '../kernel/common.ts';
import { StageName } from '../stages/decision.ts';

/** A stage, or what is asked in it: `contract-and-land`, `contract-and-land.plot`, `technical-conditions.technical-condition.power`. Stored: for ever. */
export const RowName = z.string().check(z.regex(/^[a-z-]{1,40}(\.[a-z-]{1,40}){0,2}$/));

/** `staff:` and a person's id; `party:`, a party's id and the mark of one of its addresses; `investor`: the contact, with a number a colleague of theirs. Never a name or an address. */
export const PersonName = z
  .string()
  .check(z.regex(/^(staff:.{1,128}|party:[a-z0-9-]{1,64}:[0-9a-f]{12}|investor(:\d{1,6})?)$/));

/** `office`, `investor`, or `party:` and its id. */
const HolderName = z.string().check(z.regex(/^(office|investor|party:[a-z0-9-]{1,64})$/));

const Pair = z.object({ person: z.optional(PersonName), deputy: z.optional(PersonName) });
export type Pair = z.infer<typeof Pair>;

const Entry = z.object({ ...Pair.shape, target: z.optional(DateText) });
export type Entry = z.infer<typeof Entry>;

/** What is typed of a road map until it is approved: who answers for all that somebody holds, and of a row what differs. */
export const Filled = z.object({ holders: z.record(HolderName, Pair), rows: z.record(RowName, Entry) });
export type Filled = z.infer<typeof Filled>;

/** A row as it was approved. */
export const FrozenRow = z.object({ row: RowName, date: z.optional(DateText), ...Pair.shape });
export type FrozenRow = z.infer<typeof FrozenRow>;

/** Why an approved road map is changed. Stored: for ever. */
export const changeReasons = [
  'supplier-late',
  'designer-late',
  'investor-asked',
  'permit-late',
  'financing',
  'weather',
  'law-changed',
  'person-changed',
  'mistake',
  'other',
] as const;
const ChangeReason = z.enum(changeReasons);
export type ChangeReason = z.infer<typeof ChangeReason>;

/** The stages' own dates, as the project keeps them, and with an approval by a person all rows and their hash. */
export const roadMapEvents = [
  z.object({ type: z.literal('road-map-filled'), filled: Filled }),
  /** Without a hash: it was made, when the letter was accepted. */
  z.object({
    type: z.literal('road-map-approved'),
    baseline: z.partialRecord(StageName, DateText),
    hash: z.optional(z.string()),
    rows: z.optional(z.array(FrozenRow)),
  }),
  /** Of one row; somebody above says yes or no. */
  z.object({
    type: z.literal('road-map-change-asked'),
    row: RowName,
    ...Entry.shape,
    reason: ChangeReason,
    noteId: z.string(),
  }),
  /** `change`: the sequence of the event that asked for it. */
  z.object({
    type: z.literal('road-map-change-answered'),
    change: z.int(),
    accepted: z.boolean(),
    noteId: z.optional(z.string()),
  }),
] as const;

/** What a project keeps of its own road map once somebody has approved it: lists read no log. `asked`: changes that wait for somebody above. */
export const ApprovedRoadMap = z.object({ at: z.int(), hash: z.string(), asked: z.array(z.int()) });

/** Body of `POST /api/projects/{projectId}/road-map/approve`. `version` of the project seen: another is a conflict. */
export const ApproveRequest = z.object({ version: z.optional(z.int()) });

export const RoadMapRequest = z.discriminatedUnion('act', [
  z.object({ act: z.literal('fill'), filled: Filled, version: z.optional(z.int()) }),
  z.object({ act: z.literal('approve'), version: z.optional(z.int()) }),
  z.object({ act: z.literal('change'), row: RowName, ...Entry.shape, reason: ChangeReason, words: paragraph(2000) }),
  z.object({ act: z.literal('answer'), change: z.int(), accepted: z.boolean(), words: z.optional(paragraph(2000)) }),
]);
export type RoadMapRequest = z.infer<typeof RoadMapRequest>;
