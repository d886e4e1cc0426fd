import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as LambdaFunction, Runtime, Tracing, type Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { bundleHandler } from '#infra/bundling.ts';
import {
  functions,
  type EnvironmentName,
  type FunctionName,
  type FileRight,
  type Grants,
} from '#infra/manifest/index.ts';
import type { Parameters } from '../parameters.ts';
import { DeadLetters } from './dead-letters.ts';
import { HouseLogs } from './house-logs.ts';
import type { FilesBucket } from './files-bucket.ts';

interface GrantTargets {
  readonly table: string;
  readonly stateMachine: string;
  readonly linkSecret: string;
  readonly files: FilesBucket;
  /** The sender's identity and the configuration set: SES asks for a right on each. */
  readonly email: readonly string[];
}

function statements(may: Grants, targets: GrantTargets): PolicyStatement[] {
  const granted: readonly (readonly [readonly string[] | undefined, readonly string[]])[] = [
    [may.table, [targets.table]],
    [may.indexes && ['dynamodb:Query'], (may.indexes ?? []).map((index) => `${targets.table}/index/${index}`)],
    [may.stateMachine, [targets.stateMachine]],
    [may.email, targets.email],
    [may.linkSecret, [targets.linkSecret]],
    ...(may.files ?? []).map((right) => fileRight(right, targets.files.bucketArn)),
  ];
  return granted.flatMap(([actions, resources]) =>
    actions ? [new PolicyStatement({ actions: [...actions], resources: [...resources] })] : [],
  );
}

const prefixesIn = (may: Grants): readonly string[] => [
  ...new Set((may.files ?? []).flatMap((right) => right.split(' ').slice(1))),
];

function fileRight(right: FileRight, bucket: string): readonly [readonly string[], readonly string[]] {
  const [action = '', prefix] = right.split(' ');
  return [[action], [prefix === undefined ? bucket : `${bucket}/${prefix}/*`]];
}

export type CodeOf = (name: FunctionName) => Code;

const moving: readonly FunctionName[] = ['open-assignment', 'relay'];

export interface Surroundings {
  readonly parameters: Parameters;
  readonly codeOf: CodeOf;
  readonly environment: Readonly<Record<EnvironmentName, string>>;
  readonly targets: GrantTargets;
}

/** No concurrency is reserved unless told: a new account has ten in all and refuses it; every write is conditional. */
export class HouseFunction extends LambdaFunction {
  readonly is: FunctionName;
  private readonly room: Construct;
  private readonly fullName: string;

  constructor(scope: Construct, name: FunctionName, { parameters, codeOf, environment, targets }: Surroundings) {
    const spec = functions[name];
    const functionName = `zholkarta-${parameters.stage}-${name}`;
    const logGroup = new HouseLogs(scope, `${name}-logs`, `/aws/lambda/${functionName}`, parameters.logRetentionDays);
    // A role of our own carries no managed policy: those allow writing to any log group.
    const role = new Role(scope, `${name}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    for (const statement of statements(spec.may, targets)) role.addToPolicy(statement);
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray has no resources to name: xray:PutTraceSegments and xray:PutTelemetryRecords apply to * only.',
    });
    for (const prefix of prefixesIn(spec.may)) targets.files.acknowledgeObjects(role, prefix);
    super(scope, name, {
      functionName,
      description: spec.purpose,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: codeOf(name),
      handler: bundleHandler,
      memorySize: spec.memoryMb,
      timeout: Duration.seconds(spec.timeoutSeconds),
      environment: Object.fromEntries(spec.environment.map((key) => [key, environment[key]])),
      role,
      logGroup,
      tracing: Tracing.ACTIVE,
      ...(moving.includes(name) &&
        parameters.workflowConcurrency !== undefined && {
          reservedConcurrentExecutions: parameters.workflowConcurrency,
        }),
      // What a deployment replaced can be gone back to.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
    });
    this.is = name;
    this.room = scope;
    this.fullName = functionName;
  }

  keepFailures(): DeadLetters {
    const queue = this.ownDeadLetters();
    this.configureAsyncInvoke({ onFailure: queue, retryAttempts: 2, maxEventAge: Duration.hours(6) });
    return queue;
  }

  ownDeadLetters(): DeadLetters {
    const queue = new DeadLetters(this.room, `${this.is}-dead-letters`, `${this.fullName}-dead-letters`);
    this.addToRolePolicy(queue.sending);
    return queue;
  }
}
