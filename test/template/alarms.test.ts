import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { functions, schedules, streamReaders } from '#infra/manifest/index.ts';
import { ofType, only, templates } from './synthesised.ts';

/** The part of CloudWatch's embedded metric format that says which metric an entry of the log is. */
interface Entry extends Readonly<Record<string, unknown>> {
  readonly _aws: {
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string }[];
    }[];
  };
}

/** The metrics that a function of this deployment publishes when it runs this, as an alarm would name them. */
function published(code: string) {
  const module = JSON.stringify(new URL('../../functions/observe.ts', import.meta.url).href);
  const run = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `const { count, reportOldestMessage } = await import(${module}); ${code}`],
    { env: { AWS_LAMBDA_FUNCTION_NAME: 'zholkarta-prod-sweep-outbox' }, encoding: 'utf8' },
  );
  const entries = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry);
  return entries.flatMap((entry) =>
    entry._aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
      Dimensions.flatMap((names) =>
        Metrics.map(({ Name }) => ({
          Namespace,
          MetricName: Name,
          Dimensions: names.map((dimension) => ({ Name: dimension, Value: entry[dimension] })),
        })),
      ),
    ),
  );
}

const { onboarding } = templates({ alarmEmail: 'duty@example.org' });
const alarms = new Map(
  Object.values(ofType(onboarding, 'AWS::CloudWatch::Alarm')).map(({ Properties }) => [
    String(Properties['AlarmName']).replace('zholkarta-prod-', ''),
    Properties,
  ]),
);

describe('the alarms', () => {
  it('watch every function, schedule, stream reader, and what they share', () => {
    expect([...alarms.keys()].filter((name) => !name.endsWith('-dead-letters')).sort()).toEqual(
      [
        ...Object.keys(functions).map((name) => `${name}-errors`),
        ...schedules.map((schedule) => `${schedule.function}-silent`),
        ...streamReaders.map((reader) => `${reader.function}-iterator-age`),
        'functions-throttled',
        'executions-failed',
        'executions-timed-out',
        'http-server-errors',
        'http-client-errors',
        'table-throttled',
        'email-bounces',
        'email-complaints',
        'rows-set-aside',
        'errands-put-off',
        'oldest-errand',
        'unexpected-faults',
      ].sort(),
    );
  });

  it.each([
    ['relay-errors', { MetricName: 'Errors', Threshold: 1, Period: 300, TreatMissingData: 'notBreaching' }],
    ['relay-iterator-age', { MetricName: 'IteratorAge', Threshold: 300_000, Statistic: 'Maximum' }],
    [
      'run-day-silent',
      {
        MetricName: 'Invocations',
        ComparisonOperator: 'LessThanThreshold',
        EvaluationPeriods: 26,
        Period: 3600,
        TreatMissingData: 'breaching',
      },
    ],
    ['sweep-outbox-silent', { EvaluationPeriods: 1, Period: 3600, TreatMissingData: 'breaching' }],
    ['executions-failed', { MetricName: 'ExecutionsFailed', Threshold: 1 }],
    ['executions-timed-out', { MetricName: 'ExecutionsTimedOut', Threshold: 1 }],
    ['email-bounces', { Namespace: 'AWS/SES', MetricName: 'Reputation.BounceRate', Threshold: 0.05 }],
    [
      'rows-set-aside',
      { Threshold: 1, EvaluationPeriods: 1, Period: 300, Statistic: 'Sum', TreatMissingData: 'notBreaching' },
    ],
    [
      'errands-put-off',
      {
        Threshold: 1,
        EvaluationPeriods: 4,
        DatapointsToAlarm: 3,
        Period: 3600,
        Statistic: 'Sum',
        TreatMissingData: 'notBreaching',
      },
    ],
    [
      'oldest-errand',
      {
        Threshold: 7_200_000,
        EvaluationPeriods: 1,
        Period: 3600,
        Statistic: 'Maximum',
        TreatMissingData: 'notBreaching',
      },
    ],
    [
      'unexpected-faults',
      { Threshold: 1, EvaluationPeriods: 1, Period: 300, Statistic: 'Sum', TreatMissingData: 'notBreaching' },
    ],
    ['http-server-errors', { MetricName: '5xx', Threshold: 5 }],
  ])('%s', (name, expected) => {
    expect(alarms.get(name)).toMatchObject(expected);
  });

  it('watch what the functions count, where they count it', () => {
    const counted = published(
      "count('RowsSetAside'); count('ErrandsPutOff'); count('UnexpectedFaults'); reportOldestMessage(1);",
    );
    const watched = [...alarms.values()]
      .filter(({ Namespace }) => !String(Namespace ?? 'AWS/').startsWith('AWS/'))
      .map(({ Namespace, MetricName, Dimensions }) => ({ Namespace, MetricName, Dimensions }));
    expect(counted).toHaveLength(4);
    expect(watched).toHaveLength(4);
    expect(watched).toEqual(expect.arrayContaining(counted));
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
    const { KeyPolicy, EnableKeyRotation } = only(onboarding, 'AWS::KMS::Key').Properties as {
      KeyPolicy: { Statement: unknown[] };
      EnableKeyRotation: boolean;
    };
    expect(EnableKeyRotation).toBe(true);
    expect(KeyPolicy.Statement).toContainEqual({
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Principal: cloudwatch,
      Condition: ofThisAccount,
      Resource: '*',
    });
    const { PolicyDocument } = only(onboarding, 'AWS::SNS::TopicPolicy').Properties as {
      PolicyDocument: { Statement: unknown[] };
    };
    expect(PolicyDocument.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: cloudwatch,
        Condition: ofThisAccount,
      }),
    );
  });

  it('tells when files are not scanned any more, where they are', () => {
    const rules = (parameters: Record<string, unknown>) =>
      Object.values(ofType(templates(parameters).onboarding, 'AWS::Events::Rule'))
        .map(({ Properties }) => Properties)
        .filter(({ EventPattern }) => JSON.stringify(EventPattern).includes('Resource Status Error'));
    const [topic] = Object.keys(ofType(onboarding, 'AWS::SNS::Topic'));
    expect(rules({})).toMatchObject([
      { EventPattern: { source: ['aws.guardduty'] }, Targets: [{ Arn: { Ref: topic } }] },
    ]);
    expect(rules({ scanUploads: false })).toEqual([]);
  });

  it('tells who the parameters name', () => {
    expect(only(onboarding, 'AWS::SNS::Subscription').Properties).toMatchObject({
      Protocol: 'email',
      Endpoint: 'duty@example.org',
    });
  });
});
