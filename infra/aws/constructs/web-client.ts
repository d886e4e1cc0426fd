import { Duration } from 'aws-cdk-lib';
import {
  CfnManagedLoginBranding,
  OAuthScope,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  type IUserPool,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { Parameters } from '../parameters.ts';

/** PKCE and no secret: Cognito cannot insist on `code_challenge`. It stands with the site, where people come back. */
export class WebClient extends UserPoolClient {
  constructor(scope: Construct, { callbackUrls, logoutUrls }: Parameters, userPool: IUserPool, siteUrl: string) {
    super(scope, 'web-client', {
      userPool,
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
        callbackUrls: [`${siteUrl}/sign-in/callback`, ...callbackUrls],
        logoutUrls: [`${siteUrl}/`, ...logoutUrls],
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      authFlows: { userSrp: true },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
    });
    // Without a style managed login shows nothing but an error.
    new CfnManagedLoginBranding(scope, 'sign-in-style', {
      userPoolId: userPool.userPoolId,
      clientId: this.userPoolClientId,
      useCognitoProvidedValues: true,
    });
  }
}
