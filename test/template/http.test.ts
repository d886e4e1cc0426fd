import { describe, expect, it } from 'vitest';
import { fallback, gatewayRoutes } from '#infra/manifest/index.ts';
import { readable } from './rights.ts';
import { ofType, only, templates } from './synthesised.ts';

const all = templates({ throttle: { rate: 7, burst: 11 }, strangersThrottle: { rate: 3, burst: 5 } });
const { onboarding } = all;
const integrations = ofType(onboarding, 'AWS::ApiGatewayV2::Integration');
const deployed = Object.values(ofType(onboarding, 'AWS::ApiGatewayV2::Route')).map(({ Properties }) => {
  const target = (Properties['Target'] as { 'Fn::Join': [string, [string, { Ref: string }]] })['Fn::Join'][1][1].Ref;
  return {
    route: String(Properties['RouteKey']),
    calls: readable(integrations[target]?.Properties['IntegrationUri'], onboarding, all),
    authorization: Properties['AuthorizationType'],
    authorizer: Properties['AuthorizerId'],
  };
});

describe('the routes', () => {
  const [staff] = Object.keys(ofType(onboarding, 'AWS::ApiGatewayV2::Authorizer'));

  it('are those of the manifest, each to its function, with a JWT wherever it says so', () => {
    const expected = gatewayRoutes.map(({ method, path, function: name, auth }) => ({
      route: `${method} ${path}`,
      calls: `function:zholkarta-prod-${name}`,
      authorization: auth === 'jwt' ? 'JWT' : 'NONE',
      authorizer: auth === 'jwt' ? { Ref: staff } : undefined,
    }));
    expected.push({
      route: fallback.key,
      calls: `function:zholkarta-prod-${fallback.function}`,
      authorization: 'NONE',
      authorizer: undefined,
    });
    const byRoute = (a: { route: string }, b: { route: string }) => (a.route < b.route ? -1 : 1);
    expect(deployed.toSorted(byRoute)).toEqual(expected.toSorted(byRoute));
  });

  it('A25, X4: answer HEAD wherever an email or a stranger may lead, take what nothing else takes, and are fewer than AWS allows', () => {
    const keys = deployed.map(({ route }) => route);
    for (const key of ['HEAD /', 'HEAD /l/{link}', 'HEAD /office', 'HEAD /openapi.json', '$default'])
      expect(keys).toContain(key);
    expect(keys).not.toContain('HEAD /sign-in/callback');
    expect(keys.length).toBeLessThanOrEqual(300);
    expect(Object.keys(onboarding.toJSON()['Resources'] as object).length).toBeLessThanOrEqual(500);
  });

  it('get their requests as payload 2.0', () => {
    expect(Object.values(integrations).map(({ Properties }) => Properties['PayloadFormatVersion'])).toEqual(
      Object.keys(integrations).map(() => '2.0'),
    );
  });

  it("trust this deployment's own user pool and client only", () => {
    const { JwtConfiguration, IdentitySource } = only(onboarding, 'AWS::ApiGatewayV2::Authorizer').Properties as {
      JwtConfiguration: { Issuer: unknown; Audience: { Ref: string }[] };
      IdentitySource: string[];
    };
    expect(IdentitySource).toEqual(['$request.header.Authorization']);
    expect(JSON.stringify(JwtConfiguration.Issuer)).toMatch(
      /cognito-idp\.eu-central-1.*zholkarta-prod-sign-in:ExportsOutputRefUserPool/,
    );
    expect(JwtConfiguration.Audience.map(({ Ref }) => Ref)).toEqual(
      Object.keys(ofType(onboarding, 'AWS::Cognito::UserPoolClient')),
    );
  });
});

describe('the front door', () => {
  const stage = only(onboarding, 'AWS::ApiGatewayV2::Stage').Properties;

  it('lets through what the parameters say', () => {
    expect(stage['DefaultRouteSettings']).toMatchObject({ ThrottlingRateLimit: 7, ThrottlingBurstLimit: 11 });
  });

  it('gives what is open to strangers a limit of its own, beside which staff and parties keep theirs, on routes that are there', () => {
    const settings = stage['RouteSettings'] as Record<string, unknown>;
    expect(settings).toMatchObject({
      'GET /': { ThrottlingRateLimit: 3, ThrottlingBurstLimit: 5 },
      'POST /api/letters-of-intent': {},
      'POST /letter': {},
      'POST /another-link': {},
    });
    expect(
      Object.keys(settings).filter(
        (key) =>
          !gatewayRoutes.some(({ method, path, function: name }) => name === 'public' && key === `${method} ${path}`),
      ),
    ).toEqual([]);
    const depends = only(onboarding, 'AWS::ApiGatewayV2::Stage') as unknown as { DependsOn: string[] };
    expect(depends.DependsOn).toEqual(
      expect.arrayContaining(Object.keys(ofType(onboarding, 'AWS::ApiGatewayV2::Route'))),
    );
  });

  it("logs the route's key and the request's id, never the path or who asked", () => {
    const { Format, DestinationArn } = stage['AccessLogSettings'] as { Format: string; DestinationArn: unknown };
    expect(JSON.parse(Format)).toMatchObject({ requestId: '$context.requestId', routeKey: '$context.routeKey' });
    expect(Format).not.toMatch(/context\.(path|identity|authorizer\.claims|http\.path|customDomain)/);
    expect(readable(DestinationArn, onboarding, all)).toBe('logs:/aws/vendedlogs/http/zholkarta-prod');
  });

  it('has the generated address until it gets a name of its own, which then is the only way in', () => {
    expect(only(onboarding, 'AWS::ApiGatewayV2::Api').Properties['DisableExecuteApiEndpoint']).toBe(false);
    const named = templates({
      domain: { name: 'letters.example.org', certificateArn: 'arn:aws:acm:eu-central-1:123456789012:certificate/a' },
    }).onboarding;
    expect(only(named, 'AWS::ApiGatewayV2::Api').Properties['DisableExecuteApiEndpoint']).toBe(true);
    expect(only(named, 'AWS::ApiGatewayV2::DomainName').Properties['DomainName']).toBe('letters.example.org');
    expect(only(named, 'AWS::ApiGatewayV2::ApiMapping').Properties['Stage']).toBeDefined();
    expect(named.findOutputs('SiteUrl')['SiteUrl']).toMatchObject({ Value: 'https://letters.example.org' });
  });
});
