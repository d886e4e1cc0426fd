import { Aws, CfnOutput, RemovalPolicy, Stack, Validations, type StackProps } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  UserPool,
  UserPoolGroup,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { StaffRole } from '#core/reference/reference.ts';
import type { Parameters } from '../parameters.ts';

const groups = {
  officer: 'Staff of a zone office',
  head: 'Heads of a zone office',
  headquarters: 'Approve extensions, keep protocols',
  leadership: 'Regional leadership; reads only',
  administrator: 'Parties, calendars, stage durations, memberships',
} as const satisfies Readonly<Record<StaffRole, string>>;

export class SignInStack extends Stack {
  readonly userPool: UserPool;

  constructor(scope: Construct, id: string, props: StackProps, parameters: Parameters) {
    super(scope, id, { ...props, terminationProtection: true });
    this.userPool = this.pool();
    for (const [groupName, description] of Object.entries(groups)) {
      new UserPoolGroup(this, `Group-${groupName}`, { userPool: this.userPool, groupName, description });
    }
    const page = this.userPool.addDomain('SignInPage', {
      // The name must be free in the whole region.
      cognitoDomain: { domainPrefix: `zholkarta-${parameters.stage}-${Aws.ACCOUNT_ID}` },
      // The classic pages do not know `prompt=login`: who signed out would be let in again without being asked.
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    new CfnOutput(this, 'Issuer', { value: this.userPool.userPoolProviderUrl });
    new CfnOutput(this, 'UserPoolId', { value: this.userPool.userPoolId });
    new CfnOutput(this, 'SignInPageUrl', { value: page.baseUrl() });
  }

  private pool(): UserPool {
    const pool = new UserPool(this, 'UserPool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { sms: false, otp: true },
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG8',
      reason:
        'The Plus plan adds threat protection, paid for each person; here everybody has a second factor and nobody signs up alone.',
    });
    return pool;
  }
}
