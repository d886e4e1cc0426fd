import { QueryCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { AuditEntry } from '#core/people/audit.ts';
import { StaffRole, type Scope } from '#core/reference/reference.ts';
import type { Place } from '#core/kernel/actor.ts';
import type { RoleChange } from '#core/kernel/ports.ts';
import { keys } from './keys.ts';

const most = 500;

function changeIn({ what, about, at, scope, scopeId, changes }: AuditEntry): readonly RoleChange[] {
  const told = changes.find(({ field }) => field === 'role');
  const role = StaffRole.safeParse(what === 'role-given' ? told?.after : told?.before);
  if ((what !== 'role-given' && what !== 'role-ended') || !role.success) return [];
  return [{ personId: about, scope, scopeId, role: role.data, what: what === 'role-given' ? 'given' : 'ended', at }];
}

async function changesAt(
  client: DynamoDBDocumentClient,
  TableName: string,
  { scope, scopeId }: Scope,
  since: number,
): Promise<readonly RoleChange[]> {
  const { PK, SK } = keys.audit(scope, scopeId, since + 1, '');
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName,
      Limit: most,
      ScanIndexForward: false,
      KeyConditionExpression: 'PK = :pk AND SK >= :since',
      ExpressionAttributeValues: { ':pk': PK, ':since': SK },
    }),
  );
  return Items.flatMap((item) => changeIn(AuditEntry.parse(item['entry'])));
}

/** Latest first. */
export async function roleChanges(
  client: DynamoDBDocumentClient,
  table: string,
  { zoneId, regionId }: Place,
  since: number,
): Promise<readonly RoleChange[]> {
  const found = await Promise.all([
    changesAt(client, table, { scope: 'zone', scopeId: zoneId }, since),
    changesAt(client, table, { scope: 'region', scopeId: regionId }, since),
  ]);
  return found.flat().toSorted((a, b) => b.at - a.at);
}
