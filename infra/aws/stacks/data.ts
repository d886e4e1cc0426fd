import { CfnOutput, RemovalPolicy, Stack, Tags, Validations, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
  type ITable,
} from 'aws-cdk-lib/aws-dynamodb';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { FilesBucket } from '../constructs/files-bucket.ts';
import { indexes, table as spec } from '#infra/manifest/index.ts';
import type { Parameters } from '../parameters.ts';

export interface KeptTable extends Pick<ITable, 'tableName' | 'tableArn' | 'metric'> {
  readonly tableStreamArn?: string | undefined;
}

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** What must outlive every other stack: the one table, the files and the secret behind every link. All stay when the stack is deleted. */
export class DataStack extends Stack {
  readonly table: KeptTable;
  readonly linkSecret: Secret;
  readonly files: FilesBucket;
  readonly filesUrl: string;

  constructor(scope: Construct, id: string, props: StackProps, parameters: Parameters) {
    super(scope, id, { ...props, terminationProtection: true });
    const own = this.ownTable();
    Tags.of(own).add('data-residency', parameters.dataResidency);
    const { restoredTable: restored } = parameters;
    this.table = restored
      ? Table.fromTableAttributes(this, 'RestoredTable', {
          tableName: restored.name,
          tableStreamArn: restored.streamArn,
        })
      : own;
    this.linkSecret = this.secretBehindLinks();
    this.files = new FilesBucket(this, 'Files', parameters);
    this.filesUrl = `https://s3.${this.region}.${this.urlSuffix}`;
    new CfnOutput(this, 'TableName', { value: this.table.tableName });
    new CfnOutput(this, 'FilesBucketName', { value: this.files.bucketName });
    new CfnOutput(this, 'DataResidency', { value: `${this.region}: ${parameters.dataResidency}` });
  }

  private ownTable(): Table {
    const table = new Table(this, 'Table', {
      partitionKey: text(spec.partitionKey),
      sortKey: text(spec.sortKey),
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: spec.timeToLive,
      stream: StreamViewType[spec.streamView],
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      // AWS's own key of this account: its use shows in CloudTrail and it cannot be lost. A key of ours would need a right
      // for each function and, once deleted, take the table with it.
      encryption: TableEncryption.AWS_MANAGED,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const { name, partitionKey, sortKey, projection, attributes } of indexes) {
      table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: text(partitionKey),
        sortKey: text(sortKey),
        projectionType: ProjectionType[projection],
        ...(attributes && { nonKeyAttributes: [...attributes] }),
      });
    }
    return table;
  }

  private secretBehindLinks(): Secret {
    const secret = new Secret(this, 'LinkSecret', {
      description: 'Signs the links investors and parties act by',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'A new secret would break every link already sent; links of one kind are revoked by the version in their signature.',
    });
    return secret;
  }
}
