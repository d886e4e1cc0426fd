import { GetCommand, QueryCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import {
  Membership,
  NoticeVersion,
  Party,
  StaffPerson,
  Stated,
  Zone,
  ZoneLine,
  type Scope,
} from '#core/reference/reference.ts';
import { Moratorium } from '#core/moratoria/moratorium.ts';
import { ZoneObstacle } from '#core/obstacles/zone-obstacle.ts';
import { StageDuration } from '#core/calendar/stage-duration.ts';
import { isRoleOf, standing } from '#core/people/membership.ts';
import type { Reference, ZoneSetting } from '#core/kernel/ports.ts';
import { AccessRequest } from '#core/people/access-request.ts';
import { accessRequest } from './access-requests.ts';
import { identityOf } from './identity.ts';
import type { Item } from './items.ts';
import { keys } from './keys.ts';
import { itemsOf } from './list-queries.ts';
import { queryAll } from './query-all.ts';
import { roleChanges } from './role-changes.ts';

const trustMs = 15_000;

export const partition = (client: DynamoDBDocumentClient, TableName: string, PK: string): Promise<readonly Item[]> =>
  queryAll(client, { TableName, KeyConditionExpression: 'PK = :pk', ExpressionAttributeValues: { ':pk': PK } });

const starting = (items: readonly Item[], prefix: string) => items.filter(({ SK }) => String(SK).startsWith(prefix));

export async function readZoneContext(
  client: DynamoDBDocumentClient,
  table: string,
  zoneId: string,
): Promise<ZoneSetting | undefined> {
  const items = await partition(client, table, keys.zone(zoneId).PK);
  const zoneItem = items.find(({ SK }) => SK === 'ZONE');
  if (zoneItem === undefined) return undefined;
  const zone = Zone.parse(zoneItem);
  const durations = await partition(client, table, `COUNTRY#${zone.country}`);
  return {
    zone,
    parties: starting(items, 'PARTY#').map((item) => Party.parse(item)),
    lines: starting(items, 'LINE#').map((item) => ZoneLine.parse(item)),
    stated: starting(items, 'STATED#').map((item) => Stated.parse(item)),
    zoneObstacles: starting(items, 'OBSTACLE#').map((item) => ZoneObstacle.parse(item)),
    moratoria: starting(items, 'MORATORIUM#').map((item) => Moratorium.parse(item)),
    durations: [...durations, ...starting(items, 'DURATION#')].map((item) => StageDuration.parse(item['duration'])),
  };
}

export const membershipsIn = (items: readonly Item[]): readonly Membership[] =>
  starting(items, 'MEMBERSHIP#').map((item) => Membership.parse(item));

/** Every report of a line, oldest first; in a partition of its own, so that reading a zone does not grow with the years. */
const reportKey = ({ zoneId, utility }: ZoneLine, at: number) => ({
  PK: `REPORTS#${zoneId}`,
  SK: `${utility}#${String(at).padStart(15, '0')}`,
});

export function peopleOf(items: readonly Item[]): readonly StaffPerson[] {
  const people = new Map<string, StaffPerson>();
  for (const item of items) {
    const membership = Membership.parse(item);
    const { personId, ...person } = z
      .pick(StaffPerson, { personId: true, name: true, email: true, language: true })
      .parse(item);
    const memberships = [...(people.get(personId)?.memberships ?? []), membership];
    people.set(personId, { personId, ...person, memberships });
  }
  return [...people.values()];
}

/** People as their roles are worth now. Whose role a deputy holds is of the same place, so it lies in the same list. */
function peopleNow(items: readonly Item[]): readonly StaffPerson[] {
  const people = peopleOf(items);
  const roles = people.flatMap(({ memberships }) => memberships);
  return people.flatMap(({ memberships, ...person }) => {
    const now = memberships.flatMap((one) =>
      standing(
        one,
        roles.find((other) => isRoleOf(one, other)),
      ),
    );
    return now.length > 0 ? [{ ...person, memberships: now }] : [];
  });
}

/** Somebody's roles as they are worth now: only who stands in for others costs a read more for each of them. */
async function rolesNow(
  client: DynamoDBDocumentClient,
  TableName: string,
  memberships: readonly Membership[],
): Promise<readonly Membership[]> {
  const now = await Promise.all(
    memberships.map(async (one) => {
      if (one.insteadOf === undefined) return [one];
      const { scope, scopeId, role } = one;
      const { Item } = await client.send(
        new GetCommand({
          TableName,
          Key: keys.membership({ personId: one.insteadOf, scope, scopeId, role }),
          ConsistentRead: true,
        }),
      );
      return standing(one, Item && Membership.parse(Item));
    }),
  );
  return now.flat();
}

/** What is asked for at a place, answered or not. */
export const accessRequests = async (
  client: DynamoDBDocumentClient,
  table: string,
  { scope, scopeId }: Scope,
): Promise<readonly AccessRequest[]> =>
  (await partition(client, table, keys.access(scope, scopeId, '').PK)).map((item) => AccessRequest.parse(item));

const Address = z.pick(StaffPerson, { email: true, language: true });
const Name = z.object({ personId: z.string(), name: z.string() });

/** A batch read takes 100 items. */
const mostAtOnce = 100;

async function names(
  client: DynamoDBDocumentClient,
  table: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(personIds)];
  const found: Item[] = [];
  for (let at = 0; at < wanted.length; at += mostAtOnce)
    found.push(...(await itemsOf(client, table, wanted.slice(at, at + mostAtOnce).map(keys.person))));
  return new Map(found.map((item) => Name.parse(item)).map(({ personId, name }) => [personId, name]));
}

