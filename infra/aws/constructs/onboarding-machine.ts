import { ArnFormat, Stack, Validations, Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { stateMachine as spec, type FunctionName } from '#infra/manifest/index.ts';
import type { Parameters } from '../parameters.ts';
import type { HouseFunction } from './house-function.ts';
import { HouseLogs } from './house-logs.ts';
import { own } from './own-service.ts';
import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { Alias, type IVersion } from 'aws-cdk-lib/aws-lambda';

/** The alias that waiting executions call: a deployment moves it, by and by where told, and back when it fails. */
function live(of: HouseFunction, { gradualDeployment, stage }: Parameters): Alias {
  const alias = new Alias(of, 'live', { aliasName: 'live', version: of.currentVersion as IVersion });
  if (!gradualDeployment) return alias;
  const failing = new Alarm(of, 'failing-anew', {
    alarmName: `zholkarta-${stage}-${of.is}-failing-anew`,
    alarmDescription: `The new version of ${of.is} fails: the deployment goes back by itself.`,
    metric: alias.metricErrors({ period: Duration.minutes(1), statistic: 'sum' }),
    threshold: 1,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  const group = new LambdaDeploymentGroup(of, 'deployment', {
    alias,
    deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
    alarms: [failing],
  });
  Validations.of(group).acknowledge({
    id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]',
    reason: "What CodeDeploy asks of its role is AWS's to keep.",
  });
  return alias;
}

const machineName = ({ stage }: Parameters): string => `${spec.name}-${stage}`;

/** The machine's ARN from its name: the machine starts itself anew, and a reference to itself would be circular. */
export const machineArn = (scope: Construct, parameters: Parameters): string =>
  Stack.of(scope).formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: machineName(parameters),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

export class OnboardingMachine extends StateMachine {
  constructor(scope: Construct, parameters: Parameters, byName: Readonly<Record<FunctionName, HouseFunction>>) {
    const name = machineName(parameters);
    const self = machineArn(scope, parameters);
    const called = Object.entries(spec.substitutions).map(
      ([word, calls]) => [word, live(byName[calls], parameters).functionArn] as const,
    );
    const role = new Role(scope, 'machine-role', { assumedBy: own('states.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: called.map(([, arn]) => arn) }),
    );
    role.addToPolicy(new PolicyStatement({ actions: ['states:StartExecution'], resources: [self] }));
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray and CloudWatch log delivery have no resources to name; both apply to * only.',
    });
    super(scope, 'machine', {
      stateMachineName: name,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(spec.definition),
      definitionSubstitutions: { ...Object.fromEntries(called), [spec.selfSubstitution]: self },
      role,
      tracingEnabled: true,
      logs: {
        // AWS's prefix for logs its services deliver: others would fill the account's log resource policy.
        destination: new HouseLogs(
          scope,
          'machine-logs',
          `/aws/vendedlogs/states/${name}`,
          parameters.logRetentionDays,
        ),
        level: LogLevel.ALL,
        // Task tokens are in it.
        includeExecutionData: false,
      },
    });
  }
}
