import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Parameters } from '../parameters.ts';

const { GREATER_THAN_OR_EQUAL_TO_THRESHOLD, LESS_THAN_THRESHOLD } = ComparisonOperator;

export interface Watched {
  readonly name: string;
  /** What it means and what to look at first, for who is woken by it. */
  readonly meaning: string;
  readonly metric: IMetric;
  /** The alarm rings at this value or above; 1 unless told. */
  readonly from?: number;
  /** It rings instead when nothing was measured for so many hours; the metric's period is one hour then. */
  readonly silentHours?: number;
  /** It rings only when it holds in so many periods, of one more: what comes and goes is nobody's fault. */
  readonly lasting?: number;
}

const cloudwatch = new ServicePrincipal('cloudwatch.amazonaws.com', {
  conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
});

/** One topic all alarms go to, and the alarms. */
export class Alarms extends Construct {
  private readonly action: SnsAction;
  private readonly prefix: string;

  constructor(scope: Construct, id: string, parameters: Parameters) {
    super(scope, id);
    this.prefix = `zholkarta-${parameters.stage}`;
    this.action = new SnsAction(this.topic(parameters.alarmEmail));
  }

  add({ name, meaning, metric, from = 1, silentHours, lasting }: Watched): void {
    const alarm = new Alarm(this, name, {
      metric,
      alarmName: `${this.prefix}-${name}`,
      alarmDescription: meaning,
      threshold: from,
      evaluationPeriods: silentHours ?? (lasting === undefined ? 1 : lasting + 1),
      ...(lasting !== undefined && { datapointsToAlarm: lasting }),
      comparisonOperator: silentHours ? LESS_THAN_THRESHOLD : GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: silentHours ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(this.action);
  }

  /** Encrypted by a key of our own: alarms cannot publish to a topic under AWS's key, whose policy leaves CloudWatch out. */
  private topic(email: string | undefined): Topic {
    const masterKey = new Key(this, 'key', {
      description: 'Alarms of Zholkarta',
      enableKeyRotation: true,
      pendingWindow: Duration.days(7),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    masterKey.addToResourcePolicy(new PolicyStatement({
      principals: [cloudwatch],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      resources: ['*'],
    }));
    const topic = new Topic(this, 'topic', { displayName: 'Zholkarta', masterKey, enforceSSL: true });
    topic.addToResourcePolicy(new PolicyStatement({
      principals: [cloudwatch],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
    }));
    if (email) topic.addSubscription(new EmailSubscription(email));
    return topic;
  }
}
