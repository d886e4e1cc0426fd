import { localDateOf, type LocalDate } from '../calendar/local-date.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import type { Names } from '../reference/reference.ts';
import type { ProjectLine } from '../project/project-ports.ts';
import {
  expectedStart,
  lateReason,
  onItsWay,
  slackOf,
  type LateReason,
  type OnItsWay,
} from '../stages/expected-start.ts';
import type { WorkEntry } from '../work/desk-ports.ts';
import { askedBy, heldBy, type LateHolder } from './late-holders.ts';

/** A project of a list that was read out of the zone's open work. */
interface Named {
  readonly zoneId: string;
  readonly projectId: string;
  readonly number: string;
  readonly company: string;
}

/** An answer that is awaited, of a project that counts. Days are working days. */
export interface Waiting extends Named {
  readonly assignmentId: string;
  readonly holder: LateHolder;
  /** The party's own name. */
  readonly holderNames?: Names | undefined;
  readonly due: LocalDate;
  readonly isLate: boolean;
  readonly daysLate: number;
  readonly since: LocalDate;
  readonly daysHeld: number;
  /** The project waits for this holder; the office's own decision only when it waits for nobody else. */
  readonly isHolding: boolean;
}

/** A start that is behind its plan, as it stands now. `slips`: working days after the plan; `slack`: before the wanted day, below zero too late. */
export interface BehindStart extends Named {
  readonly planned: LocalDate;
  readonly wanted: LocalDate;
  readonly expected: LocalDate;
  readonly slips: number;
  readonly slack: number;
  readonly because?: LateReason | undefined;
}

const named = ({ zone }: ZoneContext, { projectId, company, row }: WorkEntry): Named => ({
  zoneId: zone.zoneId,
  projectId,
  number: row.number,
  company,
});

function waitingOf(context: ZoneContext, entry: WorkEntry): readonly Waiting[] {
  const day = today(context);
  const open = entry.row.open
    .map((line) => ({ line, assignmentId: `${entry.projectId}_${line.id}` }))
    .map((one) => ({ ...one, kind: askedBy(one.assignmentId)?.kind }))
    // An address that is to be found holds nothing up.
    .filter(({ kind }) => kind !== undefined && kind !== 'bounced-email');
  const isOwn = ({ kind }: (typeof open)[number]) => kind === 'office-decision';
  const waitsForOthers = !open.every(isOwn);
  return open.map((one): Waiting => {
    const { line, assignmentId } = one;
    const party = context.parties.find(({ partyId }) => partyId === line.who);
    const since = localDateOf(line.since, context.calendar.offsetMinutes);
    return {
      ...named(context, entry),
      assignmentId,
      holder: heldBy({
        assignmentId,
        holder:
          line.who === 'office' || line.who === 'investor' ? { kind: line.who } : { kind: 'party', partyId: line.who },
      }),
      ...(party && { holderNames: party.names }),
      due: line.due,
      isLate: line.late === true,
      daysLate: Math.max(0, workingDaysBetween(context.calendar, line.due, day)),
      since,
      daysHeld: Math.max(0, workingDaysBetween(context.calendar, since, day)),
      isHolding: !(waitsForOthers && isOwn(one)),
    };
  });
}

/** What is awaited in projects that count, in the order of the rows. */
export const waitingIn = (context: ZoneContext, entries: readonly WorkEntry[]): readonly Waiting[] =>
  entries.filter(({ row }) => row.uncounted !== true).flatMap((entry) => waitingOf(context, entry));

const behindOf = (
  context: ZoneContext,
  one: Named,
  planned: LocalDate,
  wanted: LocalDate,
  way: OnItsWay,
): BehindStart => {
  const expected = expectedStart(context, way);
  return {
    ...one,
    planned,
    wanted,
    expected,
    slips: workingDaysBetween(context.calendar, planned, expected),
    slack: slackOf(context, expected, wanted),
    because: lateReason(context, way, { planned, wanted }),
  };
};

const startOf = (context: ZoneContext, { project, company }: ProjectLine): readonly BehindStart[] => {
  const planned = project.baseline?.['construction-start'];
  if (planned === undefined) return [];
  const { zoneId, projectId, number, wantedStart } = project;
  return [behindOf(context, { zoneId, projectId, number, company }, planned, wantedStart, onItsWay(project))];
};

/** Starts behind their plan among open work and in a list of such, each once. */
export function behindIn(
  context: ZoneContext,
  entries: readonly WorkEntry[],
  starts: readonly ProjectLine[],
): readonly BehindStart[] {
  const awaited = entries.flatMap((entry): BehindStart[] => {
    const { behind, uncounted, received: receivedOn, stage, said: needs } = entry.row;
    if (behind === undefined || uncounted === true) return [];
    const { planned, wanted, endsOn, lines } = behind;
    return [
      behindOf(context, named(context, entry), planned, wanted, {
        projectId: entry.projectId,
        receivedOn,
        stage,
        lines,
        needs,
        endsOn,
      }),
    ];
  });
  const others = starts.filter(({ project }) => !awaited.some(({ projectId }) => projectId === project.projectId));
  return [...awaited, ...others.flatMap((line) => startOf(context, line))];
}
