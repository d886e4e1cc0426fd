import { describe, expect, it } from 'vitest';
import { ofType, only, templates } from './synthesised.ts';

describe('what the workflow calls', () => {
  it('is a version under a name that stays, and what was replaced is kept to go back to', () => {
    const { onboarding } = templates();
    expect(only(onboarding, 'AWS::Lambda::Alias').Properties).toMatchObject({ Name: 'live' });
    expect(only(onboarding, 'AWS::Lambda::Version').DeletionPolicy).toBe('Retain');
    expect(ofType(onboarding, 'AWS::CodeDeploy::DeploymentGroup')).toEqual({});
  });

  it('is replaced by and by where that is wanted, and goes back by itself when it fails', () => {
    const { onboarding } = templates({ gradualDeployment: true });
    expect(only(onboarding, 'AWS::CodeDeploy::DeploymentGroup').Properties).toMatchObject({
      DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
      AlarmConfiguration: { Enabled: true, Alarms: [{}] },
      AutoRollbackConfiguration: {
        Enabled: true,
        Events: expect.arrayContaining(['DEPLOYMENT_STOP_ON_ALARM']) as string[],
      },
    });
    expect(only(onboarding, 'AWS::Lambda::Alias')).toMatchObject({ UpdatePolicy: { CodeDeployLambdaAliasUpdate: {} } });
  });

  it('keeps executions of its own where the quota allows', () => {
    const kept = (parameters: Record<string, unknown>) =>
      Object.values(ofType(templates(parameters).onboarding, 'AWS::Lambda::Function'))
        .filter(({ Properties }) => Properties['ReservedConcurrentExecutions'] !== undefined)
        .map(({ Properties }) => Properties['FunctionName']);
    expect(kept({})).toEqual([]);
    expect(kept({ workflowConcurrency: 5 })).toEqual(['zholkarta-prod-open-assignment', 'zholkarta-prod-relay']);
  });
});
