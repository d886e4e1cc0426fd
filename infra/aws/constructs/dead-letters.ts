import { Duration, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { DlqDestinationConfig, DestinationConfig, IEventSourceDlq, IDestination } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** Unlike CDK's own SqsDestination it asks for `sqs:SendMessage` only. */
export class DeadLetters extends Queue implements IDestination, IEventSourceDlq {
  constructor(scope: Construct, id: string, queueName: string) {
    super(scope, id, {
      queueName,
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This queue is the end of the line; an alarm watches it.',
    });
  }

  bind(): DestinationConfig & DlqDestinationConfig {
    return { destination: this.queueArn };
  }

  get sending(): PolicyStatement {
    return new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queueArn] });
  }
}
