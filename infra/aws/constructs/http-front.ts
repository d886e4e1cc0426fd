import { CfnOutput, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  DomainName, HttpApi, HttpMethod, HttpNoneAuthorizer, HttpStage, LogGroupLogDestination, type IHttpRouteAuthorizer,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';
import { routes, type Route } from '#infra/manifest/index.ts';
import type { Parameters } from '../parameters.ts';
import type { SignInStack } from '../stacks/sign-in.ts';
import type { HouseFunction } from './house-function.ts';
import { HouseLogs } from './house-logs.ts';

/** What a request leaves behind: the route's key, never its path (links are secrets) and no address of a person. */
const accessLog = AccessLogFormat.custom(JSON.stringify({
  requestId: '$context.requestId',
  routeKey: '$context.routeKey',
  status: '$context.status',
  responseBytes: '$context.responseLength',
  latencyMs: '$context.responseLatency',
  integrationStatus: '$context.integration.status',
  integrationError: '$context.integration.error',
  authorizerError: '$context.authorizer.error',
}));

/** The HTTP API in front of the functions; its address exists before them, so that they can be told it. */
export class HttpFront extends HttpApi {
  /** Where people reach it: the site's own name, or the generated address. No slash at the end. */
  readonly siteUrl: string;
  private readonly parameters: Parameters;

  constructor(scope: Construct, parameters: Parameters) {
    super(scope, 'http', {
      apiName: `zholkarta-${parameters.stage}`,
      createDefaultStage: false,
      // With a name of its own the generated address is a back door past whatever stands in front of that name.
      disableExecuteApiEndpoint: parameters.domain !== undefined,
    });
    this.parameters = parameters;
    this.siteUrl = parameters.domain ? `https://${parameters.domain.name}` : this.apiEndpoint;
    this.openStage();
  }

  /** Every route of the manifest; one right for API Gateway per function. */
  route(handlers: readonly HouseFunction[], signIn: SignInStack): void {
    const staff = new HttpUserPoolAuthorizer('staff', signIn.userPool, { userPoolClients: [signIn.client] });
    const anonymous = new HttpNoneAuthorizer();
    for (const handler of handlers) {
      const own = routes.filter((route) => route.function === handler.is);
      if (own.length === 0) continue;
      const integration = new HttpLambdaIntegration(handler.is, handler, { scopePermissionToRoute: false });
      for (const route of own) this.addRoute(route, integration, route.auth === 'jwt' ? staff : anonymous);
    }
  }

  private addRoute({ method, path, auth }: Route, integration: HttpLambdaIntegration, authorizer: IHttpRouteAuthorizer): void {
    for (const route of this.addRoutes({ path, methods: [HttpMethod[method]], integration, authorizer })) {
      if (auth === 'jwt') continue;
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason: 'Investors and parties have no account: they submit without one and act by a signed link, which the function checks.',
      });
    }
  }

  private openStage(): void {
    const { stage, logRetentionDays, throttle, domain } = this.parameters;
    new HttpStage(this, 'stage', {
      httpApi: this,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: throttle.rate, burstLimit: throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(new HouseLogs(this, 'logs', `/aws/vendedlogs/http/zholkarta-${stage}`, logRetentionDays)),
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
