import type { IndexName } from './types.ts';

/** The one table. Every key attribute is a string; the access patterns stand in functions/adapters/table/keys.ts. */
export const table = {
  partitionKey: 'PK',
  sortKey: 'SK',
  timeToLive: 'expiresAt',
  /** Keys are enough for the relay, and keep personal data out of the stream. */
  streamView: 'KEYS_ONLY',
} as const;

export interface IndexSpec {
  readonly name: IndexName;
  readonly partitionKey: string;
  readonly sortKey: string;
  /** Sparse: only items that carry both attributes are in it. */
  readonly projection: 'KEYS_ONLY' | 'INCLUDE';
  /** What else it holds of each item, where the projection includes more than keys. */
  readonly attributes?: readonly string[];
  readonly purpose: string;
}

/** Keys only: written when they change; lists read items from the table. One is read by the hundred (decision 0043). */
export const indexes: readonly IndexSpec[] = [
  {
    name: 'byZone',
    partitionKey: 'zonePk',
    sortKey: 'zoneSk',
    projection: 'KEYS_ONLY',
    purpose: 'projects of a zone by number',
  },
  {
    name: 'byStage',
    partitionKey: 'stagePk',
    sortKey: 'stageSk',
    projection: 'KEYS_ONLY',
    purpose: 'projects of a zone in a stage by due date',
  },
  {
    name: 'byForum',
    partitionKey: 'forumPk',
    sortKey: 'forumSk',
    projection: 'KEYS_ONLY',
    purpose: 'projects of a zone that came from a forum',
  },
  {
    name: 'bySector',
    partitionKey: 'sectorPk',
    sortKey: 'sectorSk',
    projection: 'KEYS_ONLY',
    purpose: 'projects of a zone and sector',
  },
  {
    name: 'byStart',
    partitionKey: 'startPk',
    sortKey: 'startSk',
    projection: 'KEYS_ONLY',
    purpose: 'projects of a zone by the day on which their start is planned',
  },
  {
    name: 'byOverdue',
    partitionKey: 'overduePk',
    sortKey: 'overdueSk',
    projection: 'KEYS_ONLY',
    purpose: 'projects of a zone with something overdue; late answers by holder',
  },
  {
    name: 'byDue',
    partitionKey: 'duePk',
    sortKey: 'dueSk',
    projection: 'KEYS_ONLY',
    purpose: 'what is due in a zone by a day: open assignments, pauses to review',
  },
  {
    name: 'byHolder',
    partitionKey: 'holderPk',
    sortKey: 'holderSk',
    projection: 'KEYS_ONLY',
    purpose: 'open assignments of a holder by due date, and what a party has answered',
  },
  {
    name: 'byAssignee',
    partitionKey: 'assigneePk',
    sortKey: 'assigneeSk',
    projection: 'KEYS_ONLY',
    purpose: 'open assignments of the office that a colleague works on, by due date',
  },
  {
    name: 'byWork',
    partitionKey: 'workPk',
    sortKey: 'workSk',
    projection: 'INCLUDE',
    attributes: ['company', 'workRow'],
    purpose: 'open work of a zone, a narrow row a project, by the first answer that is awaited',
  },
  {
    name: 'byOutbox',
    partitionKey: 'outboxPk',
    sortKey: 'outboxSk',
    projection: 'KEYS_ONLY',
    purpose: 'outbox rows that wait, by next attempt',
  },
];