/** A version never changes: a warm function reads it once. */
function noticeStore(client: DynamoDBDocumentClient, TableName: string): Reference['noticeAt'] {
  const kept = new Map<string, Promise<NoticeVersion | undefined>>();
  const versionAt = async (zoneId: string, name: string, latest: number): Promise<NoticeVersion | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName, Key: keys.notice(zoneId, name, latest) }));
    return Item && NoticeVersion.parse(Item);
  };
  const versionBefore = async (zoneId: string, name: string, at: number): Promise<NoticeVersion | undefined> => {
    const [from, to] = [keys.notice(zoneId, name, 0), keys.notice(zoneId, name, at)];
    const { Items } = await client.send(
      new QueryCommand({
        TableName,
        Limit: 1,
        ScanIndexForward: false,
        KeyConditionExpression: 'PK = :pk AND SK BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': from.PK, ':from': from.SK, ':to': to.SK },
      }),
    );
    return Items?.[0] && NoticeVersion.parse(Items[0]);
  };
  return ({ zoneId, ownNotices }, name, at) => {
    const latest = ownNotices?.[name];
    if (latest === undefined) return Promise.resolve(undefined);
    if (at < latest) return versionBefore(zoneId, name, at);
    const id = `${zoneId} ${name} ${String(latest)}`;
    const version = kept.get(id) ?? versionAt(zoneId, name, latest);
    kept.set(id, version);
    version.catch(() => kept.delete(id));
    return version;
  };
}

/** A zone's setting is kept for some seconds by a warm function. */
export function referenceStore(client: DynamoDBDocumentClient, table: string): Reference {
  const kept = new Map<string, { readonly until: number; readonly setting: Promise<ZoneSetting | undefined> }>();
  return {
    setting: (zoneId) => {
      const known = kept.get(zoneId);
      if (known && known.until > performance.now()) return known.setting;
      const setting = readZoneContext(client, table, zoneId);
      kept.set(zoneId, { until: performance.now() + trustMs, setting });
      setting.catch(() => kept.delete(zoneId));
      return setting;
    },
    party: async (zoneId, partyId) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.party(zoneId, partyId), ConsistentRead: true }),
      );
      return Item && Party.parse(Item);
    },
    forget: (zoneId) => {
      kept.delete(zoneId);
    },
    zones: async () => (await partition(client, table, 'ZONES')).map((item) => Zone.parse(item)),
    noticeAt: noticeStore(client, table),
    reportLine: async (line, at) => {
      const items = [
        { ...keys.line(line.zoneId, line.utility), ...line },
        { ...reportKey(line, at), ...line, at },
      ];
      await client.send(
        new TransactWriteCommand({ TransactItems: items.map((Item) => ({ Put: { TableName: table, Item } })) }),
      );
      kept.delete(line.zoneId);
    },
    person: async (subject) => {
      const { person, signedOutAt } = await identityOf(client, table, subject);
      // A subject that happens to be somebody's id must not pass for them anywhere.
      const known = person
        ? { personId: person.personId, memberships: await rolesNow(client, table, membershipsIn(person.items)) }
        : { personId: `unknown:${subject}`, memberships: [] };
      return { ...known, ...(signedOutAt !== undefined && { signedOutAt }) };
    },
    staff: async ({ zoneId, regionId }) =>
      peopleNow([
        ...(await partition(client, table, `STAFF#zone#${zoneId}`)),
        ...(await partition(client, table, `STAFF#region#${regionId}`)),
      ]),
    roleChanges: (place, since) => roleChanges(client, table, place, since),
    addressOf: async (personId) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.person(personId), ConsistentRead: true }),
      );
      return Item && Address.parse(Item);
    },
    accessRequest: (place, requestId) => accessRequest(client, table, place, requestId),
    accessRequests: (place) => accessRequests(client, table, place),
    names: (personIds) => names(client, table, personIds),
  };
}
