/*
 * Every key of the one table. Access patterns:
 *
 *   a project with all its state      PK = PROJECT#id, SK begins with STATE#
 *   what is known of a file           PK = FILE#id, SK = FILE
 *   its letter, contact, notes        PK = PROJECT#id, SK = LETTER | CONTACT | NOTE#…
 *   its contact before a change       PK = PROJECT#id, SK = CONTACT#version of the links
 *   notes of its office, the latest   PK = PROJECT#id, SK begins with NOTE#office-, backwards
 *   with what its last change is taken back   PK = PROJECT#id, SK = UNDO
 *   its log                           PK = PROJECT#id, SK begins with EVENT#
 *   the task token of a wait          PK = PROJECT#id, SK = TOKEN#wait
 *   a partition of the outbox, in order    PK = LANE#id,    SK begins with OUTBOX#
 *   what the outbox has due           byOutbox: OUTBOX#shard, nextAttemptAt#partition
 *   a zone, parties, lines, stated, moratoria   PK = ZONE#id
 *   a moratorium, and its log         PK = MORATORIUM#id, SK = MORATORIUM | CHANGE#version
 *   obstacles of a whole zone, their log   PK = ZONE-OBSTACLES#zone, SK = number | ZONE-OBSTACLE-LOG#zone, SK = number#version
 *   those that are open, as projects read them   PK = ZONE#id, SK = OBSTACLE#id
 *   what somebody of an office does on a day   PK = FOLLOW-UPS#zone
 *   a line that is built, its log, photos   PK = LINE#id, SK = LINE | CHANGE#version | PHOTO#instant#file
 *   all zones                         PK = ZONES
 *   what a file of a zone proves       PK = PROOF#zone, SK = SHA-256
 *   projects whose company open data name   PK = NAMED, SK = project
 *   open data of each night           PK = OPEN-DATA, SK = day
 *   zones of the register             PK = REGISTER, SK = zone of the register
 *   a plot, and its log               PK = PLOT#id, SK = PLOT | CHANGE#version
 *   plots of a zone of the register, by size   PK = PLOTS#zone of the register, SK = size#plot
 *   plots of a project, and what is counted of all zones of the register   PK = LAND#project, SK = plot; PK = REGISTER-COUNTS, SK = zone
 *   what a zone says in notices       PK = NOTICES#zone, SK = notice#instant
 *   guests and promises of a zone's forums   PK = FORUMS#zone, SK = GUEST#forum#id | PROMISE#forum#id | MEETING#forum#id | SLOT#forum#time#who | PLAN#forum; their log: EVENT#
 *   an item of the showcase, its log  PK = SHOWCASE#id, SK begins with STATE#, EVENT#; its row in lists: PK = SHOWCASES#zone, SK = item
 *   a proposal to be confirmed        PK = PROPOSED#id, SK = PROPOSED
 *   a headquarters, its protocol      PK = HEADQUARTERS#zone | REGION-HEADQUARTERS#region, SK begins with STATE#; its log: EVENT#
 *   an import, rows still to be written   PK = IMPORT#id, SK = IMPORT | PART#number
 *   what was forecast when a month began   PK = FORECASTS#zone, SK = month#part
 *   a timetable kept elsewhere        PK = TIMETABLE#zone, SK = project#milestone
 *   durations of a country            PK = COUNTRY#code
 *   durations of a zone's own         PK = ZONE#id,    SK begins with DURATION#
 *   a person, their memberships       PK = PERSON#id,  SK = PERSON | MEMBERSHIP#…
 *   whom a subject of the issuer is   PK = SUBJECT#subject, SK = LINK; before: PERSON#subject, LINK
 *   where they signed out everywhere  PK = SUBJECT#subject, SK = SIGNED-OUT
 *   who asks for a role at a place    PK = ACCESS#scope#id, SK = request
 *   where a subject asks for one      PK = SUBJECT#subject, SK = ASKED
 *   which subject a person is         PK = PERSON#id,  SK = SUBJECT
 *   whose an address is               PK = EMAIL#hash
 *   staff of a zone or region         PK = STAFF#scope#id
 *   who changed what at a place       PK = AUDIT#scope#id, SK = instant#entry
 *   an idempotency record             PK = KEY#hash
 *   the counts of a zone              PK = COUNT#zone, SK = ZONE#shard | FORUM#forum#shard | ~PAST#shard | ~BOARD#shard
 *   running numbers, rate limits      PK = NUMBER#zone, RATE#key
 *   a small file, in parts            PK = FILE#sha256, SK = part
 *   a letter being filled in          PK = DRAFT#id, SK = DRAFT
 *   a form that is not sent yet       PK = FORM#hash, SK = FORM
 *   a session of staff               PK = SESSION#hash, SK = SESSION
 *   words to search by in a zone      PK = WORD#zone,  SK = word#project
 *   lists of projects                 byZone, byStage, bySector, byForum, byOverdue
 *   starts by the day planned         byStart: in time, behind their plan; letters that do not count yet
 *   late answers through a holder     byOverdue: OVERDUE#zone#holder
 *   answers that said no              byOverdue: REFUSED#zone#stage#by#reason
 *   open assignments of a holder      byHolder: HOLDER#zone#holder
 *   a zone's open work, a row a project   byWork: WORK#zone
 *   when somebody last looked at a zone   PK = DESK#person, SK = LOOK#zone
 *   a filter that somebody saved          PK = DESK#person, SK = FILTER#id
 *   what a party has answered          byHolder: ANSWERED#zone#party
 *   what a colleague works on          byAssignee: ASSIGNEE#zone#person
 *   open obstacles of a zone          byHolder: OBSTACLES#zone
 *   projects of a zone in a docket    byHolder: DOCKETS#zone
 *   projects and letters of an address byHolder: ADDRESS#hash
 *   what is due in a zone by a day    byDue
 *   addresses to confirm, by reminder byDue: REMIND#zone
 *   letters to remind of or to delete byDue: DRAFTS
 */

