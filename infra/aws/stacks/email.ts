import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  MailFromBehaviorOnMxFailure,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import { emailEvents } from '#infra/manifest/index.ts';
import type { Parameters } from '../parameters.ts';

const sesEvents: Readonly<Record<(typeof emailEvents.detailTypes)[number], EmailSendingEvent>> = {
  'Email Delivered': EmailSendingEvent.DELIVERY,
  'Email Bounced': EmailSendingEvent.BOUNCE,
  'Email Complaint Received': EmailSendingEvent.COMPLAINT,
  'Email Rejected': EmailSendingEvent.REJECT,
};

export class EmailStack extends Stack {
  readonly configurationSetName: string;
  readonly sendingArns: readonly string[];

  constructor(scope: Construct, id: string, props: StackProps, parameters: Parameters) {
    super(scope, id, { ...props, terminationProtection: true });
    const set = new ConfigurationSet(this, 'Emails', {
      configurationSetName: `zholkarta-${parameters.stage}`,
      reputationMetrics: true,
      // Emails carry links that are secrets: they go by TLS or not at all.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    this.configurationSetName = set.configurationSetName;
    set.addEventDestination('Events', {
      // SES delivers to the default bus only.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: emailEvents.detailTypes.map((type) => sesEvents[type]),
    });
    const { senderIdentity: verified } = parameters;
    const identity = new EmailIdentity(this, 'Sender', {
      identity: verified.includes('@') ? Identity.email(verified) : Identity.domain(verified),
      ...(parameters.mailFrom && {
        mailFromDomain: parameters.mailFrom,
        mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.USE_DEFAULT_VALUE,
      }),
    });
    this.sendingArns = [verified, ...parameters.sandboxRecipients]
      .map((name) => this.formatArn({ service: 'ses', resource: 'identity', resourceName: name }))
      .concat(
        this.formatArn({ service: 'ses', resource: 'configuration-set', resourceName: this.configurationSetName }),
      );
    if (!verified.includes('@')) {
      identity.dkimRecords.forEach(({ name, value }, index) => {
        new CfnOutput(this, `DkimRecord${String(index + 1)}`, { value: `${name} CNAME ${value}` });
      });
    }
  }
}
