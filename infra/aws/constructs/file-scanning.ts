import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { CfnMalwareProtectionPlan } from 'aws-cdk-lib/aws-guardduty';
import { Policy, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { fileScans } from '#infra/manifest/index.ts';
import type { DeadLetters } from './dead-letters.ts';
import type { FilesBucket } from './files-bucket.ts';
import type { HouseFunction } from './house-function.ts';
import { own } from './own-service.ts';

interface Scanned {
  readonly files: FilesBucket;
  readonly recorder: HouseFunction;
  readonly failed: DeadLetters;
}

/** The beginning of its name is all that is known of it. */
const ownRule = 'DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*';
const scanner = 'malware-protection-plan.guardduty.amazonaws.com';

export class FileScanning extends Construct {
  constructor(scope: Construct, id: string, { files, recorder, failed }: Scanned) {
    super(scope, id);
    const { role, policy } = this.scannerRole(files);
    const plan = new CfnMalwareProtectionPlan(this, 'plan', {
      role: role.roleArn,
      protectedResource: { s3Bucket: { bucketName: files.bucketName, objectPrefixes: [fileScans.prefix] } },
      actions: { tagging: { status: 'DISABLED' } },
    });
    plan.node.addDependency(policy);
    new Rule(this, 'results', {
      description: 'What the scanner found in a file',
      eventPattern: {
        source: [fileScans.source],
        detailType: [fileScans.detailType],
        detail: { s3ObjectDetails: { bucketName: [files.bucketName], objectKey: [{ prefix: fileScans.prefix }] } },
      },
      targets: [
        new LambdaFunction(recorder, { deadLetterQueue: failed, retryAttempts: 10, maxEventAge: Duration.hours(6) }),
      ],
    });
  }

  /** Source: GuardDuty user guide, "Create or update IAM role policy" (Malware Protection for S3). */
  private scannerRole(files: FilesBucket): { readonly role: Role; readonly policy: Policy } {
    const role = new Role(this, 'role', {
      assumedBy: own(scanner),
      description: 'GuardDuty reads the files that are brought',
    });
    const rule = Stack.of(this).formatArn({ service: 'events', resource: 'rule', resourceName: ownRule });
    const statements = [
      new PolicyStatement({
        actions: ['events:PutRule', 'events:DeleteRule', 'events:PutTargets', 'events:RemoveTargets'],
        resources: [rule],
        conditions: { StringLike: { 'events:ManagedBy': scanner } },
      }),
      new PolicyStatement({ actions: ['events:DescribeRule', 'events:ListTargetsByRule'], resources: [rule] }),
      new PolicyStatement({
        actions: ['s3:PutBucketNotification', 's3:GetBucketNotification', 's3:ListBucket'],
        resources: [files.bucketArn],
      }),
      new PolicyStatement({
        actions: ['s3:PutObject'],
        resources: [files.arnForObjects('malware-protection-resource-validation-object')],
      }),
      new PolicyStatement({
        actions: ['s3:GetObject', 's3:GetObjectVersion'],
        resources: [files.arnForObjects(`${fileScans.prefix}*`)],
      }),
    ];
    const policy = new Policy(this, 'policy', { roles: [role], statements });
    files.acknowledgeObjects(policy, fileScans.prefix.slice(0, -1));
    const { region } = Stack.of(this);
    Validations.of(policy).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:aws:events:${region}:<AWS::AccountId>:rule/${ownRule}]`,
      reason:
        'GuardDuty makes a rule of its own that tells it of new files, with an ending of the name that only GuardDuty knows.',
    });
    return { role, policy };
  }
}
