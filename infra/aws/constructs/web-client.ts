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

/**
 * The site as a client of the sign-in: code flow with PKCE and no secret (the caller sends `code_challenge`; Cognito cannot
 * insist on it). It stands with the site, whose address people must come back to.
 */
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
