import type { Project } from '../project/project.ts';
import { yearOf } from '../calendar/local-date.ts';
import { isCounted } from '../figures/figures.ts';
import { apply } from '../project/apply.ts';
import type { Change } from '../project/change-builder.ts';

/** 'AQT-2025-0031': what the office's register calls a letter that counts. */
export const projectNumber = (code: string, year: number, running: number): string =>
  `${code}-${String(year)}-${String(running).padStart(4, '0')}`;

/** No vowels, so that no reference is a word; nothing that is taken for something else: no 0, 1, O, I, L. */
const letters = 'BCDFGHJKMNPQRSTVWXYZ';
const signs = `${letters}23456789`;
const length = 6;

/** 'AQT-2025-K7X3QD': a letter first, so no number; two may share one (1 in 340 million). @param digest ≥ 12 hex */
export function referenceOf(code: string, year: number, digest: string): string {
  let rest = Number.parseInt(digest.slice(0, 12), 16);
  const next = (from: string): string => {
    const sign = from.charAt(rest % from.length);
    rest = Math.floor(rest / from.length);
    return sign;
  };
  return `${code}-${String(year)}-${next(letters)}${Array.from({ length: length - 1 }, () => next(signs)).join('')}`;
}

export const isNumbered = ({ number, reference }: Pick<Project, 'number' | 'reference'>): boolean =>
  number !== reference;

/** The letter on paper lies with the office, or the office has brought it as a file: somebody we know has seen it. */
const isVouchedFor = ({ events }: Change): boolean =>
  events.some(
    ({ actor, body }) =>
      actor.kind === 'staff' &&
      ((body.type === 'original-held' && (body.kinds?.includes('signed-letter') ?? true)) ||
        (body.type === 'document-added' && body.kind === 'signed-letter')),
  );

/** Whether a change makes the letter count, so that its number is due. A file from somebody unknown proves nothing. */
export const isNumberDue = (change: Change): boolean =>
  !isNumbered(change.after.project) && (isCounted(change.after.project) || isVouchedFor(change));

/** The counter that a project's number is taken from: one each zone and year of receipt. */
export const serialOf = ({
  zoneId,
  receivedOn,
}: Pick<Project, 'zoneId' | 'receivedOn'>): { readonly zoneId: string; readonly year: number } => ({
  zoneId,
  year: yearOf(receivedOn),
});

/** The change with the number that follows `last`, the last one given. It holds only as long as that is still the last. */
export function withNumber(change: Change, code: string, last: number): Change {
  const { project } = change.after;
  const { year } = serialOf(project);
  const running = last + 1;
  const at = change.events.at(-1)?.at ?? project.submittedAt;
  const event = {
    projectId: project.projectId,
    sequence: project.version + 1,
    at,
    actor: { kind: 'system' as const },
    body: { type: 'number-given' as const, number: projectNumber(code, year, running) },
  };
  return { ...change, after: apply(change.after, event), events: [...change.events, event], running };
}
