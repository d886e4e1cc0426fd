import type { HeadquartersName } from '../headquarters/headquarters.ts';
import type { Scope } from '../reference/reference.ts';

/**
 * What a link opens: a letter not handed in yet, an investor's project, one assignment of one party, all that a party
 * is asked in a zone, or the page of a guest of a forum. The version is that of the
 * link; the project or the assignment says which one still opens (domain/rules/link-standing.ts). `address`: the version of the
 * party's address that a link went to, 0 when absent. `delegate`: a colleague of the contact, by their number.
 */
export type LinkTarget =
  | { readonly kind: 'draft'; readonly draftId: string }
  | {
      readonly kind: 'track' | 'confirm';
      readonly projectId: string;
      readonly version: number;
      readonly delegate?: number | undefined;
    }
  | {
      readonly kind: 'assignment';
      readonly projectId: string;
      readonly assignmentId: string;
      readonly version: number;
      readonly address?: number | undefined;
    }
  /** Of the showcase: the buyer of an item, whoever proposes to make it (`id`: the proposal), whoever is asked something for it (`id`: the request). */
  | {
      readonly kind: 'showcase';
      readonly who: 'buyer' | 'proposer' | 'asked';
      readonly zoneId: string;
      readonly itemId: string;
      readonly id: string;
      readonly version: number;
    }
  | { readonly kind: 'party'; readonly zoneId: string; readonly partyId: string; readonly address?: number | undefined }
  | { readonly kind: 'guest'; readonly zoneId: string; readonly forumId: string; readonly guestId: string };

/** Where staff work on something: their session opens it, so its address is no secret. */
export interface OfficePage {
  /** Absent: the work list. */
  readonly projectId?: string | undefined;
  /** The page of one assignment, not of the project as a whole. */
  readonly assignmentId?: string | undefined;
  /** Something to do about it. */
  readonly followUpId?: string | undefined;
  /** The page of one obstacle. */
  readonly obstacleId?: string | undefined;
  /** An obstacle of a whole zone; without one, its projects that nobody has verified for long. */
  readonly zone?: { readonly zoneId: string; readonly obstacleId?: string | undefined } | undefined;
  /** The page of a line of a zone. */
  /** An item of the showcase of a zone. */
  readonly item?: { readonly zoneId: string; readonly itemId: string } | undefined;
  readonly line?: { readonly zoneId: string; readonly lineId: string } | undefined;
  /** A view of a headquarters: its agenda, or an instruction. */
  readonly headquarters?: (HeadquartersName & { readonly instructionId?: string | undefined }) | undefined;
  /** The page of what was signed at a forum. */
  readonly promise?: { readonly forumId: string; readonly promiseId: string } | undefined;
  /** Who asks for a role at a place; `ask`: where somebody does. */
  readonly access?: 'ask' | (Scope & { readonly requestId: string }) | undefined;
  /** The form that extends, filled in with what somebody asked for. */
  readonly extend?: { readonly target: string; readonly to: string } | undefined;
}

/** Makes and reads links; the same target always gives the same link, so a repeated request can repeat it. */
export interface Links {
  readonly urlOf: (target: LinkTarget) => Promise<string>;
  readonly officeUrlOf: (page: OfficePage) => string;
  /** Undefined for anything that we did not sign. */
  readonly read: (link: string) => Promise<LinkTarget | undefined>;
}
