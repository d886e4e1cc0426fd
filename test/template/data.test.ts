import { describe, expect, it } from 'vitest';
import { indexes, table as spec } from '#infra/manifest/index.ts';
import { houseApp, ofType, only, templates } from './synthesised.ts';

const { data } = templates({ dataResidency: 'Copy of the database in Astana' });
const table = only(data, 'AWS::DynamoDB::Table');
const schema = (partitionKey: string, sortKey: string) => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  { AttributeName: sortKey, KeyType: 'RANGE' },
];

describe('the table', () => {
  it('has the keys and indexes of the manifest', () => {
    expect(table.Properties['KeySchema']).toEqual(schema(spec.partitionKey, spec.sortKey));
    expect(table.Properties['GlobalSecondaryIndexes']).toEqual(
      indexes.map(({ name, partitionKey, sortKey, projection, attributes }) => ({
        IndexName: name,
        KeySchema: schema(partitionKey, sortKey),
        Projection: { ProjectionType: projection, ...(attributes && { NonKeyAttributes: attributes }) },
      })),
    );
  });

  /** CloudFormation makes or removes one index an update. After a release this list is that release's. */
  const released = [
    'byAssignee',
    'byDue',
    'byForum',
    'byHolder',
    'byOutbox',
    'byOverdue',
    'bySector',
    'byStage',
    'byStart',
    'byZone',
  ];
  it('changes by one index at most since the last release', () => {
    const now = indexes.map(({ name }) => name as string);
    expect(
      [...now.filter((name) => !released.includes(name)), ...released.filter((name) => !now.includes(name))].length,
    ).toBeLessThanOrEqual(1);
  });

  it('is paid by use, encrypted, guarded against deletion and restorable to any second of five weeks', () => {
    expect(table.DeletionPolicy).toBe('Retain');
    expect(table.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      SSESpecification: { SSEEnabled: true },
    });
  });

  it('forgets what the manifest lets expire and streams only keys', () => {
    expect(table.Properties).toMatchObject({
      TimeToLiveSpecification: { AttributeName: spec.timeToLive, Enabled: true },
      StreamSpecification: { StreamViewType: spec.streamView },
    });
  });

  it('says where it lies and what personal data it holds', () => {
    expect(table.Properties['Tags']).toContainEqual({ Key: 'data-residency', Value: 'Copy of the database in Astana' });
    expect(data.findOutputs('DataResidency')['DataResidency']).toMatchObject({
      Value: 'eu-central-1: Copy of the database in Astana',
    });
  });

  it('gives way to a restored one and stays itself', () => {
    const streamArn = 'arn:aws:dynamodb:eu-central-1:123456789012:table/restored/stream/2026-11-01T00:00:00.000';
    const restored = templates({ restoredTable: { name: 'restored', streamArn } });
    expect(ofType(restored.data, 'AWS::DynamoDB::Table')).toEqual(ofType(templates().data, 'AWS::DynamoDB::Table'));
    const told = Object.values(ofType(restored.onboarding, 'AWS::Lambda::Function')).map(
      ({ Properties }) => (Properties['Environment'] as { Variables: Record<string, unknown> }).Variables['TABLE_NAME'],
    );
    expect(new Set(told)).toEqual(new Set(['restored']));
    expect(only(restored.onboarding, 'AWS::Lambda::EventSourceMapping').Properties['EventSourceArn']).toBe(streamArn);
    expect(JSON.stringify(restored.onboarding.toJSON())).not.toContain(
      'zholkarta-prod-data:ExportsOutputFnGetAttTable',
    );
  });
});

describe('the secret behind links', () => {
  it('is made by AWS, long, and stays when the stack goes', () => {
    const secret = only(data, 'AWS::SecretsManager::Secret');
    expect(secret.DeletionPolicy).toBe('Retain');
    expect(secret.Properties['GenerateSecretString']).toEqual({ PasswordLength: 64, ExcludePunctuation: true });
  });
});

describe('the stacks', () => {
  it('that hold or run something cannot be deleted by one command', () => {
    const { data: kept, signIn, email, onboarding } = houseApp().stacks;
    expect([kept, signIn, email, onboarding].map(({ terminationProtection }) => terminationProtection)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('name no account, so that they deploy into any', () => {
    for (const template of Object.values(templates()))
      expect(JSON.stringify(template.toJSON())).not.toMatch(/\b\d{12}\b/);
  });

  it('need no custom resource', () => {
    for (const template of Object.values(templates())) {
      const types = Object.values((template.toJSON() as { Resources: Record<string, { Type: string }> }).Resources).map(
        ({ Type }) => Type,
      );
      expect(types.filter((type) => /^Custom::|CustomResource/.test(type))).toEqual([]);
    }
  });
});
