import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { emailEvents } from '#infra/manifest/index.ts';
import type { DeadLetters } from './dead-letters.ts';
import type { HouseFunction } from './house-function.ts';

export function recordEmailEvents(scope: Construct, recorder: HouseFunction, failed: DeadLetters): Rule {
  return new Rule(scope, 'EmailEvents', {
    description: 'What became of an email',
    eventPattern: {
      source: [emailEvents.source],
      detailType: [...emailEvents.detailTypes],
      detail: emailEvents.detail,
    },
    targets: [
      new LambdaFunction(recorder, { deadLetterQueue: failed, retryAttempts: 10, maxEventAge: Duration.hours(6) }),
    ],
  });
}
