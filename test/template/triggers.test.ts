import { describe, expect, it } from 'vitest';
import { emailEvents, fileScans, schedules, streamReaders } from '#infra/manifest/index.ts';
import { readable } from './rights.ts';
import { ofType, only, templates } from './synthesised.ts';

const all = templates();
const { onboarding } = all;
const read = (value: unknown) => readable(value, onboarding, all);
const properties = (type: string) => Object.values(ofType(onboarding, type)).map(({ Properties }) => Properties);
const ruleOf = (source: string) =>
  properties('AWS::Events::Rule').find(({ EventPattern }) =>
    (EventPattern as { source: string[] }).source.includes(source),
  );
/** What functions are told of scanning. */
const scanningOf = (template: typeof onboarding) =>
  new Set(
    Object.values(ofType(template, 'AWS::Lambda::Function'))
      .map(
        ({ Properties }) =>
          (Properties['Environment'] as { Variables: Record<string, unknown> }).Variables['FILE_SCANNING'],
      )
      .filter((value) => value !== undefined),
  );
const deadLettersOf = (name: string) => `queue:zholkarta-prod-${name}-dead-letters`;

describe("the table's stream", () => {
  const mappings = properties('AWS::Lambda::EventSourceMapping');

  it('has the readers of the manifest, two at most', () => {
    expect(mappings.map(({ FunctionName }) => read(FunctionName))).toEqual(
      streamReaders.map((reader) => `function:zholkarta-prod-${reader.function}`),
    );
    expect(mappings.length).toBeLessThanOrEqual(2);
  });

  it.each(streamReaders)('is read by $function as the manifest says', (reader) => {
    const mapping = mappings.find(
      ({ FunctionName }) => read(FunctionName) === `function:zholkarta-prod-${reader.function}`,
    );
    expect(mapping).toMatchObject({
      BatchSize: reader.batchSize,
      MaximumBatchingWindowInSeconds: reader.maximumBatchingWindowSeconds,
      ParallelizationFactor: reader.parallelizationFactor,
      MaximumRetryAttempts: reader.retryAttempts,
      BisectBatchOnFunctionError: reader.bisectBatchOnError,
      FunctionResponseTypes: reader.reportBatchItemFailures ? ['ReportBatchItemFailures'] : [],
      FilterCriteria: { Filters: [{ Pattern: JSON.stringify(reader.filter) }] },
    });
    expect(read(mapping?.['EventSourceArn'])).toBe('table/stream');
    expect(
      read((mapping?.['DestinationConfig'] as { OnFailure: { Destination: unknown } }).OnFailure.Destination),
    ).toBe(deadLettersOf(reader.function));
  });
});

describe('the schedules', () => {
  it.each(schedules)('$function: $purpose', (schedule) => {
    const found = properties('AWS::Scheduler::Schedule').find(
      ({ Target }) => read((Target as { Arn: unknown }).Arn) === `function:zholkarta-prod-${schedule.function}`,
    );
    expect(found).toMatchObject({
      ScheduleExpression: `cron(${schedule.cron})`,
      ScheduleExpressionTimezone: 'UTC',
      FlexibleTimeWindow: { Mode: 'OFF' },
    });
    const target = found?.['Target'] as {
      Input: string;
      DeadLetterConfig: { Arn: unknown };
      RetryPolicy: { MaximumRetryAttempts: number };
    };
    expect(JSON.parse(target.Input)).toEqual({ time: '<aws.scheduler.scheduled-time>' });
    expect(target.RetryPolicy.MaximumRetryAttempts).toBeGreaterThan(0);
    expect(read(target.DeadLetterConfig.Arn)).toBe(deadLettersOf(schedule.function));
  });

  it('are no more than the manifest has', () => {
    expect(properties('AWS::Scheduler::Schedule')).toHaveLength(schedules.length);
  });
});

