import * as z from 'zod/mini';
import { DateText, Instant, paragraph } from '../kernel/common.ts';
import { ActorRef, Holder } from '../project/event.ts';
import { PersonName } from '../road-map/road-map-facts.ts';
import { AskedAbout, ObstacleAbout, ObstacleId, OutsideBody, ReportedAbout, Rung } from './obstacle-facts.ts';

/** Words that somebody said of an obstacle; the text lies beside the log under `noteId`, where it can be erased. */
export const Said = z.object({
  noteId: z.string(),
  as: z.enum(['report', 'hand-over', 'answer', 'referral', 'referral-answer', 'resolution']),
  at: Instant,
  by: ActorRef,
});
export type Said = z.infer<typeof Said>;

/** Given to a body outside, and its answer. */
export const Referral = z.object({ to: OutsideBody, on: DateText, answeredOn: z.optional(DateText) });

/** What stands in a project's way: with somebody all the time, open until it is resolved or the project ends. */
export const Obstacle = z.object({
  obstacleId: ObstacleId,
  about: ObstacleAbout,
  owner: Holder,
  /** Who of its owner's people answers for it. */
  person: z.optional(PersonName),
  ownedSince: Instant,
  /** Until when it is to be removed, as the office has said; none where nobody has. */
  due: z.optional(DateText),
  /** closed: the project ended before it was resolved. */
  state: z.enum(['open', 'resolved', 'closed']),
  /** In order; at most one to a body is not answered. */
  referrals: z.optional(z.array(Referral)),
  /** The last to hear that its day has gone by, and when. */
  told: z.optional(z.object({ rung: Rung, on: DateText })),
  raisedBy: ActorRef,
  raisedAt: Instant,
  resolvedAt: z.optional(Instant),
  /** In order; the report is the first. */
  said: z.array(Said),
});
export type Obstacle = z.infer<typeof Obstacle>;

const words = paragraph(2000);

/** Until when it is to be removed: the office's to say. Left out, what was said before holds. */
const due = z.optional(DateText);

export const RaiseObstacleRequest = z.object({ about: ReportedAbout, words });
export type RaiseObstacleRequest = z.infer<typeof RaiseObstacleRequest>;

export const RecordObstacleRequest = z.extend(RaiseObstacleRequest, { about: AskedAbout, due });
export type RecordObstacleRequest = z.infer<typeof RecordObstacleRequest>;

export const HandOverObstacleRequest = z.object({
  to: Holder,
  /** Of the staff, of the party or of the investor, as the holder is. */
  person: z.optional(PersonName),
  words: z.optional(words),
  due,
});
export type HandOverObstacleRequest = z.infer<typeof HandOverObstacleRequest>;

export const AnswerObstacleRequest = z.object({ words });
export type AnswerObstacleRequest = z.infer<typeof AnswerObstacleRequest>;

export const OfficeAnswerRequest = z.extend(AnswerObstacleRequest, { due });
export type OfficeAnswerRequest = z.infer<typeof OfficeAnswerRequest>;

export const ResolveObstacleRequest = z.object({ words });
export type ResolveObstacleRequest = z.infer<typeof ResolveObstacleRequest>;

/** `on`: when it was sent. */
export const ReferObstacleRequest = z.object({ body: OutsideBody, on: DateText, words });
export type ReferObstacleRequest = z.infer<typeof ReferObstacleRequest>;

/** The body's answer, its day and what it says. */
export const ReferralAnswerRequest = z.object({ body: OutsideBody, on: DateText, words });
export type ReferralAnswerRequest = z.infer<typeof ReferralAnswerRequest>;

/** Whatever is done about an obstacle, by its name. */
export const ActOnObstacleRequest = z.discriminatedUnion('action', [
  z.extend(HandOverObstacleRequest, { action: z.literal('hand-over') }),
  z.extend(OfficeAnswerRequest, { action: z.literal('answer') }),
  z.extend(ReferObstacleRequest, { action: z.literal('refer') }),
  z.extend(ReferralAnswerRequest, { action: z.literal('referral-answer') }),
  z.extend(ResolveObstacleRequest, { action: z.literal('resolve') }),
]);
export type ActOnObstacleRequest = z.infer<typeof ActOnObstacleRequest>;
