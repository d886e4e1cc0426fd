import type { Aggregate, Assignment, Project } from './project.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { localDateOf, type LocalDate } from '../calendar/local-date.ts';

export const withProject = (aggregate: Aggregate, change: Partial<Project>): Aggregate => ({
  ...aggregate,
  project: { ...aggregate.project, ...change },
});

export const withAssignment = (
  aggregate: Aggregate,
  id: string,
  change: (assignment: Assignment) => Assignment,
): Aggregate => ({
  ...aggregate,
  assignments: aggregate.assignments.map((assignment) =>
    assignment.assignmentId === id ? change(assignment) : assignment,
  ),
});

export const dayOf = (project: Project, at: number): LocalDate =>
  localDateOf(at, calendarOf(project.country).offsetMinutes);

/** The day on which the investor was first asked to confirm the address that holds now. */
export const askedOn = (project: Project): LocalDate => project.asked?.on ?? dayOf(project, project.submittedAt);
