import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type DynamoDBDocumentClient,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { AuditEntry } from '#core/people/audit.ts';
import { Membership, NoticeVersion, Person, Zone } from '#core/reference/reference.ts';
import { marked, membershipName } from '#core/people/membership.ts';
import { partyLinksRow } from '#core/links/party-links.ts';
import type { Administration, Edit } from '#core/people/administration-ports.ts';
import { accessWrites, requestOf } from './access-requests.ts';
import { identityOf, ofPerson, subjectIn } from './identity.ts';
import { outboxItem, type Item } from './items.ts';
import { keys, type Key } from './keys.ts';
import { itemsOf } from './list-queries.ts';
import { fromToken, pageOf, startKey } from './paging.ts';
import { emailHash, emailItem, linkItems, profileItem, roleItems } from './person-items.ts';
import { accessRequests, membershipsIn, partition, peopleOf, readZoneContext } from './reference-store.ts';

type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Versions of a notice that its page lists (ours). */
const versionsShown = 20;

const Profile = z.omit(Person, { memberships: true });
const Owner = z.object({ personId: z.string() });

function seen(next: number): {
  ConditionExpression: string;
  ExpressionAttributeNames: Record<string, string>;
  ExpressionAttributeValues?: Item;
} {
  const names = { ExpressionAttributeNames: { '#version': 'version' } };
  if (next === 1) return { ConditionExpression: 'attribute_not_exists(#version)', ...names };
  return { ConditionExpression: '#version = :seen', ...names, ExpressionAttributeValues: { ':seen': next - 1 } };
}

const put = (TableName: string, Item: Item, condition: Partial<ReturnType<typeof seen>> = {}): Write => ({
  Put: { TableName, Item, ...condition },
});
const remove = (TableName: string, Key: Key): Write => ({ Delete: { TableName, Key } });
const isNew = { ConditionExpression: 'attribute_not_exists(PK)' };

/** An address that was put in by hand has no owner. */
const ownEmail = (personId: string) => ({
  ConditionExpression: 'attribute_not_exists(PK) OR personId = :person',
  ExpressionAttributeValues: { ':person': personId },
});

function changedRoles({ before, after }: Extract<Edit, { edit: 'person' }>): readonly Item[] {
  const textOf = (person: Person, one: Membership): string => JSON.stringify(roleItems(person, Membership.parse(one)));
  const known = new Set(before?.memberships.map((one) => textOf(before, one)));
  // Somebody who was put in by hand gets their profile now, and with it whatever else was missing.
  const isFirst = before === undefined || before.version === 0;
  return after.memberships
    .filter((one) => isFirst || !known.has(textOf(after, one)))
    .flatMap((one) => [...roleItems(after, one)]);
}

/** A way in by an address that is another's now: neither side of the link is left. @param subject undefined: nobody's that we know */
const cutOff = (table: string, personId: string, subject: string | undefined): Write[] => [
  remove(table, keys.subject(personId)),
  ...(subject === undefined ? [] : [remove(table, keys.link(subject))]),
];

/** Each role with the instant at which it was given; sessions are of real time, whatever clock the rules go by. */
const withGifts = (before: Person | undefined, after: Person, givenAt: number): Person => ({
  ...after,
  memberships: after.memberships.map((one) =>
    marked(
      before?.memberships.find((other) => membershipName(other) === membershipName(one)),
      one,
      givenAt,
    ),
  ),
});

function personWrites(
  table: string,
  { before, after: given, since = Date.now() }: Extract<Edit, { edit: 'person' }>,
  subject: string | undefined,
): Write[] {
  const after = withGifts(before, given, since);
  const kept = new Set(after.memberships.map(membershipName));
  const gone: readonly Membership[] = (before?.memberships ?? []).filter((one) => !kept.has(membershipName(one)));
  const moved = before?.email !== after.email;
  return [
    put(table, profileItem(after), seen(after.version)),
    ...(moved ? [put(table, emailItem(after), isNew)] : []),
    ...(before && moved
      ? [
          { Delete: { TableName: table, Key: keys.email(emailHash(before.email)), ...ownEmail(before.personId) } },
          ...cutOff(table, before.personId, subject),
        ]
      : []),
    ...changedRoles({ edit: 'person', before, after }).map((item) => put(table, item)),
    ...gone.flatMap((one) => [remove(table, keys.membership(one)), remove(table, keys.staff(one))]),
  ];
}

