import * as z from 'zod/mini';
import { Instant } from '../kernel/common.ts';
import { Scope } from '../reference/reference.ts';

export const auditKinds = [
  'person-added',
  'person-changed',
  'role-given',
  'role-ended',
  'deputy-set',
  'deputy-ended',
  'access-refused',
  'party-added',
  'party-changed',
  'party-ended',
  'zone-changed',
  'replies-changed',
  'notice-changed',
  'notice-restored',
  'forum-added',
  'forum-changed',
  'override-added',
  'override-removed',
  'duration-added',
  'duration-withdrawn',
  'asked-changed',
  'asked-withdrawn',
  'type-changed',
  'type-withdrawn',
] as const;

/** One fact before and after; a name or an address is told without its value. */
export const AuditChange = z.object({
  field: z.string(),
  before: z.optional(z.string()),
  after: z.optional(z.string()),
});
export type AuditChange = z.infer<typeof AuditChange>;

/** One entry of the trail of a place: who changed what, when. Ids and facts, nothing personal. */
export const AuditEntry = z.object({
  entryId: z.string(),
  at: Instant,
  ...Scope.shape,
  by: z.string(),
  what: z.enum(auditKinds),
  /** Id of the person, party or forum, the day, or the stage. */
  about: z.string(),
  changes: z.array(AuditChange),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
