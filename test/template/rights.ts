import type { Template } from 'aws-cdk-lib/assertions';
import { ofType, type Resource, type templates } from './synthesised.ts';

type Templates = ReturnType<typeof templates>;
interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}

/** What a resource is called in the tests: short, and without CloudFormation's generated ids. */
const words: Readonly<Record<string, (properties: Record<string, unknown>, of: Template) => string>> = {
  'AWS::DynamoDB::Table': () => 'table',
  'AWS::S3::Bucket': () => 'files',
  'AWS::SecretsManager::Secret': () => 'link-secret',
  'AWS::SES::ConfigurationSet': ({ Name }) => String(Name),
  'AWS::Logs::LogGroup': ({ LogGroupName }) => `logs:${String(LogGroupName)}`,
  'AWS::SQS::Queue': ({ QueueName }) => `queue:${String(QueueName)}`,
  'AWS::Lambda::Function': ({ FunctionName }) => `function:${String(FunctionName)}`,
  'AWS::Lambda::Alias': ({ FunctionName, Name }, of) =>
    `${named((FunctionName as { Ref: string }).Ref, of)}:${String(Name)}`,
};

/** A CloudFormation value as one readable string: references and imports are followed to what they name. */
export function readable(value: unknown, here: Template, all: Templates): string {
  if (typeof value === 'string') return value;
  const [[verb, of] = ['', '']] = Object.entries(value as Record<string, unknown>);
  switch (verb) {
    case 'Ref':
      return typeof of === 'string' && of.startsWith('AWS::') ? `<${of.slice(5)}>` : named(of, here);
    case 'Fn::GetAtt': {
      const [id, attribute] = of as [string, string];
      return attribute === 'StreamArn' ? `${named(id, here)}/stream` : named(id, here);
    }
    case 'Fn::Join': {
      const [separator, parts] = of as [string, unknown[]];
      return parts.map((part) => readable(part, here, all)).join(separator);
    }
    case 'Fn::ImportValue':
      return imported(String(of), all);
    default:
      throw new Error(`Not a value this test can read: ${JSON.stringify(value)}`);
  }
}

function named(id: unknown, template: Template): string {
  const resource = (template.toJSON() as { Resources: Record<string, Resource> }).Resources[String(id)];
  const word = resource && words[resource.Type];
  if (!resource || !word) throw new Error(`No word for ${String(id)} (${String(resource?.Type)})`);
  return word(resource.Properties, template);
}

function imported(name: string, all: Templates): string {
  for (const template of Object.values(all)) {
    const outputs = template.findOutputs('*') as Record<string, { Value: unknown; Export?: { Name: string } }>;
    const exported = Object.values(outputs).find((output) => output.Export?.Name === name);
    if (exported) return readable(exported.Value, template, all);
  }
  throw new Error(`Nothing exports ${name}`);
}

/** What a role may do: one line `action resource` each, sorted. @throws when a statement denies or has a condition */
export function rightsOf(roleId: string, all: Templates): string[] {
  const policies = Object.values(ofType(all.onboarding, 'AWS::IAM::Policy')).filter(({ Properties }) =>
    (Properties['Roles'] as { Ref: string }[]).some((role) => role.Ref === roleId),
  );
  const statements = policies.flatMap(
    ({ Properties }) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement,
  );
  return statements
    .flatMap(({ Effect, Action, Resource, Condition }) => {
      if (Effect !== 'Allow' || Condition !== undefined) throw new Error('Only plain rights are read here');
      return [Action]
        .flat()
        .flatMap((action) => [Resource].flat().map((on) => `${action} ${readable(on, all.onboarding, all)}`));
    })
    .sort();
}
