import * as z from 'zod/mini';
import { DateText, Instant, paragraph } from '../kernel/common.ts';
import { ActorRef, Holder } from '../project/event.ts';
import { ObstacleAbout, ObstacleId } from './obstacle-facts.ts';

/** Words that somebody said of an obstacle; the text lies beside the log under `noteId`, where it can be erased. */
export const Said = z.object({
  noteId: z.string(),
  as: z.enum(['report', 'hand-over', 'answer', 'resolution']),
  at: Instant,
  by: ActorRef,
});
export type Said = z.infer<typeof Said>;

/** What stands in a project's way: with somebody all the time, open until it is resolved or the project ends. */
export const Obstacle = z.object({
  obstacleId: ObstacleId,
  about: ObstacleAbout,
  owner: Holder,
  ownedSince: Instant,
  /** Until when it is to be removed, as the office has said; none where nobody has. */
  due: z.optional(DateText),
  /** closed: the project ended before it was resolved. */
  state: z.enum(['open', 'resolved', 'closed']),
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

export const RaiseObstacleRequest = z.object({ about: ObstacleAbout, words });
export type RaiseObstacleRequest = z.infer<typeof RaiseObstacleRequest>;

export const RecordObstacleRequest = z.extend(RaiseObstacleRequest, { due });
export type RecordObstacleRequest = z.infer<typeof RecordObstacleRequest>;

export const HandOverObstacleRequest = z.object({ to: Holder, words: z.optional(words), due });
export type HandOverObstacleRequest = z.infer<typeof HandOverObstacleRequest>;

export const AnswerObstacleRequest = z.object({ words });
export type AnswerObstacleRequest = z.infer<typeof AnswerObstacleRequest>;

export const OfficeAnswerRequest = z.extend(AnswerObstacleRequest, { due });
export type OfficeAnswerRequest = z.infer<typeof OfficeAnswerRequest>;

export const ResolveObstacleRequest = z.object({ words });
export type ResolveObstacleRequest = z.infer<typeof ResolveObstacleRequest>;
