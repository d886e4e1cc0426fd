import type {
  Membership,
  NoticeVersion,
  Party,
  Scope,
  StaffPerson,
  StaffRole,
  Stated,
  Zone,
  ZoneLine,
} from './reference.ts';
import type { Moratorium } from '../moratoria/moratorium.ts';
import type { ZoneObstacle } from '../obstacles/zone-obstacle.ts';
import type { StageDuration } from '../calendar/stage-duration.ts';
import type { AccessRequest } from '../people/access-request.ts';
import type { Place } from '../kernel/actor.ts';
import type { Count } from '../figures/figures.ts';

export interface ZoneSetting {
  readonly zone: Zone;
  readonly parties: readonly Party[];
  readonly lines: readonly ZoneLine[];
  readonly durations: readonly StageDuration[];
  readonly stated: readonly Stated[];
  readonly moratoria: readonly Moratorium[];
  readonly zoneObstacles: readonly ZoneObstacle[];
}

/** A role was given to somebody, or ended, at an instant (epoch ms). */
export interface RoleChange extends Scope {
  readonly personId: string;
  readonly role: StaffRole;
  readonly what: 'given' | 'ended';
  readonly at: number;
}

export interface Reference {
  readonly setting: (zoneId: string) => Promise<ZoneSetting | undefined>;
  /** One party as it is at this moment, however lately it was changed: whether a link opens hangs on its address. */
  readonly party: (zoneId: string, partyId: string) => Promise<Party | undefined>;
  /** What was read of a zone is no longer trusted: it has changed just now. */
  readonly forget: (zoneId: string) => void;
  readonly zones: () => Promise<readonly Zone[]>;
  /** The zone's words for a notice as they were at an instant (epoch ms); no read where it never had any. */
  readonly noticeAt: (zone: Zone, name: string, at: number) => Promise<NoticeVersion | undefined>;
  /** What a line is from now on; each report, with its instant (epoch ms), is also kept for good. */
  readonly reportLine: (line: ZoneLine, at: number) => Promise<void>;
  /** By the issuer's subject. Unknown: no role, nobody's id. Opened before `signedOutAt` (epoch ms) is closed. */
  readonly person: (
    subject: string,
  ) => Promise<{
    readonly personId: string;
    readonly memberships: readonly Membership[];
    readonly signedOutAt?: number;
  }>;
  readonly staff: (place: Place) => Promise<readonly StaffPerson[]>;
  /** What became of the roles of a zone and its region after an instant (epoch ms), latest first; the last 500 of each. */
  readonly roleChanges: (place: Place, since: number) => Promise<readonly RoleChange[]>;
  /** Where somebody of the staff is written to, also when they have no role any longer; undefined for who was put in by hand or was erased. */
  readonly addressOf: (personId: string) => Promise<Pick<StaffPerson, 'email' | 'language'> | undefined>;
  readonly accessRequest: (place: Scope, requestId: string) => Promise<AccessRequest | undefined>;
  /** What is asked for at a place, answered or not. */
  readonly accessRequests: (place: Scope) => Promise<readonly AccessRequest[]>;
  /** Names of people by their ids, also of those who have no role any longer; who was put in by hand, or was erased, is left out. */
  readonly names: (personIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

export interface Counts {
  /** The counters of one zone that are not nought. */
  readonly of: (zoneId: string) => Promise<readonly Count[]>;
  /** Those of what has been: months and refusals. */
  readonly past: (zoneId: string) => Promise<readonly Count[]>;
  /** How far its projects are built. */
  readonly board: (zoneId: string) => Promise<readonly Count[]>;
}
