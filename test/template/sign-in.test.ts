import { describe, expect, it } from 'vitest';
import { staffRoles } from '#core/reference/reference.ts';
import { routes } from '#infra/manifest/index.ts';
import { ofType, only, templates } from './synthesised.ts';

const own = { callbackUrls: ['https://letters.example.org/back'], logoutUrls: ['https://letters.example.org/out'] };
const { signIn, onboarding } = templates(own);
const domain = { name: 'a.example.org', certificateArn: 'arn:aws:acm:eu-central-1:123456789012:certificate/a' };

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
    const groups = Object.values(ofType(signIn, 'AWS::Cognito::UserPoolGroup')).map(
      ({ Properties }) => Properties['GroupName'],
    );
    expect(groups.sort()).toEqual([...staffRoles].sort());
  });

  it('sign in by a code for a public client', () => {
    expect(only(onboarding, 'AWS::Cognito::UserPoolClient').Properties).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email'],
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
    });
  });

  it('D1: come back to the site itself, by whatever name it has, and to the addresses that were given', () => {
    const client = (parameters: Record<string, unknown>) =>
      only(templates(parameters).onboarding, 'AWS::Cognito::UserPoolClient').Properties;
    const api = Object.keys(ofType(onboarding, 'AWS::ApiGatewayV2::Api'));
    expect(client(own)).toMatchObject({
      CallbackURLs: [
        { 'Fn::Join': ['', [{ 'Fn::GetAtt': [...api, 'ApiEndpoint'] }, '/sign-in/callback']] },
        'https://letters.example.org/back',
      ],
      LogoutURLs: [
        { 'Fn::Join': ['', [{ 'Fn::GetAtt': [...api, 'ApiEndpoint'] }, '/']] },
        'https://letters.example.org/out',
      ],
    });
    expect(client({ domain, callbackUrls: [], logoutUrls: [] })).toMatchObject({
      CallbackURLs: ['https://a.example.org/sign-in/callback'],
      LogoutURLs: ['https://a.example.org/'],
    });
    // What the site sends people away with.
    expect(routes).toContainEqual(expect.objectContaining({ method: 'GET', path: '/sign-in/callback' }));
  });

  it('D2: sign in on pages that know prompt=login, in a style that is there', () => {
    expect(only(signIn, 'AWS::Cognito::UserPoolDomain').Properties).toMatchObject({ ManagedLoginVersion: 2 });
    const [client] = Object.keys(ofType(onboarding, 'AWS::Cognito::UserPoolClient'));
    expect(only(onboarding, 'AWS::Cognito::ManagedLoginBranding').Properties).toMatchObject({
      ClientId: { Ref: client },
      UseCognitoProvidedValues: true,
    });
  });
});
