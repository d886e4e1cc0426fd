import { describe, expect, it } from 'vitest';
import { staffRoles } from '#core/contracts/reference.ts';
import { ofType, only, templates } from './synthesised.ts';

const { signIn } = templates({ callbackUrls: ['https://letters.example.org/back'], logoutUrls: ['https://letters.example.org/'] });

describe('staff', () => {
  const pool = only(signIn, 'AWS::Cognito::UserPool');

  it('are invited, never sign up, and need a second factor that is no SMS', () => {
    expect(pool.Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      Policies: { PasswordPolicy: { MinimumLength: 12 } },
    });
  });

  it('stay when the stack goes', () => {
    expect(pool.DeletionPolicy).toBe('Retain');
    expect(pool.Properties['DeletionProtection']).toBe('ACTIVE');
  });

  it('have a group for each role', () => {
    const groups = Object.values(ofType(signIn, 'AWS::Cognito::UserPoolGroup')).map(({ Properties }) => Properties['GroupName']);
    expect(groups.sort()).toEqual([...staffRoles].sort());
  });

  it('sign in by a code for a public client, which comes back to the given addresses only', () => {
    expect(only(signIn, 'AWS::Cognito::UserPoolClient').Properties).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email'],
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      CallbackURLs: ['https://letters.example.org/back'],
      LogoutURLs: ['https://letters.example.org/'],
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
    });
  });
});
