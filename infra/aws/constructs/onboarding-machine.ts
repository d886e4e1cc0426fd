import { join } from 'node:path';
import { ArnFormat, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { root } from '#infra/bundling.ts';
import { stateMachine as spec, type FunctionName } from '#infra/manifest/index.ts';
import type { Parameters } from '../parameters.ts';
import type { HouseFunction } from './house-function.ts';
import { live } from './live-version.ts';
import { HouseLogs } from './house-logs.ts';
import { own } from './own-service.ts';

/** The machine's name is fixed by the manifest and the stage, so that its ARN can be written before it exists. */
const machineName = ({ stage }: Parameters): string => `${spec.name}-${stage}`;

/** The machine's ARN from its name: the machine starts itself anew, and a reference to itself would be circular. */
export const machineArn = (scope: Construct, parameters: Parameters): string =>
  Stack.of(scope).formatArn({
    service: 'states',
    resource: 'stateMachine',
    resourceName: machineName(parameters),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** The path of a letter through seven stages: workflows/onboarding.asl.json as it is, with the functions' ARNs filled in. */
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
      definitionBody: DefinitionBody.fromFile(join(root, spec.definition)),
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
