import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '#core/people/audit.ts';
import type { Membership, Person } from '#core/reference/reference.ts';
import { mostRoles } from '#core/people/add-person.ts';
import { administrationStore } from './administration-store.ts';

/** A table that takes everything; and the keys of what it was given. */
function taking() {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'eu-central-1' }));
  const keys: string[] = [];
  client.middlewareStack.add(
    () =>
      ({ input }) => {
        for (const { Put, Delete } of (input as TransactWriteCommandInput).TransactItems ?? []) {
          const { PK, SK } = Put?.Item ?? Delete?.Key ?? {};
          keys.push(`${Put ? 'put' : 'delete'} ${String(PK)} ${String(SK)}`);
        }
        return Promise.resolve({ output: { $metadata: {} }, response: {} });
      },
    { step: 'initialize', priority: 'high' },
  );
  return { store: administrationStore(client, 'table'), keys };
}

const roles: readonly Membership[] = Array.from({ length: mostRoles }, (_, at) => ({
  personId: 'olga',
  scope: 'zone',
  scopeId: `zone-${String(at)}`,
  role: 'officer',
}));
const olga: Person = {
  personId: 'olga',
  name: 'Olga',
  email: 'olga@example.org',
  language: 'kk',
  version: 3,
  signedIn: true,
  memberships: [...roles],
};
const entryOf = ({ scope, scopeId }: Membership): AuditEntry => ({
  entryId: scopeId,
  at: 1,
  scope,
  scopeId,
  by: 'chief',
  what: 'role-ended',
  about: 'olga',
  changes: [],
});

describe('a person with as many roles as one may have', () => {
  it('can lose all of them at once', async () => {
    const { store, keys } = taking();
    await store.write(
      [{ edit: 'person', before: olga, after: { ...olga, version: 4, memberships: [] } }],
      roles.map(entryOf),
    );
    expect(keys.filter((key) => key.startsWith('delete'))).toHaveLength(2 * mostRoles);
    expect(keys.length).toBeLessThanOrEqual(100);
  });

  it('can get another address, everywhere', async () => {
    const { store, keys } = taking();
    await store.write(
      [{ edit: 'person', before: olga, after: { ...olga, version: 4, email: 'new@example.org' } }],
      roles.map(entryOf),
    );
    expect(keys.filter((key) => key.startsWith('put STAFF#'))).toHaveLength(mostRoles);
    expect(keys.length).toBeLessThanOrEqual(100);
  });

  it('has only the role written that changes', async () => {
    const { store, keys } = taking();
    const [first, ...others] = roles;
    const ended: Membership[] = first ? [{ ...first, until: '2026-12-31' }, ...others] : [];
    await store.write([{ edit: 'person', before: olga, after: { ...olga, version: 4, memberships: ended } }], []);
    expect(keys).toEqual([
      'put PERSON#olga PERSON',
      'put PERSON#olga MEMBERSHIP#zone#zone-0#officer',
      'put STAFF#zone#zone-0 olga#officer',
    ]);
  });
});
