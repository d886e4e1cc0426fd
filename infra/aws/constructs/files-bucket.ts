import { Duration, RemovalPolicy, Stack, Tags, Validations } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  ObjectOwnership,
  type CfnBucket,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { draftFileDays } from '#core/documents/upload-budgets.ts';
import type { Parameters } from '../parameters.ts';

/** As long as the table can be restored to any second, so can a file that was removed. */
const restorable = Duration.days(35);
/** A file that was brought and not kept by then belongs to no letter; a day longer than the table knows of it. */
const forgotten = Duration.days(draftFileDays + 1);

export class FilesBucket extends Bucket {
  constructor(scope: Construct, id: string, { domain, dataResidency, scanUploads }: Parameters) {
    const { region, urlSuffix } = Stack.of(scope);
    super(scope, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      lifecycleRules: [
        { prefix: 'incoming/', expiration: forgotten, noncurrentVersionExpiration: Duration.days(1) },
        { prefix: 'kept/', noncurrentVersionExpiration: restorable },
        { abortIncompleteMultipartUploadAfter: Duration.days(1), expiredObjectDeleteMarker: true },
      ],
      // Without a name of its own the site's address is made in a later stack; what counts is the signature of each upload.
      cors: [
        {
          allowedMethods: [HttpMethods.POST, HttpMethods.GET],
          allowedOrigins: [domain ? `https://${domain.name}` : `https://*.execute-api.${region}.${urlSuffix}`],
          allowedHeaders: ['*'],
          maxAge: 3600,
        },
      ],
    });
    Tags.of(this).add('data-residency', dataResidency);
    // GuardDuty hears of a new file this way. CDK's own setting would bring a function of its own to do it.
    if (scanUploads)
      (this.node.defaultChild as CfnBucket).notificationConfiguration = {
        eventBridgeConfiguration: { eventBridgeEnabled: true },
      };
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Access logs would hold signed addresses and where people come from; who asked for a file stands in the log of the function that signs.',
    });
  }

  acknowledgeObjects(of: Construct, prefix: string): void {
    const stack = Stack.of(this);
    const id = String(stack.resolve((this.node.defaultChild as CfnBucket).logicalId));
    Validations.of(of).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${id}.Arn>/${prefix}/*]`,
      reason:
        'The name of an object is made when its file comes: a right on files can only name the prefix they lie below.',
    });
  }
}
