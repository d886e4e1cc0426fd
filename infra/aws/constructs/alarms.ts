import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { EventField, Rule, RuleTargetInput, type EventPattern } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { Parameters } from '../parameters.ts';
import { own } from './own-service.ts';

const { GREATER_THAN_OR_EQUAL_TO_THRESHOLD, LESS_THAN_THRESHOLD } = ComparisonOperator;

export interface Watched {
  readonly name: string;
  readonly meaning: string;
  readonly metric: IMetric;
  /** The alarm rings at this value or above; 1 unless told. */
  readonly from?: number;
  /** It rings instead when nothing was measured for so many hours; the metric's period is one hour then. */
  readonly silentHours?: number;
  /** It rings only when it holds in so many periods, of one more: what comes and goes is nobody's fault. */
  readonly lasting?: number;
}

const cloudwatch = own('cloudwatch.amazonaws.com');
/** EventBridge knows no condition here. Source: EventBridge user guide, "Resource-based policies", Amazon SNS. */
const events = new ServicePrincipal('events.amazonaws.com');

export class Alarms extends Construct {
  private readonly action: SnsAction;
  private readonly topic: Topic;
  private readonly prefix: string;

  constructor(scope: Construct, id: string, parameters: Parameters) {
    super(scope, id);
    this.prefix = `zholkarta-${parameters.stage}`;
    this.topic = this.ownTopic(parameters.alarmEmail);
    this.action = new SnsAction(this.topic);
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

  tellOf(name: string, description: string, eventPattern: EventPattern): void {
    new Rule(this, name, {
      description,
      eventPattern,
      targets: [
        new SnsTopic(this.topic, {
          message: RuleTargetInput.fromText(`${this.prefix}: ${description} ${EventField.fromPath('$.detail')}`),
        }),
      ],
    });
  }

  /** Encrypted by a key of our own: alarms cannot publish to a topic under AWS's key, whose policy leaves CloudWatch out. */
  private ownTopic(email: string | undefined): Topic {
    const masterKey = new Key(this, 'key', {
      description: 'Alarms of Zholkarta',
      enableKeyRotation: true,
      pendingWindow: Duration.days(7),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    masterKey.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudwatch],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
      }),
    );
    masterKey.addToResourcePolicy(
      new PolicyStatement({ principals: [events], actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'] }),
    );
    const topic = new Topic(this, 'topic', { displayName: 'Zholkarta', masterKey, enforceSSL: true });
    topic.addToResourcePolicy(
      new PolicyStatement({ principals: [cloudwatch], actions: ['sns:Publish'], resources: [topic.topicArn] }),
    );
    if (email) topic.addSubscription(new EmailSubscription(email));
    return topic;
  }
}
