import { describe, expect, it } from 'vitest';
import { emailEvents, schedules, streamReaders } from '#infra/manifest/index.ts';
import { readable } from './rights.ts';
import { ofType, only, templates } from './synthesised.ts';

const all = templates();
const { onboarding } = all;
const read = (value: unknown) => readable(value, onboarding, all);
const properties = (type: string) => Object.values(ofType(onboarding, type)).map(({ Properties }) => Properties);
const deadLettersOf = (name: string) => `queue:zholkarta-prod-${name}-dead-letters`;

describe("the table's stream", () => {
  const mappings = properties('AWS::Lambda::EventSourceMapping');

  it('has the readers of the manifest, two at most', () => {
    expect(mappings.map(({ FunctionName }) => read(FunctionName))).toEqual(streamReaders.map((reader) => `function:zholkarta-prod-${reader.function}`));
    expect(mappings.length).toBeLessThanOrEqual(2);
  });

  it.each(streamReaders)('is read by $function as the manifest says', (reader) => {
    const mapping = mappings.find(({ FunctionName }) => read(FunctionName) === `function:zholkarta-prod-${reader.function}`);
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
    expect(read((mapping?.['DestinationConfig'] as { OnFailure: { Destination: unknown } }).OnFailure.Destination)).toBe(deadLettersOf(reader.function));
  });
});

describe('the schedules', () => {
  it.each(schedules)('$function: $purpose', (schedule) => {
    const found = properties('AWS::Scheduler::Schedule')
      .find(({ Target }) => read((Target as { Arn: unknown }).Arn) === `function:zholkarta-prod-${schedule.function}`);
    expect(found).toMatchObject({ ScheduleExpression: `cron(${schedule.cron})`, ScheduleExpressionTimezone: 'UTC', FlexibleTimeWindow: { Mode: 'OFF' } });
    const target = found?.['Target'] as { Input: string; DeadLetterConfig: { Arn: unknown }; RetryPolicy: { MaximumRetryAttempts: number } };
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
    const destination = only(all.email, 'AWS::SES::ConfigurationSetEventDestination').Properties['EventDestination'] as Record<string, unknown>;
    expect(destination['Enabled']).toBe(true);
    expect(destination['MatchingEventTypes']).toEqual(['delivery', 'bounce', 'complaint', 'reject']);
    expect(destination['MatchingEventTypes']).toHaveLength(emailEvents.detailTypes.length);
    expect(readable((destination['EventBridgeDestination'] as { EventBusArn: unknown }).EventBusArn, all.email, all)).toMatch(/:event-bus\/default$/);
  });

  it('reaches the function that records it', () => {
    const rule = only(onboarding, 'AWS::Events::Rule').Properties as { EventPattern: unknown; Targets: { Arn: unknown; DeadLetterConfig: { Arn: unknown } }[] };
    expect(rule.EventPattern).toEqual({ source: [emailEvents.source], 'detail-type': [...emailEvents.detailTypes], detail: emailEvents.detail });
    expect(rule.Targets.map(({ Arn, DeadLetterConfig }) => [read(Arn), read(DeadLetterConfig.Arn)])).toEqual([
      [`function:zholkarta-prod-${emailEvents.function}`, deadLettersOf(emailEvents.function)],
    ]);
  });
});

describe('calls that nobody waits for', () => {
  const unwaited = [...schedules.map((schedule) => schedule.function), emailEvents.function];

  it('are tried again and then kept, each in its own queue', () => {
    const kept = properties('AWS::Lambda::EventInvokeConfig').map(({ FunctionName, DestinationConfig, MaximumRetryAttempts }) => [
      read(FunctionName), read((DestinationConfig as { OnFailure: { Destination: unknown } }).OnFailure.Destination), MaximumRetryAttempts,
    ]);
    expect(kept).toEqual(unwaited.map((name) => [`function:zholkarta-prod-${name}`, deadLettersOf(name), 2]));
  });

  it('are kept two weeks, encrypted, and watched', () => {
    const queues = ofType(onboarding, 'AWS::SQS::Queue');
    expect(Object.keys(queues)).toHaveLength(unwaited.length + streamReaders.length);
    const watched = properties('AWS::CloudWatch::Alarm').filter(({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible')
      .map(({ Dimensions }) => (Dimensions as { Value: { 'Fn::GetAtt': [string, string] } }[])[0]?.Value['Fn::GetAtt'][0]);
    expect(watched.sort()).toEqual(Object.keys(queues).sort());
    for (const { Properties } of Object.values(queues)) {
      expect(Properties).toMatchObject({ MessageRetentionPeriod: 14 * 24 * 3600, SqsManagedSseEnabled: true });
    }
  });
});