describe('what becomes of an email', () => {
  it('leaves SES for the default bus', () => {
    const destination = only(all.email, 'AWS::SES::ConfigurationSetEventDestination').Properties[
      'EventDestination'
    ] as Record<string, unknown>;
    expect(destination['Enabled']).toBe(true);
    expect(destination['MatchingEventTypes']).toEqual(['delivery', 'bounce', 'complaint', 'reject']);
    expect(destination['MatchingEventTypes']).toHaveLength(emailEvents.detailTypes.length);
    expect(
      readable((destination['EventBridgeDestination'] as { EventBusArn: unknown }).EventBusArn, all.email, all),
    ).toMatch(/:event-bus\/default$/);
  });

  it('reaches the function that records it', () => {
    const rule = ruleOf(emailEvents.source) as {
      EventPattern: unknown;
      Targets: { Arn: unknown; DeadLetterConfig: { Arn: unknown } }[];
    };
    expect(rule.EventPattern).toEqual({
      source: [emailEvents.source],
      'detail-type': [...emailEvents.detailTypes],
      detail: emailEvents.detail,
    });
    expect(rule.Targets.map(({ Arn, DeadLetterConfig }) => [read(Arn), read(DeadLetterConfig.Arn)])).toEqual([
      [`function:zholkarta-prod-${emailEvents.function}`, deadLettersOf(emailEvents.function)],
    ]);
  });
});

describe('what a scanner found in a file', () => {
  it('reaches the function that records it, of our files alone', () => {
    const rule = ruleOf(fileScans.source) as {
      EventPattern: { detail: { s3ObjectDetails: { bucketName: unknown[]; objectKey: unknown } } };
      Targets: { Arn: unknown; DeadLetterConfig: { Arn: unknown } }[];
    };
    expect(rule.EventPattern).toMatchObject({ source: [fileScans.source], 'detail-type': [fileScans.detailType] });
    const { bucketName, objectKey } = rule.EventPattern.detail.s3ObjectDetails;
    expect([bucketName.map(read), objectKey]).toEqual([['files'], [{ prefix: fileScans.prefix }]]);
    expect(rule.Targets.map(({ Arn, DeadLetterConfig }) => [read(Arn), read(DeadLetterConfig.Arn)])).toEqual([
      [`function:zholkarta-prod-${fileScans.function}`, deadLettersOf(fileScans.function)],
    ]);
  });

  it('is looked for by GuardDuty where files are brought', () => {
    const { ProtectedResource, Actions } = only(onboarding, 'AWS::GuardDuty::MalwareProtectionPlan').Properties as {
      ProtectedResource: { S3Bucket: { BucketName: unknown; ObjectPrefixes: string[] } };
      Actions: unknown;
    };
    expect([read(ProtectedResource.S3Bucket.BucketName), ProtectedResource.S3Bucket.ObjectPrefixes]).toEqual([
      'files',
      [fileScans.prefix],
    ]);
    expect(Actions).toEqual({ Tagging: { Status: 'DISABLED' } });
    expect(only(all.data, 'AWS::S3::Bucket').Properties['NotificationConfiguration']).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
    expect(scanningOf(onboarding)).toEqual(new Set(['on']));
  });

  it('is not looked for where the deployment says so, and its functions know', () => {
    const without = templates({ scanUploads: false });
    expect(ofType(without.onboarding, 'AWS::GuardDuty::MalwareProtectionPlan')).toEqual({});
    expect(only(without.data, 'AWS::S3::Bucket').Properties['NotificationConfiguration']).toBeUndefined();
    expect(scanningOf(without.onboarding)).toEqual(new Set(['off']));
  });
});

describe('calls that nobody waits for', () => {
  const unwaited = [...schedules.map((schedule) => schedule.function), emailEvents.function, fileScans.function];

  it('are tried again and then kept, each in its own queue', () => {
    const kept = properties('AWS::Lambda::EventInvokeConfig').map(
      ({ FunctionName, DestinationConfig, MaximumRetryAttempts }) => [
        read(FunctionName),
        read((DestinationConfig as { OnFailure: { Destination: unknown } }).OnFailure.Destination),
        MaximumRetryAttempts,
      ],
    );
    expect(kept).toEqual(unwaited.map((name) => [`function:zholkarta-prod-${name}`, deadLettersOf(name), 2]));
  });

  it('are kept two weeks, encrypted, and watched', () => {
    const queues = ofType(onboarding, 'AWS::SQS::Queue');
    expect(Object.keys(queues)).toHaveLength(unwaited.length + streamReaders.length);
    const watched = properties('AWS::CloudWatch::Alarm')
      .filter(({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible')
      .map(
        ({ Dimensions }) => (Dimensions as { Value: { 'Fn::GetAtt': [string, string] } }[])[0]?.Value['Fn::GetAtt'][0],
      );
    expect(watched.sort()).toEqual(Object.keys(queues).sort());
    for (const { Properties } of Object.values(queues)) {
      expect(Properties).toMatchObject({ MessageRetentionPeriod: 14 * 24 * 3600, SqsManagedSseEnabled: true });
    }
  });
});
