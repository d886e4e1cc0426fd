import { CfnOutput, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  DomainName,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
  type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import type { CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IUserPool, IUserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';
import { fallback, gatewayRoutes, type Route } from '#infra/manifest/index.ts';
import type { Parameters } from '../parameters.ts';
import type { HouseFunction } from './house-function.ts';
import { HouseLogs } from './house-logs.ts';

/** What a request leaves behind: the route's key, never its path (links are secrets) and no address of a person. */
const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    routeKey: '$context.routeKey',
    status: '$context.status',
    responseBytes: '$context.responseLength',
    latencyMs: '$context.responseLatency',
    integrationStatus: '$context.integration.status',
    integrationError: '$context.integration.error',
    authorizerError: '$context.authorizer.error',
  }),
);

const openToAll = (route: HttpRoute): void => {
  Validations.of(route).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason:
      'Investors and parties have no account: they submit without one and act by a signed link, which the function checks.',
  });
};

export class HttpFront extends HttpApi {
  /** No slash at the end. */
  readonly siteUrl: string;
  private readonly parameters: Parameters;
  private readonly stage: HttpStage;

  constructor(scope: Construct, parameters: Parameters) {
    super(scope, 'http', {
      apiName: `zholkarta-${parameters.stage}`,
      createDefaultStage: false,
      // With a name of its own the generated address is a back door past whatever stands in front of that name.
      disableExecuteApiEndpoint: parameters.domain !== undefined,
    });
    this.parameters = parameters;
    this.siteUrl = parameters.domain ? `https://${parameters.domain.name}` : this.apiEndpoint;
    this.stage = this.openStage();
  }

  route(handlers: readonly HouseFunction[], userPool: IUserPool, client: IUserPoolClient): void {
    const staff = new HttpUserPoolAuthorizer('staff', userPool, { userPoolClients: [client] });
    const anonymous = new HttpNoneAuthorizer();
    for (const handler of handlers) {
      const own = gatewayRoutes.filter((route) => route.function === handler.is);
      if (own.length === 0) continue;
      const integration = new HttpLambdaIntegration(handler.is, handler, { scopePermissionToRoute: false });
      for (const route of own) this.addRoute(route, integration, route.auth === 'jwt' ? staff : anonymous);
      if (handler.is === fallback.function) this.addFallback(integration, anonymous);
    }
    this.limitStrangers(gatewayRoutes.filter((route) => route.function === 'public'));
  }

  /** A stage knows the limits of routes that are there only. */
  private limitStrangers(open: readonly Route[]): void {
    const { rate, burst } = this.parameters.strangersThrottle;
    const limit = { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst };
    (this.stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(
      open.map(({ method, path }) => [`${method} ${path}`, limit]),
    );
  }

  private addRoute(
    { method, path, auth }: Route,
    integration: HttpLambdaIntegration,
    authorizer: IHttpRouteAuthorizer,
  ): void {
    for (const route of this.addRoutes({ path, methods: [HttpMethod[method]], integration, authorizer })) {
      this.stage.node.addDependency(route);
      if (auth !== 'jwt') openToAll(route);
    }
  }

  /** `$default`, which limits by route cannot name: the stage's own limit holds for it. */
  private addFallback(integration: HttpLambdaIntegration, authorizer: IHttpRouteAuthorizer): void {
    const route = new HttpRoute(this, 'fallback', {
      httpApi: this,
      routeKey: HttpRouteKey.DEFAULT,
      integration,
      authorizer,
    });
    this.stage.node.addDependency(route);
    openToAll(route);
  }

  private openStage(): HttpStage {
    const { stage, logRetentionDays, throttle, domain } = this.parameters;
    return new HttpStage(this, 'stage', {
      httpApi: this,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: throttle.rate, burstLimit: throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new HouseLogs(this, 'logs', `/aws/vendedlogs/http/zholkarta-${stage}`, logRetentionDays),
        ),
        format: accessLog,
      },
      ...(domain && { domainMapping: { domainName: this.named(domain) } }),
    });
  }

  private named(domain: NonNullable<Parameters['domain']>): DomainName {
    const certificate = Certificate.fromCertificateArn(this, 'certificate', domain.certificateArn);
    const named = new DomainName(this, 'domain', { domainName: domain.name, certificate });
    new CfnOutput(Stack.of(this), 'DnsRecord', { value: `${domain.name} CNAME ${named.regionalDomainName}` });
    return named;
  }
}
