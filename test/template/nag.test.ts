import { Stack, type App, Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { houseApp } from './synthesised.ts';

/** `rule construct` of every finding that nobody explained. */
function findings(app: App): string[] {
  return new AwsSolutionsChecks(app)
    .validateScope(app)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${String(constructPath)}`),
    );
}

/** Every explanation in the app: rule → constructs, and the reasons. */
function explanations(app: App) {
  return app.node.findAll().flatMap((construct) =>
    construct.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>))
      .map(([id, reason]) => ({ rule: id.replace('Annotation::', ''), reason, at: construct.node.path })),
  );
}

describe('cdk-nag AwsSolutions', () => {
  it.each([
    ['by default', {}],
    [
      'with a name of its own and somebody to tell',
      {
        domain: { name: 'letters.example.org', certificateArn: 'arn:aws:acm:eu-central-1:123456789012:certificate/a' },
        alarmEmail: 'duty@example.org',
      },
    ],
    ['with versions that come by and by', { gradualDeployment: true }],
  ])('finds nothing unexplained %s', (_, parameters) => {
    expect(findings(houseApp(parameters).app)).toEqual([]);
  });

  it('would find something', () => {
    const { app } = houseApp();
    new Queue(new Stack(app, 'other'), 'plain');
    expect(findings(app)).toEqual(['AwsSolutions-SQS3 other/plain/Resource', 'AwsSolutions-SQS4 other/plain/Resource']);
  });

  it('is answered by these explanations and no others', () => {
    const given = explanations(houseApp().app);
    const named = given.map(({ rule }) => rule.replace(/<Files\w+\.Arn>/, 'files'));
    expect([...new Set(named)].sort()).toEqual([
      'AwsSolutions-APIG4', // routes for people without an account
      'AwsSolutions-COG8', // Cognito's Plus plan
      'AwsSolutions-IAM5[Resource::*]', // X-Ray and log delivery know no resources; iam.test.ts lists what is behind it
      'AwsSolutions-IAM5[Resource::arn:aws:events:eu-central-1:<AWS::AccountId>:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*]', // the scanner's own rule
      'AwsSolutions-IAM5[Resource::files/incoming/*]', // files have names that nobody knows before
      'AwsSolutions-IAM5[Resource::files/kept/*]',
      'AwsSolutions-IAM5[Resource::files/published/*]',
      'AwsSolutions-S1', // the files have no access logs
      'AwsSolutions-SMG4', // the secret behind links is not rotated
      'AwsSolutions-SQS3', // dead letters have no dead letters
    ]);
    expect(given.filter(({ reason }) => reason.length < 40)).toEqual([]);
  });
});
