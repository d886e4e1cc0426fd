import { Dashboard, GraphWidget, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Parameters } from '../parameters.ts';
import type { Running } from './watch-list.ts';

export function board(
  scope: Construct,
  { stage }: Parameters,
  { functions, deadLetters, machine, http }: Running,
): Dashboard {
  const graph = (title: string, ...left: IMetric[]) => new GraphWidget({ title, left, width: 12 });
  const sum = { statistic: 'sum' };
  return new Dashboard(scope, 'board', {
    dashboardName: `zholkarta-${stage}`,
    defaultInterval: Duration.days(7),
    widgets: [
      [
        graph('Requests', http.metricCount(), http.metricClientError(), http.metricServerError()),
        graph('Latency p95, ms', http.metricLatency({ statistic: 'p95' })),
      ],
      [
        graph(
          'Executions',
          machine.metricStarted(),
          machine.metricSucceeded(),
          machine.metricFailed(),
          machine.metricTimedOut(),
        ),
        graph('Function errors', ...functions.map((failing) => failing.metricErrors({ ...sum, label: failing.is }))),
      ],
      [
        graph(
          'Dead letters',
          ...deadLetters.map(({ of, queue }) => queue.metricApproximateNumberOfMessagesVisible({ label: of.is })),
        ),
        graph(
          'Function p95, ms',
          ...functions.map((slow) => slow.metricDuration({ statistic: 'p95', label: slow.is })),
        ),
      ],
    ],
  });
}