import type { HeadquartersName } from '#core/headquarters/headquarters.ts';
import type { Membership } from '#core/reference/reference.ts';
import { membershipName } from '#core/people/membership.ts';

export interface Key {
  readonly PK: string;
  readonly SK: string;
}

export const padded = (number: number, digits: number): string => String(number).padStart(digits, '0');

export const statePrefix = 'STATE#';
export const eventPrefix = 'EVENT#';
export const outboxPrefix = 'OUTBOX#';
export const outboxShards = 4;
export const countShards = 8;
/** Sort behind all other counters of a zone. */
export const apartCounts = '~';
export const pastCounts = '~PAST';
export const boardCounts = '~BOARD';

export const projectPartition = (projectId: string): string => `PROJECT#${projectId}`;
export const draftPartition = (draftId: string): string => `DRAFT#${draftId}`;
export const addressPartition = (addressHash: string): string => `ADDRESS#${addressHash}`;
/** Of the index of holders: what a party has answered, by instant. */
export const answeredPartition = (zoneId: string, partyId: string): string => `ANSWERED#${zoneId}#${partyId}`;
export const obstaclePartition = (zoneId: string): string => `OBSTACLES#${zoneId}`;
/** So that they sort by their number. */
const numbered = (obstacleId: string): string => padded(Number(obstacleId.slice(1)), 6);
const ofHeadquarters = ({ headquartersId, scope }: HeadquartersName, SK: string): Key => ({
  PK: `${scope === undefined ? '' : 'REGION-'}HEADQUARTERS#${headquartersId}`,
  SK,
});
const ofProject = (projectId: string, SK: string): Key => ({ PK: projectPartition(projectId), SK });

