import { GetCommand, TransactWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { Membership, Party, StaffPerson, Stated, Zone, ZoneLine } from '#core/contracts/reference.ts';
import { StageDuration } from '#core/contracts/stage-duration.ts';
import type { Reference, ZoneSetting } from '#core/ports/index.ts';
import type { Item } from './items.ts';
import { keys } from './keys.ts';
import { queryAll } from './query-all.ts';

/** How long a warm function trusts what changes a few times a year. */
const trustMs = 15_000;

/** All items of a partition: reference data are small. */
export const partition = (client: DynamoDBDocumentClient, TableName: string, PK: string): Promise<readonly Item[]> =>
  queryAll(client, { TableName, KeyConditionExpression: 'PK = :pk', ExpressionAttributeValues: { ':pk': PK } });

const starting = (items: readonly Item[], prefix: string) => items.filter(({ SK }) => String(SK).startsWith(prefix));

/** A zone with all that rules ask about it, as the table has it now. */
export async function readSetting(client: DynamoDBDocumentClient, table: string, zoneId: string): Promise<ZoneSetting | undefined> {
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
    durations: [...durations, ...starting(items, 'DURATION#')].map((item) => StageDuration.parse(item['duration'])),
  };
}

const Link = z.object({ personId: z.string() });

/** What lies with a person. Consistent: whoever lost a role has lost it at the next request. */
export const ofPerson = (client: DynamoDBDocumentClient, TableName: string, personId: string): Promise<readonly Item[]> =>
  queryAll(client, { TableName, ConsistentRead: true, KeyConditionExpression: 'PK = :pk', ExpressionAttributeValues: { ':pk': keys.person(personId).PK } });

export const membershipsIn = (items: readonly Item[]): readonly Membership[] => starting(items, 'MEMBERSHIP#').map((item) => Membership.parse(item));

/** Every report of a line, oldest first; in a partition of its own, so that reading a zone does not grow with the years. */
const reportKey = ({ zoneId, utility }: ZoneLine, at: number) => ({ PK: `REPORTS#${zoneId}`, SK: `${utility}#${String(at).padStart(15, '0')}` });

/** One person may have several roles in a zone and its region: one entry each person. */
export function peopleOf(items: readonly Item[]): readonly StaffPerson[] {
  const people = new Map<string, StaffPerson>();
  for (const item of items) {
    const membership = Membership.parse(item);
    const { personId, ...person } = z.pick(StaffPerson, { personId: true, name: true, email: true, language: true }).parse(item);
    const memberships = [...(people.get(personId)?.memberships ?? []), membership];
    people.set(personId, { personId, ...person, memberships });
  }
  return [...people.values()];
}

/** Zones, parties, durations, memberships. A zone's setting is kept for some seconds by a warm function. */
export function referenceStore(client: DynamoDBDocumentClient, table: string): Reference {
  const kept = new Map<string, { readonly until: number; readonly setting: Promise<ZoneSetting | undefined> }>();
  return {
    setting: (zoneId) => {
      const known = kept.get(zoneId);
      if (known && known.until > performance.now()) return known.setting;
      const setting = readSetting(client, table, zoneId);
      kept.set(zoneId, { until: performance.now() + trustMs, setting });
      setting.catch(() => kept.delete(zoneId));
      return setting;
    },
    party: async (zoneId, partyId) => {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: keys.party(zoneId, partyId), ConsistentRead: true }));
      return Item && Party.parse(Item);
    },
    zones: async () => (await partition(client, table, 'ZONES')).map((item) => Zone.parse(item)),
    reportLine: async (line, at) => {
      const items = [{ ...keys.line(line.zoneId, line.utility), ...line }, { ...reportKey(line, at), ...line, at }];
      await client.send(new TransactWriteCommand({ TransactItems: items.map((Item) => ({ Put: { TableName: table, Item } })) }));
      kept.delete(line.zoneId);
    },
    person: async (subject) => {
      const items = await ofPerson(client, table, subject);
      const link = items.find(({ SK }) => SK === 'LINK');
      if (link === undefined) return { personId: subject, memberships: membershipsIn(items) };
      const { personId } = Link.parse(link);
      return { personId, memberships: membershipsIn(await ofPerson(client, table, personId)) };
    },
    staff: async ({ zoneId, regionId }) => peopleOf([
      ...await partition(client, table, `STAFF#zone#${zoneId}`),
      ...await partition(client, table, `STAFF#region#${regionId}`),
    ]),
  };
}
