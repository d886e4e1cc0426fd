import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Metric, MathExpression, Stats, type IMetric, type MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { schedules, streamReaders, type Schedule } from '#infra/manifest/index.ts';
import type { Watched } from './alarms.ts';
import type { DeadLetters } from './dead-letters.ts';
import type { KeptTable } from '../stacks/data.ts';
import type { HouseFunction } from './house-function.ts';

export interface Running {
  readonly stage: string;
  readonly functions: readonly HouseFunction[];
  readonly deadLetters: readonly { readonly of: HouseFunction; readonly queue: DeadLetters }[];
  readonly machine: StateMachine;
  readonly http: HttpApi;
  readonly table: KeptTable;
}

const period = Duration.minutes(5);
const sum = { period, statistic: Stats.SUM };

export function watchList(running: Running): readonly Watched[] {
  return [
    ...functionsWatched(running),
    ...running.deadLetters.map(({ of, queue }) => ({
      name: `${of.is}-dead-letters`,
      meaning: `Something ${of.is} could not do waits in its queue. Read the message, mend the cause, then call the function with it.`,
      metric: queue.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM }),
    })),
    ...streamReaders.map((reader) => ({
      name: `${reader.function}-iterator-age`,
      meaning:
        'The outbox is worked off more than five minutes late. Nothing is lost: the sweep takes what the stream forgets.',
      metric: byName(running.functions, reader.function).metric('IteratorAge', { period, statistic: Stats.MAXIMUM }),
      from: Duration.minutes(5).toMilliseconds(),
    })),
    {
      name: 'executions-failed',
      meaning: 'A letter stands still: its execution failed. Its history names the state.',
      metric: running.machine.metricFailed(sum),
    },
    {
      name: 'executions-timed-out',
      meaning: 'A letter stands still: its execution ran out of time.',
      metric: running.machine.metricTimedOut(sum),
    },
    {
      name: 'http-server-errors',
      meaning: 'Callers were told of an error of ours. The access log names the route.',
      metric: running.http.metricServerError(sum),
      from: 5,
    },
    {
      name: 'http-client-errors',
      meaning:
        'Very many requests are refused, of strangers or of too many at once (429). The access log names the routes.',
      metric: running.http.metricClientError(sum),
      from: 1_000,
    },
    {
      name: 'table-throttled',
      meaning: 'The table turned requests away: one partition is too hot, or a quota is reached.',
      metric: tableThrottled(running.table),
    },
    ...emailWatched(),
    ...outboxWatched(running),
  ];
}

/** What our functions count themselves (functions/observe.ts): relay and sweep go on when a message fails, so no error of theirs tells. */
function outboxWatched({ stage }: Running): readonly Watched[] {
  const own = (metricName: string, props: MetricOptions) =>
    new Metric({ namespace: 'Zholkarta', dimensionsMap: { service: `zholkarta-${stage}` }, metricName, ...props });
  const hour = Duration.hours(1);
  return [
    {
      name: 'rows-set-aside',
      meaning:
        'An errand cannot be done: its row is unreadable, or what it leads to refuses it for good. The log names lane and row.',
      metric: own('RowsSetAside', sum),
    },
    // What fails is tried again with pauses of up to an hour, so an hour is the shortest time that tells "still" from "again".
    {
      name: 'errands-put-off',
      meaning:
        'Emails or executions have been failing for hours. The log names the cause; nothing is lost, all is tried again.',
      metric: own('ErrandsPutOff', { period: hour, statistic: Stats.SUM }),
      lasting: 3,
    },
    {
      name: 'oldest-errand',
      meaning:
        'An errand that is due has been waiting for more than two hours since it was queued. The log of sweep-outbox names what fails.',
      metric: own('OldestErrandAge', { period: hour, statistic: Stats.MAXIMUM }),
      from: Duration.hours(2).toMilliseconds(),
    },
    {
      name: 'unexpected-faults',
      meaning: 'Somebody was told of an error of ours. The log has it under the reference they were given.',
      metric: own('UnexpectedFaults', sum),
    },
  ];
}

function functionsWatched({ functions }: Running): readonly Watched[] {
  return [
    ...functions.map((watched) => ({
      name: `${watched.is}-errors`,
      meaning: `${watched.is} failed. Its log names the cause.`,
      metric: watched.metricErrors(sum),
    })),
    {
      name: 'functions-throttled',
      meaning: 'The account ran out of concurrent executions. A new account has ten: ask AWS for more.',
      metric: new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', ...sum }),
    },
    ...schedules.map((schedule) => ({
      name: `${schedule.function}-silent`,
      meaning: `${schedule.function} was not called when it should have been. Look at its schedule.`,
      metric: byName(functions, schedule.function).metricInvocations({
        period: Duration.hours(1),
        statistic: Stats.SUM,
      }),
      silentHours: hoursBetween(schedule),
    })),
  ];
}

/** SES puts an account under review at 5 % bounces and 0.1 % complaints. */
function emailWatched(): readonly Watched[] {
  const rate = (metricName: string) =>
    new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: Stats.AVERAGE });
  return [
    {
      name: 'email-bounces',
      meaning: 'Too many emails come back; SES may stop the account. Look at the addresses.',
      metric: rate('Reputation.BounceRate'),
      from: 0.05,
    },
    {
      name: 'email-complaints',
      meaning: 'Too many recipients call our email spam; SES may stop the account.',
      metric: rate('Reputation.ComplaintRate'),
      from: 0.001,
    },
  ];
}

/** After how many hours a schedule's silence is a fault: two more than a day for one that runs daily, so that it may be late. */
const hoursBetween = ({ cron }: Schedule): number => (cron.split(' ')[1] === '*' ? 1 : 26);

function tableThrottled(table: KeptTable): IMetric {
  const usingMetrics = {
    reads: table.metric('ReadThrottleEvents', sum),
    writes: table.metric('WriteThrottleEvents', sum),
  };
  return new MathExpression({
    expression: 'FILL(reads, 0) + FILL(writes, 0)',
    label: 'Requests turned away',
    usingMetrics,
    period,
  });
}

function byName(functions: readonly HouseFunction[], name: HouseFunction['is']): HouseFunction {
  const found = functions.find(({ is }) => is === name);
  if (!found) throw new Error(`No function ${name}`);
  return found;
}