export const keys = {
  project: (projectId: string) => ofProject(projectId, `${statePrefix}PROJECT`),
  assignment: (projectId: string, assignmentId: string) =>
    ofProject(projectId, `${statePrefix}ASSIGNMENT#${assignmentId}`),
  document: (projectId: string, documentId: string, version: number) =>
    ofProject(projectId, `${statePrefix}DOCUMENT#${documentId}#${padded(version, 4)}`),
  file: (fileId: string): Key => ({ PK: `FILE#${fileId}`, SK: 'FILE' }),
  obstacle: (projectId: string, obstacleId: string) => ofProject(projectId, `${statePrefix}OBSTACLE#${obstacleId}`),
  letter: (projectId: string) => ofProject(projectId, 'LETTER'),
  contact: (projectId: string) => ofProject(projectId, 'CONTACT'),
  formerContact: (projectId: string, linkVersion: number) => ofProject(projectId, `CONTACT#${padded(linkVersion, 6)}`),
  note: (projectId: string, noteId: string) => ofProject(projectId, `NOTE#${noteId}`),
  undo: (projectId: string) => ofProject(projectId, 'UNDO'),
  event: (projectId: string, sequence: number) => ofProject(projectId, eventPrefix + padded(sequence, 6)),
  token: (projectId: string, wait: string) => ofProject(projectId, `TOKEN#${wait}`),
  outbox: (laneId: string, rowId: string): Key => ({ PK: `LANE#${laneId}`, SK: outboxPrefix + rowId }),
  headquarters: (name: HeadquartersName) => ofHeadquarters(name, `${statePrefix}HEADQUARTERS`),
  instruction: (name: HeadquartersName, instructionId: string) =>
    ofHeadquarters(name, `${statePrefix}INSTRUCTION#${instructionId}`),
  meeting: (name: HeadquartersName, on: string) => ofHeadquarters(name, `${statePrefix}MEETING#${on}`),
  headquartersTold: (name: HeadquartersName) => ofHeadquarters(name, `${statePrefix}TOLD`),
  headquartersEvent: (name: HeadquartersName, sequence: number) =>
    ofHeadquarters(name, eventPrefix + padded(sequence, 6)),
  guest: (zoneId: string, forumId: string, guestId: string): Key => ({
    PK: `FORUMS#${zoneId}`,
    SK: `GUEST#${forumId}#${guestId}`,
  }),
  promise: (zoneId: string, forumId: string, promiseId: string): Key => ({
    PK: `FORUMS#${zoneId}`,
    SK: `PROMISE#${forumId}#${promiseId}`,
  }),
  meetingOf: (zoneId: string, forumId: string, meetingId: string): Key => ({
    PK: `FORUMS#${zoneId}`,
    SK: `MEETING#${forumId}#${meetingId}`,
  }),
  forumSlot: (zoneId: string, forumId: string, name: string): Key => ({
    PK: `FORUMS#${zoneId}`,
    SK: `SLOT#${forumId}#${name}`,
  }),
  forumPlan: (zoneId: string, forumId: string): Key => ({ PK: `FORUMS#${zoneId}`, SK: `PLAN#${forumId}` }),
  forumEvent: (zoneId: string, forumId: string, at: number, about: string): Key => ({
    PK: `FORUMS#${zoneId}`,
    SK: `${eventPrefix}${forumId}#${padded(at, 15)}#${about}`,
  }),
  showcaseItem: (itemId: string): Key => ({ PK: `SHOWCASE#${itemId}`, SK: `${statePrefix}ITEM` }),
  showcasePart: (itemId: string, kind: 'PROPOSAL' | 'QUESTION' | 'ASKED', id: string): Key => ({
    PK: `SHOWCASE#${itemId}`,
    SK: `${statePrefix}${kind}#${id}`,
  }),
  proposed: (proposalId: string): Key => ({ PK: `PROPOSED#${proposalId}`, SK: 'PROPOSED' }),
  showcaseEvent: (itemId: string, version: number): Key => ({
    PK: `SHOWCASE#${itemId}`,
    SK: `${eventPrefix}${padded(version, 6)}`,
  }),
  showcaseListed: (zoneId: string, itemId: string): Key => ({ PK: `SHOWCASES#${zoneId}`, SK: itemId }),
  imported: (importId: string): Key => ({ PK: `IMPORT#${importId}`, SK: 'IMPORT' }),
  importPart: (importId: string, part: number): Key => ({ PK: `IMPORT#${importId}`, SK: `PART#${padded(part, 5)}` }),
  forecasts: (zoneId: string, month: string, part: number): Key => ({
    PK: `FORECASTS#${zoneId}`,
    SK: `${month}#${padded(part, 2)}`,
  }),
  timetable: (zoneId: string, milestone: string): Key => ({ PK: `TIMETABLE#${zoneId}`, SK: milestone }),
  zone: (zoneId: string): Key => ({ PK: `ZONE#${zoneId}`, SK: 'ZONE' }),
  zoneListed: (zoneId: string): Key => ({ PK: 'ZONES', SK: zoneId }),
  notice: (zoneId: string, name: string, at: number): Key => ({
    PK: `NOTICES#${zoneId}`,
    SK: `${name}#${padded(at, 15)}`,
  }),
  party: (zoneId: string, partyId: string): Key => ({ PK: `ZONE#${zoneId}`, SK: `PARTY#${partyId}` }),
  line: (zoneId: string, line: string): Key => ({ PK: `ZONE#${zoneId}`, SK: `LINE#${line}` }),
  linePhoto: (lineId: string, at: number, fileId: string): Key => ({
    PK: `LINE#${lineId}`,
    SK: `PHOTO#${padded(at, 15)}#${fileId}`,
  }),
  utilityLine: (lineId: string): Key => ({ PK: `LINE#${lineId}`, SK: 'LINE' }),
  moratorium: (moratoriumId: string): Key => ({ PK: `MORATORIUM#${moratoriumId}`, SK: 'MORATORIUM' }),
  moratoriumIn: (zoneId: string, moratoriumId: string): Key => ({
    PK: `ZONE#${zoneId}`,
    SK: `MORATORIUM#${moratoriumId}`,
  }),
  proof: (zoneId: string, sha256: string): Key => ({ PK: `PROOF#${zoneId}`, SK: sha256 }),
  named: (projectId: string): Key => ({ PK: 'NAMED', SK: projectId }),
  night: (day: string): Key => ({ PK: 'OPEN-DATA', SK: day }),
  zoneObstacle: (zoneId: string, obstacleId: string): Key => ({
    PK: `ZONE-OBSTACLES#${zoneId}`,
    SK: numbered(obstacleId),
  }),
  zoneObstacleChange: (zoneId: string, obstacleId: string, version: number): Key => ({
    PK: `ZONE-OBSTACLE-LOG#${zoneId}`,
    SK: `${numbered(obstacleId)}#${padded(version, 6)}`,
  }),
  zoneObstacleIn: (zoneId: string, obstacleId: string): Key => ({
    PK: `ZONE#${zoneId}`,
    SK: `OBSTACLE#${numbered(obstacleId)}`,
  }),
  followUp: (zoneId: string, followUpId: string): Key => ({ PK: `FOLLOW-UPS#${zoneId}`, SK: followUpId }),
  registered: (registerId: string): Key => ({ PK: 'REGISTER', SK: registerId }),
  registerCount: (registerId: string): Key => ({ PK: 'REGISTER-COUNTS', SK: registerId }),
  registerChange: (registerId: string, version: number): Key => ({
    PK: `REGISTERED#${registerId}`,
    SK: `CHANGE#${padded(version, 6)}`,
  }),
  land: (projectId: string, plotId: string): Key => ({ PK: `LAND#${projectId}`, SK: plotId }),
  plot: (plotId: string): Key => ({ PK: `PLOT#${plotId}`, SK: 'PLOT' }),
  /** In square metres, so that plots sort by size. */
  plotBySize: (registerId: string, hectares: number, plotId: string): Key => ({
    PK: `PLOTS#${registerId}`,
    SK: `${padded(Math.floor(hectares * 10_000), 10)}#${plotId}`,
  }),
  stated: (zoneId: string, statedId: string): Key => ({ PK: `ZONE#${zoneId}`, SK: `STATED#${statedId}` }),
  duration: (country: string, stage: string, from: string, zoneType?: string): Key => ({
    PK: `COUNTRY#${country}`,
    SK: `DURATION#${stage}#${from}${zoneType === undefined ? '' : `#${zoneType}`}`,
  }),
  ownDuration: (zoneId: string, stage: string, from: string): Key => ({
    PK: `ZONE#${zoneId}`,
    SK: `DURATION#${stage}#${from}`,
  }),
  person: (personId: string): Key => ({ PK: `PERSON#${personId}`, SK: 'PERSON' }),
  link: (subject: string): Key => ({ PK: `SUBJECT#${subject}`, SK: 'LINK' }),
  signedOut: (subject: string): Key => ({ PK: `SUBJECT#${subject}`, SK: 'SIGNED-OUT' }),
  subject: (personId: string): Key => ({ PK: `PERSON#${personId}`, SK: 'SUBJECT' }),
  access: (scope: string, scopeId: string, requestId: string): Key => ({
    PK: `ACCESS#${scope}#${scopeId}`,
    SK: requestId,
  }),
  asked: (subject: string): Key => ({ PK: `SUBJECT#${subject}`, SK: 'ASKED' }),
  email: (hash: string): Key => ({ PK: `EMAIL#${hash}`, SK: 'EMAIL' }),
  membership: (membership: Membership): Key => ({
    PK: `PERSON#${membership.personId}`,
    SK: `MEMBERSHIP#${membershipName(membership)}`,
  }),
  staff: ({ scope, scopeId, personId, role, insteadOf }: Membership): Key => ({
    PK: `STAFF#${scope}#${scopeId}`,
    SK: `${personId}#${role}${insteadOf === undefined ? '' : `#for#${insteadOf}`}`,
  }),
  audit: (scope: string, scopeId: string, at: number, entryId: string): Key => ({
    PK: `AUDIT#${scope}#${scopeId}`,
    SK: `${padded(at, 15)}#${entryId}`,
  }),
  idempotency: (keyHash: string): Key => ({ PK: `KEY#${keyHash}`, SK: 'IDEMPOTENCY' }),
  count: (zoneId: string, shard: number, part = 'ZONE'): Key => ({
    PK: `COUNT#${zoneId}`,
    SK: `${part}#${String(shard)}`,
  }),
  number: (zoneId: string, year: number): Key => ({ PK: `NUMBER#${zoneId}`, SK: String(year) }),
  look: (personId: string, zoneId: string): Key => ({ PK: `DESK#${personId}`, SK: `LOOK#${zoneId}` }),
  filter: (personId: string, filterId: string): Key => ({ PK: `DESK#${personId}`, SK: `FILTER#${filterId}` }),
  rate: (key: string, windowStart: number): Key => ({ PK: `RATE#${key}`, SK: String(windowStart) }),
  filePart: (sha256: string, part: number): Key => ({ PK: `FILE#${sha256}`, SK: padded(part, 3) }),
  draft: (draftId: string): Key => ({ PK: draftPartition(draftId), SK: 'DRAFT' }),
  form: (hash: string): Key => ({ PK: `FORM#${hash}`, SK: 'FORM' }),
  session: (hash: string): Key => ({ PK: `SESSION#${hash}`, SK: 'SESSION' }),
  word: (zoneId: string, word: string, projectId: string): Key => ({
    PK: `WORD#${zoneId}`,
    SK: `${word}#${projectId}`,
  }),
} as const;

/** Epoch ms as text that sorts. */
export const sortableInstant = (at: number): string => padded(at, 15);
