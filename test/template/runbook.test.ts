import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '#infra/bundling.ts';
import { stateMachine } from '#infra/manifest/index.ts';
import { ofType, templates } from './synthesised.ts';

interface Retry {
  readonly IntervalSeconds?: number;
  readonly MaxAttempts: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
}

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/runbook.md');
const alarms = Object.values(ofType(templates().onboarding, 'AWS::CloudWatch::Alarm')).map(
  ({ Properties }) => Properties,
);

/** Every rule of the definition by which a call is tried again, once. */
function retries(): Retry[] {
  const found = new Map<string, Retry>();
  JSON.parse(stateMachine.definition, (key, value: unknown) => {
    if (key === 'Retry')
      for (const rule of value as Retry[]) if (rule.MaxAttempts > 0) found.set(JSON.stringify(rule), rule);
    return value;
  });
  return [...found.values()];
}

describe('the runbook', () => {
  it('names alarms that exist', () => {
    const named = [...page.matchAll(/`(zholkarta-prod-[a-z-]+)`/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !alarms.some(({ AlarmName }) => AlarmName === name))).toEqual([]);
  });

  it('says for how long a call of the machine is tried again', () => {
    const [rule, ...others] = retries();
    if (!rule) throw new Error('Nothing is tried again');
    expect(others).toEqual([]);
    const { IntervalSeconds = 1, MaxAttempts, BackoffRate = 2, MaxDelaySeconds = Infinity } = rule;
    const pauses = Array.from({ length: MaxAttempts }, (_, place) =>
      Math.min(MaxDelaySeconds, IntervalSeconds * BackoffRate ** place),
    );
    const days = pauses.reduce((sum, pause) => sum + pause, 0) / 86_400;
    // With full jitter a pause is drawn between nothing and its length.
    expect(page).toContain(`about ${String(Math.round(days / 2))} days, at most ${String(Math.round(days))}`);
    expect(page).toContain(`${String(MaxAttempts)} times`);
  });
});

describe('the deploy page', () => {
  it('counts the metrics that alarms are paid by', () => {
    const metrics = alarms.flatMap(({ MetricName, Metrics }) =>
      MetricName === undefined
        ? (Metrics as { MetricStat?: unknown }[]).filter(({ MetricStat }) => MetricStat)
        : [MetricName],
    );
    expect(read('docs/deploy.md')).toContain(`alarms on ${String(metrics.length)} metrics`);
  });
});