/** Only what an administrator changes: whatever else lies with a zone stays. */
function zoneWrites(TableName: string, zone: Zone): Write[] {
  const { zoneId, names, mailbox, office, language, overrides, forums, version = 1 } = zone;
  const { appeal, daysToCure, replyTo, asked, ownNotices } = zone;
  const { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues } = seen(version);
  const fields = Object.entries({
    names,
    mailbox,
    office,
    language,
    overrides,
    forums,
    appeal,
    daysToCure,
    replyTo,
    asked,
    ownNotices,
    version,
  });
  const [set, gone] = [
    fields.filter(([, value]) => value !== undefined),
    fields.filter(([, value]) => value === undefined),
  ];
  const UpdateExpression = [
    `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}`,
    ...(gone.length > 0 ? [`REMOVE ${gone.map(([name]) => `#${name}`).join(', ')}`] : []),
  ].join(' ');
  return [keys.zone(zoneId), keys.zoneListed(zoneId)].map((Key): Write => ({
    Update: {
      TableName,
      Key,
      ConditionExpression,
      UpdateExpression,
      ExpressionAttributeNames: {
        ...ExpressionAttributeNames,
        ...Object.fromEntries(fields.map(([name]) => [`#${name}`, name])),
      },
      ExpressionAttributeValues: {
        ...ExpressionAttributeValues,
        ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
      },
    },
  }));
}

function writesOf(TableName: string, edit: Edit, subject: string | undefined): Write[] {
  switch (edit.edit) {
    case 'person':
      return personWrites(TableName, edit, subject);
    case 'link': {
      const [link, named] = linkItems(edit.personId, edit.subject);
      return [put(TableName, link), put(TableName, named, isNew)];
    }
    case 'ask':
    case 'asked':
      return accessWrites(TableName, edit);
    case 'stays':
      return [
        {
          ConditionCheck: {
            TableName,
            Key: keys.membership(edit.membership),
            ConditionExpression:
              'attribute_exists(PK) AND attribute_not_exists(#until) AND attribute_not_exists(#from)',
            ExpressionAttributeNames: { '#until': 'until', '#from': 'from' },
          },
        },
      ];
    case 'zone':
      return zoneWrites(TableName, edit.zone);
    case 'notice': {
      const { zoneId, name, at } = edit.version;
      return [put(TableName, { ...keys.notice(zoneId, name, at), ...edit.version }, isNew)];
    }
    case 'party':
      return [
        put(
          TableName,
          { ...keys.party(edit.party.zoneId, edit.party.partyId), ...edit.party },
          seen(edit.party.version ?? 1),
        ),
      ];
    case 'tell':
      return [put(TableName, outboxItem(edit.row), isNew)];
    case 'party-links':
      return [put(TableName, outboxItem(partyLinksRow(edit.of, edit.at)), isNew)];
    case 'add-duration': {
      const { zoneId, stage, effectiveFrom } = edit.duration;
      return [put(TableName, { ...keys.ownDuration(zoneId, stage, effectiveFrom), duration: edit.duration }, isNew)];
    }
    case 'withdraw-duration': {
      const { zoneId, stage, effectiveFrom } = edit.duration;
      return [
        {
          Delete: {
            TableName,
            Key: keys.ownDuration(zoneId, stage, effectiveFrom),
            ConditionExpression: 'attribute_exists(PK)',
          },
        },
      ];
    }
  }
}

/** Reasons that mean "not as it was seen": a condition, or somebody else at the same item in the same moment. */
const lost: ReadonlySet<string | undefined> = new Set(['ConditionalCheckFailed', 'TransactionConflict']);

async function subjectOf(client: DynamoDBDocumentClient, TableName: string, edit: Edit): Promise<string | undefined> {
  if (edit.edit !== 'person' || edit.before === undefined || edit.before.email === edit.after.email) return undefined;
  const { Item } = await client.send(
    new GetCommand({ TableName, Key: keys.subject(edit.before.personId), ConsistentRead: true }),
  );
  return subjectIn(Item);
}

async function write(
  client: DynamoDBDocumentClient,
  table: string,
  edits: readonly Edit[],
  entries: readonly AuditEntry[],
): Promise<'written' | 'conflict'> {
  const trail = entries.map((entry) =>
    put(table, { ...keys.audit(entry.scope, entry.scopeId, entry.at, entry.entryId), entry }, isNew),
  );
  const writes = await Promise.all(
    edits.map(async (edit) => writesOf(table, edit, await subjectOf(client, table, edit))),
  );
  try {
    await client.send(new TransactWriteCommand({ TransactItems: [...writes.flat(), ...trail] }));
    return 'written';
  } catch (error) {
    if (error instanceof TransactionCanceledException && error.CancellationReasons?.some(({ Code }) => lost.has(Code)))
      return 'conflict';
    throw error;
  }
}

/** Somebody who was put in by hand has roles and no profile: what the lists of a place know of them. */
async function readPerson(
  client: DynamoDBDocumentClient,
  table: string,
  personId: string,
): Promise<Person | undefined> {
  const items = await ofPerson(client, table, personId);
  const memberships = [...membershipsIn(items)];
  const profile = items.find(({ SK }) => SK === 'PERSON');
  if (profile) return { ...Profile.parse(profile), memberships };
  const [first] = memberships;
  const known =
    first && peopleOf(await partition(client, table, keys.staff(first).PK)).find((one) => one.personId === personId);
  return (
    known && {
      personId,
      name: known.name ?? known.email,
      email: known.email,
      language: known.language,
      version: 0,
      signedIn: true,
      memberships,
    }
  );
}

export const administrationStore = (client: DynamoDBDocumentClient, table: string): Administration => ({
  setting: (zoneId) => readZoneContext(client, table, zoneId),
  zones: async () => (await partition(client, table, 'ZONES')).map((item) => Zone.parse(item)),
  staffOf: async ({ scope, scopeId }) => peopleOf(await partition(client, table, `STAFF#${scope}#${scopeId}`)),
  person: (personId) => readPerson(client, table, personId),
  personIdOf: async (hash) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: keys.email(hash), ConsistentRead: true }),
    );
    return Item && Owner.parse(Item).personId;
  },
  personIdOfSubject: async (subject) => (await identityOf(client, table, subject)).person?.personId,
  requestOf: (subject) => requestOf(client, table, subject),
  requestsAt: ({ scope, scopeId }) => accessRequests(client, table, { scope, scopeId }),
  notices: async ({ zoneId, ownNotices = {} }) => {
    const latest = Object.entries(ownNotices).map(([name, at]) => keys.notice(zoneId, name, at));
    const found = latest.length === 0 ? [] : await itemsOf(client, table, latest);
    return found.map((item) => NoticeVersion.parse(item));
  },
  noticeVersions: async (zoneId, name) => {
    const { PK, SK } = keys.notice(zoneId, name, 0);
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        Limit: versionsShown,
        ScanIndexForward: false,
        KeyConditionExpression: 'PK = :pk AND begins_with(SK, :name)',
        ExpressionAttributeValues: { ':pk': PK, ':name': SK.slice(0, name.length + 1) },
      }),
    );
    return Items.map((item) => NoticeVersion.parse(item));
  },
  write: (edits, entries) => write(client, table, edits, entries),
  changes: async ({ scope, scopeId }, { limit, after }) => {
    const { PK } = keys.audit(scope, scopeId, 0, '');
    return pageOf(
      await fromToken(after, () =>
        client.send(
          new QueryCommand({
            TableName: table,
            Limit: limit,
            ScanIndexForward: false,
            KeyConditionExpression: 'PK = :pk',
            ExpressionAttributeValues: { ':pk': PK },
            ...startKey(after, { name: 'PK', value: PK }),
          }),
        ),
      ),
      (item) => AuditEntry.parse(item['entry']),
    );
  },
});
