import { describe, expect, it } from 'vitest';
import { functions, type FunctionName } from '#infra/manifest/index.ts';
import { ofType, only, templates, type Resource } from './synthesised.ts';

const { onboarding } = templates({ stage: 'trial', logRetentionDays: 14 });
const deployed = new Map(
  Object.values(ofType(onboarding, 'AWS::Lambda::Function')).map((resource) => [
    String(resource.Properties['FunctionName']).replace('zholkarta-trial-', ''),
    resource,
  ]),
);
const named = (name: FunctionName): Resource => {
  const found = deployed.get(name);
  if (!found) throw new Error(`${name} is not deployed`);
  return found;
};
const names = Object.keys(functions) as FunctionName[];

describe('the functions', () => {
  it('are those of the manifest', () => {
    expect([...deployed.keys()].sort()).toEqual([...names].sort());
  });

  it.each(names)('%s runs as the manifest says', (name) => {
    const { memoryMb, timeoutSeconds, environment } = functions[name];
    const { Properties } = named(name);
    expect(Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      MemorySize: memoryMb,
      Timeout: timeoutSeconds,
      TracingConfig: { Mode: 'Active' },
    });
    const { Variables } = Properties['Environment'] as { Variables: Record<string, unknown> };
    expect(Object.keys(Variables).sort()).toEqual([...environment].sort());
  });

  it('send as the parameters say', () => {
    const { Variables } = named('relay').Properties['Environment'] as { Variables: Record<string, unknown> };
    expect(Variables['EMAIL_FROM']).toBe('notices@example.org');
  });
});

describe('logs', () => {
  const groups = ofType(onboarding, 'AWS::Logs::LogGroup');

  it('are kept as long as the parameters say, every one', () => {
    expect(Object.values(groups).map(({ Properties }) => Properties['RetentionInDays'])).toEqual(
      Object.keys(groups).map(() => 14),
    );
    expect(Object.keys(groups)).toHaveLength(names.length + 2);
  });

  it.each(names)('%s writes into its own', (name) => {
    const { LogGroup } = named(name).Properties['LoggingConfig'] as { LogGroup: { Ref: string } };
    expect(groups[LogGroup.Ref]?.Properties['LogGroupName']).toBe(`/aws/lambda/zholkarta-trial-${name}`);
  });
});

describe('the letters SES sends', () => {
  it('need a verified domain, or an address for a first trial', () => {
    const verified = (parameters: Record<string, unknown>) =>
      only(templates(parameters).email, 'AWS::SES::EmailIdentity').Properties['EmailIdentity'];
    expect(verified({ sender: 'notices@letters.example.org' })).toBe('letters.example.org');
    expect(verified({ sender: 'me@example.org', senderIdentity: 'me@example.org' })).toBe('me@example.org');
  });
});
