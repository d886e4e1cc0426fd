import * as z from 'zod/mini';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { DateText, Identifier, Language, line, Money } from '../kernel/common.ts';
import { cohortSteps } from './cohort.ts';
import type { Forum } from '../reference/reference.ts';

/** 'HH:MM' in zone time. */
export const TimeText = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

/** Where and when guests are met: so many tables, from when until when, how long. */
export const Hall = z.object({
  tables: z.int().check(z.minimum(1), z.maximum(200)),
  from: TimeText,
  until: TimeText,
  minutes: z.int().check(z.minimum(10), z.maximum(240)),
});
export type Hall = z.infer<typeof Hall>;

/** Its title is in the words of those who speak there. */
export const Session = z.object({
  on: DateText,
  from: TimeText,
  until: TimeText,
  hall: line(100),
  title: line(200),
  languages: z.array(Language).check(z.minLength(1), z.maxLength(5)),
});
export type Session = z.infer<typeof Session>;

/** What is to be done so many days before the forum: its day follows the forum's. */
const Task = z.object({
  taskId: Identifier,
  text: z.string(),
  daysBefore: z.int(),
  owner: z.string(),
  doneOn: z.optional(DateText),
});
export type Task = z.infer<typeof Task>;

/** A figure that somebody else gives of a step, from where, and of which day. It stands beside ours; neither corrects the other. */
export const Stated = z.object({
  step: z.enum(cohortSteps),
  count: z.int().check(z.nonnegative(), z.maximum(1_000_000)),
  jobs: z.optional(z.int().check(z.nonnegative(), z.maximum(10_000_000))),
  money: z.optional(Money),
  source: line(200),
  asOf: DateText,
});
export type Stated = z.infer<typeof Stated>;

/** Programme, tasks and tables of a forum. `version` counts changes. */
export const Plan = z.object({
  zoneId: Identifier,
  forumId: Identifier,
  hall: z.optional(Hall),
  sessions: z.array(z.extend(Session, { sessionId: Identifier })),
  tasks: z.array(Task),
  stated: z.optional(z.array(Stated)),
  version: z.int(),
});
export type Plan = z.infer<typeof Plan>;

export const noPlan = (zoneId: string, forumId: string): Plan => ({
  zoneId,
  forumId,
  sessions: [],
  tasks: [],
  version: 0,
});

/** At most of each (ours): a plan is one item. */
export const mostOfPlan = { sessions: 100, tasks: 200, stated: 100 } as const;

export const taskDue = ({ firstDay }: Pick<Forum, 'firstDay'>, { daysBefore }: Pick<Task, 'daysBefore'>): LocalDate =>
  addDays(firstDay, -daysBefore);

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** When a meeting can begin, on each day of the forum. */
export function timesOf({ from, until, minutes }: Hall): readonly string[] {
  const count = Math.floor((minutesOf(until) - minutesOf(from)) / minutes);
  return Array.from({ length: Math.max(0, count) }, (_, place) => timeOf(minutesOf(from) + place * minutes));
}

export function daysOf({ firstDay, lastDay }: Pick<Forum, 'firstDay' | 'lastDay'>): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = firstDay; day <= lastDay && days.length < 31; day = addDays(day, 1)) days.push(day);
  return days;
}

/** When a meeting ends that begins then. */
export const endOf = ({ minutes }: Hall, at: string): string => timeOf(minutesOf(at) + minutes);
