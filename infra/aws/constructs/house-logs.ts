import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

/** Logs hold no personal data and no tokens, so CloudWatch's own encryption is enough and they may go with the stack. */
export class HouseLogs extends LogGroup {
  constructor(scope: Construct, id: string, logGroupName: string, retentionDays: number) {
    super(scope, id, { logGroupName, retention: retentionDays, removalPolicy: RemovalPolicy.DESTROY });
  }
}
