import { Duration, Validations } from 'aws-cdk-lib';
import { Alarm, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { Alias, type IVersion } from 'aws-cdk-lib/aws-lambda';
import type { Parameters } from '../parameters.ts';
import type { HouseFunction } from './house-function.ts';

/**
 * The version of a function that waiting executions call, by a name that stays: a deployment makes another version and moves
 * the name to it, by and by where the parameters say so, and back when it fails.
 */
export function live(of: HouseFunction, { gradualDeployment, stage }: Parameters): Alias {
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
