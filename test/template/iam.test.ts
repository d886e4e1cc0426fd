import { describe, expect, it } from 'vitest';
import {
  emailEvents,
  fileScans,
  functions,
  schedules,
  stateMachine,
  streamReaders,
  type FunctionName,
  type Grants,
} from '#infra/manifest/index.ts';
import { readable, rightsOf } from './rights.ts';
import { ofType, templates } from './synthesised.ts';

const all = templates({ sender: 'notices@letters.example.org' });
const arn = 'arn:aws:';
const place = 'eu-central-1:<AccountId>';
const machine = `${arn}states:${place}:stateMachine:${stateMachine.name}-prod`;
const tracing = ['xray:PutTelemetryRecords *', 'xray:PutTraceSegments *'];
const names = Object.keys(functions) as FunctionName[];
const on = (resource: string, actions: readonly string[] = []) => actions.map((action) => `${action} ${resource}`);

/** The manifest's words as the rights they stand for. */
const granted = (may: Grants): string[] => [
  ...on('table', may.table),
  ...(may.indexes ?? []).map((index) => `dynamodb:Query table/index/${index}`),
  ...on(machine, may.stateMachine),
  ...on(`${arn}ses:${place}:identity/letters.example.org`, may.email),
  ...on(`${arn}ses:${place}:configuration-set/zholkarta-prod`, may.email),
  ...on('link-secret', may.linkSecret),
  ...(may.files ?? []).map((right) =>
    right.replace(
      /^(\S+)(?: (\S+))?$/,
      (_, action: string, prefix?: string) => `${action} files${prefix === undefined ? '' : `/${prefix}/*`}`,
    ),
  ),
];

const unwaited: readonly FunctionName[] = [
  ...schedules.map((schedule) => schedule.function),
  emailEvents.function,
  fileScans.function,
];
const streaming: readonly FunctionName[] = streamReaders.map((reader) => reader.function);

/** What Lambda itself needs of a function's role: its log, its trace, where failures go, the stream it reads. */
const platform = (name: FunctionName): string[] => [
  ...on(`logs:/aws/lambda/zholkarta-prod-${name}`, ['logs:CreateLogStream', 'logs:PutLogEvents']),
  ...tracing,
  ...(unwaited.includes(name) || streaming.includes(name)
    ? [`sqs:SendMessage queue:zholkarta-prod-${name}-dead-letters`]
    : []),
  ...(streaming.includes(name)
    ? on('table/stream', [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
      ])
    : []),
];

const roleOf = (resource: { Properties: Record<string, unknown> }, key = 'Role'): string =>
  (resource.Properties[key] as { 'Fn::GetAtt': [string, string] })['Fn::GetAtt'][0];
const deployed = Object.values(ofType(all.onboarding, 'AWS::Lambda::Function'));
const functionNamed = (name: FunctionName) =>
  deployed.find(({ Properties }) => Properties['FunctionName'] === `zholkarta-prod-${name}`);

describe('what each function may do', () => {
  it.each(names)('%s: the manifest, its log, its trace and nothing else', (name) => {
    const found = functionNamed(name);
    if (!found) throw new Error('not deployed');
    expect(rightsOf(roleOf(found), all)).toEqual([...granted(functions[name].may), ...platform(name)].sort());
  });

  it('region cannot write', () => {
    const rights = rightsOf(roleOf(functionNamed('region')!), all).filter((right) => right.startsWith('dynamodb:'));
    expect(rights.filter((right) => !/^dynamodb:(Get|BatchGet|Query)/.test(right))).toEqual([]);
    expect(rights.length).toBeGreaterThan(0);
  });
});

describe('what everything else may do', () => {
  it('the machine calls its functions and starts itself', () => {
    const [role] = Object.values(ofType(all.onboarding, 'AWS::StepFunctions::StateMachine')).map((found) =>
      roleOf(found, 'RoleArn'),
    );
    const rights = rightsOf(role!, all);
    expect(rights.filter((right) => !right.endsWith(' *'))).toEqual([
      'lambda:InvokeFunction function:zholkarta-prod-open-assignment:live',
      `states:StartExecution ${machine}`,
    ]);
    expect(rights.filter((right) => right.endsWith(' *') && !/^(logs|xray):/.test(right))).toEqual([]);
  });

  it.each(schedules)('the schedule of $function calls it and leaves what failed', (schedule) => {
    const name = `zholkarta-prod-${schedule.function}`;
    const found = Object.values(ofType(all.onboarding, 'AWS::Scheduler::Schedule'))
      .map(({ Properties }) => Properties['Target'] as Record<string, unknown>)
      .find((target) => readable(target['Arn'], all.onboarding, all) === `function:${name}`);
    expect(rightsOf(roleOf({ Properties: found! }, 'RoleArn'), all)).toEqual([
      `lambda:InvokeFunction function:${name}`,
      `sqs:SendMessage queue:${name}-dead-letters`,
    ]);
  });

  it('the scanner reads what is brought, and what GuardDuty asks for beside', () => {
    const found = Object.values(ofType(all.onboarding, 'AWS::IAM::Policy')).find(({ Properties }) =>
      JSON.stringify(Properties).includes('malware-protection'),
    );
    const { Statement } = found?.Properties['PolicyDocument'] as {
      Statement: { Effect: string; Action: string | string[]; Resource: unknown; Condition?: unknown }[];
    };
    const rule = `${arn}events:${place}:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*`;
    expect(
      Statement.map(({ Effect, Action, Resource, Condition }) => [
        Effect,
        [Action].flat(),
        readable(Resource, all.onboarding, all),
        Condition,
      ]),
    ).toEqual([
      [
        'Allow',
        ['events:DeleteRule', 'events:PutRule', 'events:PutTargets', 'events:RemoveTargets'],
        rule,
        { StringLike: { 'events:ManagedBy': 'malware-protection-plan.guardduty.amazonaws.com' } },
      ],
      ['Allow', ['events:DescribeRule', 'events:ListTargetsByRule'], rule, undefined],
      ['Allow', ['s3:GetBucketNotification', 's3:ListBucket', 's3:PutBucketNotification'], 'files', undefined],
      ['Allow', ['s3:PutObject'], 'files/malware-protection-resource-validation-object', undefined],
      ['Allow', ['s3:GetObject', 's3:GetObjectVersion'], 'files/incoming/*', undefined],
    ]);
  });

  it('no role beside those, none with a managed or inline policy', () => {
    const roles = Object.entries(all).flatMap(([, template]) => Object.values(ofType(template, 'AWS::IAM::Role')));
    // One a function and a schedule, the machine's, the scanner's.
    expect(roles).toHaveLength(names.length + schedules.length + 2);
    expect(roles.filter(({ Properties }) => 'ManagedPolicyArns' in Properties || 'Policies' in Properties)).toEqual([]);
    expect(ofType(all.data, 'AWS::IAM::Policy')).toEqual({});
  });

  it('Step Functions, GuardDuty and Scheduler act for this account alone', () => {
    const trusts = Object.values(ofType(all.onboarding, 'AWS::IAM::Role')).flatMap(
      ({ Properties }) =>
        (
          Properties['AssumeRolePolicyDocument'] as {
            Statement: { Principal: { Service: string }; Condition?: unknown }[];
          }
        ).Statement,
    );
    const others = trusts.filter(({ Principal }) => Principal.Service !== 'lambda.amazonaws.com');
    expect(new Set(others.map(({ Principal }) => Principal.Service))).toEqual(
      new Set(['states.amazonaws.com', 'scheduler.amazonaws.com', 'malware-protection-plan.guardduty.amazonaws.com']),
    );
    expect(
      others.filter(
        ({ Condition }) =>
          JSON.stringify(Condition) !== '{"StringEquals":{"aws:SourceAccount":{"Ref":"AWS::AccountId"}}}',
      ),
    ).toEqual([]);
  });

  it('API Gateway and EventBridge alone are let in from outside, each from this deployment only', () => {
    const permissions = Object.values(ofType(all.onboarding, 'AWS::Lambda::Permission')).map(
      ({ Properties }) => Properties,
    );
    expect(new Set(permissions.map(({ Principal }) => Principal))).toEqual(
      new Set(['apigateway.amazonaws.com', 'events.amazonaws.com']),
    );
    expect(permissions.filter(({ SourceArn }) => SourceArn === undefined)).toEqual([]);
  });
});

describe('in the sandbox of SES', () => {
  it('sending needs a right on the recipients too', () => {
    const trial = templates({ sandboxRecipients: ['investor@example.org'] });
    const relay = Object.values(ofType(trial.onboarding, 'AWS::Lambda::Function')).find(
      ({ Properties }) => Properties['FunctionName'] === 'zholkarta-prod-relay',
    );
    expect(rightsOf(roleOf(relay!), trial)).toContain(`ses:SendEmail ${arn}ses:${place}:identity/investor@example.org`);
  });
});
