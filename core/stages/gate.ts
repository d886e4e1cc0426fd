import type { Aggregate } from '../project/project.ts';
import type { ZoneLine } from '../reference/reference.ts';
import type { Missing } from '../kernel/result.ts';
import { addMonths, type LocalDate } from '../calendar/local-date.ts';
import { DateText } from '../kernel/common.ts';
import { neededLines } from '../lines/need.ts';
import { stages } from './definition.ts';
import { isLacking, neededDocuments } from '../documents/needed-documents.ts';
import { isSettled, needsOf } from '../project/standing.ts';

const hasDate = (line: ZoneLine | undefined): boolean => line !== undefined && line.report.state !== 'not-ready';

/** The letter is looked at with its signature: one that is still being scanned does not count yet. */
function unsigned({ project, documents }: Aggregate): readonly Missing[] {
  if (stages[project.stage].gate !== 'signature' || project.signed) return [];
  const waits = documents.some(({ kind, state }) => kind === 'signed-letter' && state === 'waiting');
  return [{ what: waits ? 'being-scanned' : 'signed-letter', name: 'signed-letter' }];
}

/** What goes to the council with the application is there as a file that counts, or lies with the office on paper; a tick proves nothing. */
export function missingDocuments(aggregate: Aggregate): readonly Missing[] {
  if (stages[aggregate.project.stage].gate !== 'documents') return [];
  return neededDocuments(aggregate).flatMap((one): Missing[] => {
    if (isLacking(one)) return [{ what: 'document', name: one.kind }];
    return one.state === 'waiting' ? [{ what: 'being-scanned', name: one.kind }] : [];
  });
}

/** What was approved too long ago, by the law in force on the day on which the gate is asked. */
function outdated({ project, assignments }: Aggregate, on: LocalDate | undefined): readonly Missing[] {
  const { stale } = stages[project.stage];
  if (stale === undefined || on === undefined || project.country !== stale.country || on < stale.from) return [];
  const last = assignments.findLast(({ kind, answer }) => kind === stale.kind && answer?.outcome === 'done');
  const day = DateText.safeParse(last?.answer?.facts[stale.fact]);
  return day.success && addMonths(day.data, stale.months) < on ? [{ what: 'outdated', name: stale.kind }] : [];
}

/** Empty when the gate is open. `lines`: the zone's; those that the stage needs are to be ready or to have a committed date. `on`: absent where the day is not asked about. */
export function missing(aggregate: Aggregate, lines: readonly ZoneLine[], on?: LocalDate): readonly Missing[] {
  const { project } = aggregate;
  const unanswered = needsOf(project, project.stage)
    .filter((need) => !isSettled(aggregate, need))
    .map(({ kind, line }): Missing => (line ? { what: 'line', name: line } : { what: 'assignment', name: kind }));
  const undated = neededLines(lines, project).filter(({ stage, line }) => stage === project.stage && !hasDate(line));
  const notReady = [...new Set(undated.map(({ utility }) => utility))].map((name): Missing => ({
    what: 'line-readiness',
    name,
  }));
  return [
    ...unsigned(aggregate),
    ...missingDocuments(aggregate),
    ...unanswered,
    ...notReady,
    ...outdated(aggregate, on),
  ];
}
