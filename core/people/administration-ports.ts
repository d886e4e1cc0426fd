import type { AccessRequest } from './access-request.ts';
import type { AuditEntry } from './audit.ts';
import type { OutboxRow, PartyLinks } from '../notices/outbox.ts';
import type { Membership, NoticeVersion, Party, Person, Scope, StaffPerson, Zone } from '../reference/reference.ts';
import type { StageDuration } from '../calendar/stage-duration.ts';
import type { Page, PageRequest } from '../project/project-ports.ts';
import type { ZoneSetting } from '../reference/reference-ports.ts';

export type ZoneDuration = StageDuration & { readonly zoneId: string };

/** `version` of what is written is the one after that which was seen; never changed counts as 0. */
export type Edit =
  | {
      readonly edit: 'person';
      readonly before: Person | undefined;
      readonly after: Person;
      /** A role that they asked for counts in the session in which they did: it began then (epoch ms of real time). */
      readonly since?: number;
    }
  /** An account of the issuer that nobody is yet becomes a person's. */
  | { readonly edit: 'link'; readonly personId: string; readonly subject: string }
  /** Asked for, or refused; in the place of what was asked for before. */
  | { readonly edit: 'ask'; readonly request: AccessRequest; readonly before: AccessRequest | undefined }
  /** Given. */
  | { readonly edit: 'asked'; readonly request: AccessRequest }
  /** Holds only while that role is still there. */
  | { readonly edit: 'stays'; readonly membership: Membership }
  | { readonly edit: 'zone'; readonly zone: Zone }
  | { readonly edit: 'notice'; readonly version: NoticeVersion }
  | { readonly edit: 'party'; readonly party: Party }
  /** With it, in the outbox: all that a party has to answer goes to its new address. */
  | { readonly edit: 'party-links'; readonly of: PartyLinks; readonly at: number }
  | { readonly edit: 'tell'; readonly row: OutboxRow }
  | { readonly edit: 'add-duration' | 'withdraw-duration'; readonly duration: ZoneDuration };

/** What administrators read and write. Nothing is kept from request to request: a form shows what is there. */
export interface Administration {
  readonly setting: (zoneId: string) => Promise<ZoneSetting | undefined>;
  readonly zones: () => Promise<readonly Zone[]>;
  /** The people of one place, each with the roles they have there. */
  readonly staffOf: (place: Scope) => Promise<readonly StaffPerson[]>;
  readonly person: (personId: string) => Promise<Person | undefined>;
  /** @param emailHash hash of the address in lower case */
  readonly personIdOf: (emailHash: string) => Promise<string | undefined>;
  readonly personIdOfSubject: (subject: string) => Promise<string | undefined>;
  readonly requestOf: (subject: string) => Promise<AccessRequest | undefined>;
  readonly requestsAt: (place: Scope) => Promise<readonly AccessRequest[]>;
  /** Writes changes and their entries in one transaction; `conflict` when something is not as it was seen. */
  readonly write: (edits: readonly Edit[], entries: readonly AuditEntry[]) => Promise<'written' | 'conflict'>;
  /** What notices of a zone say since their last change, of those that ever had words of its own. */
  readonly notices: (zone: Zone) => Promise<readonly NoticeVersion[]>;
  /** The latest versions of one, newest first. */
  readonly noticeVersions: (zoneId: string, name: string) => Promise<readonly NoticeVersion[]>;
  readonly changes: (place: Scope, page: PageRequest) => Promise<Page<AuditEntry>>;
}
