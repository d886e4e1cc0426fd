import { describe, expect, it } from 'vitest';
import { functions, schedules, streamReaders } from '#infra/manifest/index.ts';
import { ofType, only, templates } from './synthesised.ts';

const { onboarding } = templates({ alarmEmail: 'duty@example.org' });
const alarms = new Map(Object.values(ofType(onboarding, 'AWS::CloudWatch::Alarm'))
  .map(({ Properties }) => [String(Properties['AlarmName']).replace('zholkarta-prod-', ''), Properties]));

describe('the alarms', () => {
  it('watch every function, schedule, stream reader, and what they share', () => {
    expect([...alarms.keys()].filter((name) => !name.endsWith('-dead-letters')).sort()).toEqual([
      ...Object.keys(functions).map((name) => `${name}-errors`),
      ...schedules.map((schedule) => `${schedule.function}-silent`),
      ...streamReaders.map((reader) => `${reader.function}-iterator-age`),
      'functions-throttled', 'executions-failed', 'executions-timed-out', 'http-server-errors',
      'table-throttled', 'email-bounces', 'email-complaints',
    ].sort());
  });

  it.each([
    ['relay-errors', { MetricName: 'Errors', Threshold: 1, Period: 300, TreatMissingData: 'notBreaching' }],
    ['relay-iterator-age', { MetricName: 'IteratorAge', Threshold: 300_000, Statistic: 'Maximum' }],
    ['run-day-silent', { MetricName: 'Invocations', ComparisonOperator: 'LessThanThreshold', EvaluationPeriods: 26, Period: 3600, TreatMissingData: 'breaching' }],
    ['sweep-outbox-silent', { EvaluationPeriods: 1, Period: 3600, TreatMissingData: 'breaching' }],
    ['executions-failed', { MetricName: 'ExecutionsFailed', Threshold: 1 }],
    ['executions-timed-out', { MetricName: 'ExecutionsTimedOut', Threshold: 1 }],
    ['email-bounces', { Namespace: 'AWS/SES', MetricName: 'Reputation.BounceRate', Threshold: 0.05 }],
    ['http-server-errors', { MetricName: '5xx', Threshold: 5 }],
  ])('%s', (name, expected) => {
    expect(alarms.get(name)).toMatchObject(expected);
  });

  it('say what to do and tell the topic', () => {
    const [topic] = Object.keys(ofType(onboarding, 'AWS::SNS::Topic'));
    for (const alarm of alarms.values()) {
      expect(String(alarm['AlarmDescription']).length).toBeGreaterThan(20);
      expect(alarm['AlarmActions']).toEqual([{ Ref: topic }]);
    }
  });
});

describe('the topic', () => {
  const cloudwatch = { Service: 'cloudwatch.amazonaws.com' };
  const ofThisAccount = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } };

  it('is encrypted by a key CloudWatch may use, and CloudWatch may publish', () => {
    const [key] = Object.keys(ofType(onboarding, 'AWS::KMS::Key'));
    expect(only(onboarding, 'AWS::SNS::Topic').Properties['KmsMasterKeyId']).toEqual({ 'Fn::GetAtt': [key, 'Arn'] });
    const { KeyPolicy, EnableKeyRotation } = only(onboarding, 'AWS::KMS::Key').Properties as { KeyPolicy: { Statement: unknown[] }; EnableKeyRotation: boolean };
    expect(EnableKeyRotation).toBe(true);
    expect(KeyPolicy.Statement).toContainEqual({
      Effect: 'Allow', Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Principal: cloudwatch, Condition: ofThisAccount, Resource: '*',
    });
    const { PolicyDocument } = only(onboarding, 'AWS::SNS::TopicPolicy').Properties as { PolicyDocument: { Statement: unknown[] } };
    expect(PolicyDocument.Statement).toContainEqual(expect.objectContaining({
      Effect: 'Allow', Action: 'sns:Publish', Principal: cloudwatch, Condition: ofThisAccount,
    }));
  });

  it('tells who the parameters name', () => {
    expect(only(onboarding, 'AWS::SNS::Subscription').Properties).toMatchObject({ Protocol: 'email', Endpoint: 'duty@example.org' });
  });
});
