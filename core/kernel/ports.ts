import type { Drafts, LinkMessages } from '../letter/draft-ports.ts';
import type { DueDates } from '../digests/due-ports.ts';
import type { Emails } from '../notices/email-ports.ts';
import type { FileRecords } from '../documents/file-record-ports.ts';
import type { Forecasts } from '../figures/forecasts.ts';
import type { Forums } from '../forums/forum-record.ts';
import type { HeadquartersStore } from '../headquarters/headquarters.ts';
import type { Files } from '../documents/file-ports.ts';
import type { Lines } from '../lines/line-ports.ts';
import type { Plots } from '../plots/plot.ts';
import type { Showcase } from '../showcase/showcase.ts';
import type { ZoneObstacles } from '../obstacles/zone-obstacle-ports.ts';
import type { Moratoria } from '../moratoria/moratorium-ports.ts';
import type { Links } from '../links/link-ports.ts';
import type { Outbox } from '../notices/outbox-ports.ts';
import type { ProjectLists, Projects } from '../project/project-ports.ts';
import type { Counts, Reference } from '../reference/reference-ports.ts';
import type { FollowUps } from '../work/follow-ups.ts';
import type { Desks } from '../work/desk-ports.ts';
import type { TaskTokens, Workflow } from '../stages/workflow-ports.ts';

export interface Ports {
  readonly projects: Projects;
  readonly lists: ProjectLists;
  readonly reference: Reference;
  readonly counts: Counts;
  readonly due: DueDates;
  readonly lines: Lines;
  readonly headquarters: HeadquartersStore;
  readonly moratoria: Moratoria;
  readonly forecasts: Forecasts;
  readonly zoneObstacles: ZoneObstacles;
  readonly forums: Forums;
  readonly plots: Plots;
  readonly showcase: Showcase;
  readonly links: Links;
  readonly drafts: Drafts;
  readonly linkErrands: LinkMessages;
  readonly tokens: TaskTokens;
  readonly workflow: Workflow;
  readonly outbox: Outbox;
  readonly emails: Emails;
  readonly files: Files;
  readonly fileRecords: FileRecords;
  readonly desks: Desks;
  readonly followUps: FollowUps;
  readonly limits: Limits;
  readonly ids: Ids;
}

/** At most so many different things in a window of time. */
export interface Limit {
  readonly count: number;
  readonly seconds: number;
}

export interface Budget {
  readonly amount: number;
  readonly seconds: number;
}

export interface Limits {
  /** Whether a sender may do a thing; repeating one costs nothing, and one that is refused is not counted. */
  readonly allow: (sender: string, thing: string, limit: Limit, now: number) => Promise<boolean>;
  /** Takes an amount from a sender's budget; false, and nothing is taken, where not so much is left. Each call counts. */
  readonly spend: (sender: string, amount: number, budget: Budget, now: number) => Promise<boolean>;
  /** Gives back what was spent at a moment; nothing happens when its window is long over. */
  readonly giveBack: (sender: string, amount: number, budget: Budget, spentAt: number) => Promise<void>;
  readonly spent: (sender: string, budget: Budget, now: number) => Promise<number>;
}

export interface Ids {
  /** A new project id: short, URL-safe, not guessable. */
  readonly projectId: () => string;
  readonly personId: () => string;
  readonly fileId: () => string;
  readonly hash: (text: string) => string;
}

export type { Administration, Edit, ZoneDuration } from '../people/administration-ports.ts';
export type { Drafts, LinkAsked, LinkMessages } from '../letter/draft-ports.ts';
export type { DueDates } from '../digests/due-ports.ts';
export type { Email, Emails } from '../notices/email-ports.ts';
export type { Files, NewFile, StoredFile, UploadForm } from '../documents/file-ports.ts';
export type { FileRecords } from '../documents/file-record-ports.ts';
export type { Links, LinkTarget, OfficePage } from '../links/link-ports.ts';
export type { FoundBy, Outbox, RowKey } from '../notices/outbox-ports.ts';
export type {
  AskedLine,
  AssignmentNarrowing,
  GiveWay,
  IdempotencyRecord,
  Letter,
  NewProject,
  ObstacleLine,
  Page,
  PageRequest,
  Paper,
  ProjectFilter,
  ProjectLine,
  ProjectLists,
  ProjectNarrowing,
  Projects,
  Written,
} from '../project/project-ports.ts';
export type { Counts, Reference, RoleChange, ZoneSetting } from '../reference/reference-ports.ts';
export type { EnteredTask, TaskTokens, Workflow } from '../stages/workflow-ports.ts';
