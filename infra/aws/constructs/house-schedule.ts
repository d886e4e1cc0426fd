import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { Schedule } from '#infra/manifest/index.ts';
import type { DeadLetters } from './dead-letters.ts';
import type { HouseFunction } from './house-function.ts';

/** What the function is called with: the time it was meant for, also when it is called late or again. */
const event = { time: '<aws.scheduler.scheduled-time>' };

export class HouseSchedule extends Construct {
  constructor(scope: Construct, id: string, { cron, purpose }: Schedule, target: HouseFunction, failed: DeadLetters) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] }));
    role.addToPolicy(failed.sending);
    const schedule = new CfnSchedule(this, 'Schedule', {
      description: purpose,
      scheduleExpression: `cron(${cron})`,
      scheduleExpressionTimezone: 'UTC',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: target.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify(event),
        deadLetterConfig: { arn: failed.queueArn },
        retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 10 },
      },
    });
    schedule.node.addDependency(role);
  }
}
