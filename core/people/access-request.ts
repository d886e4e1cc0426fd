import * as z from 'zod/mini';
import { DateText, Email, Instant, Language, nameLine, paragraph } from '../kernel/common.ts';
import { Scope, StaffRole } from '../reference/reference.ts';

/** What somebody who can sign in asks for. */
export const AccessAsked = z.object({
  ...Scope.shape,
  role: StaffRole,
  name: nameLine(200),
  language: Language,
  text: z.optional(paragraph(1000)),
});
export type AccessAsked = z.infer<typeof AccessAsked>;

/** Waits to be answered for thirty days; one of a person at a time. */
export const AccessRequest = z.object({
  requestId: z.string(),
  ...AccessAsked.shape,
  /** By whom the issuer knows them, and their address there, which it has verified. */
  subject: z.string(),
  email: Email,
  /** What the issuer lets them be. */
  groups: z.array(z.string()),
  /** When the session began in which they asked, in real time: a role that is given counts in it (docs/decisions/0046). */
  sessionSince: Instant,
  askedAt: Instant,
  refused: z.optional(z.object({ at: Instant, reason: z.string() })),
});
export type AccessRequest = z.infer<typeof AccessRequest>;

/** As those see it who can answer. */
export const AccessView = z.object({
  requests: z.array(z.omit(AccessRequest, { subject: true, sessionSince: true, refused: true })),
});

/** What is said to a request: another role or days than were asked for, or why not. */
export const AccessAnswer = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('give'), role: StaffRole, from: z.optional(DateText), until: z.optional(DateText) }),
  z.object({ answer: z.literal('refuse'), reason: paragraph(1000) }),
]);
export type AccessAnswer = z.infer<typeof AccessAnswer>;

/** Who signed in, as the issuer vouched for them. */
export interface Account {
  readonly subject: string;
  readonly email: string | undefined;
  readonly groups: readonly string[];
  /** Epoch ms of real time. */
  readonly since: number;
}

/** Thirty days, as somebody asked; afterwards it is gone. */
export const keptSeconds = 30 * 86_400;
export const isKept = ({ askedAt }: AccessRequest, now: number): boolean => now < askedAt + keptSeconds * 1000;

/** Whether it is still to be answered. */
export const waits = (request: AccessRequest, now: number): boolean =>
  request.refused === undefined && isKept(request, now);
