import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { assemble } from '#infra/aws/assemble.ts';
import { root } from '#infra/bundling.ts';

/** As much of a CloudFormation resource as the tests look at. */
export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
}

const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as { context: Record<string, unknown> };

// AWS's own look at the templates takes seconds and ends in warnings: `synth.test.ts` has it, by `cdk synth`.
process.env['CDK_VALIDATION'] = 'false';

/** The app as `cdk synth` sees it, but for the bundles; `parameters` takes the place of those in cdk.json. */
export function houseApp(parameters: Record<string, unknown> = {}) {
  const app = new App({ context: { ...context, zholkarta: parameters } });
  return { app, stacks: assemble(app, () => Code.fromAsset(join(root, 'infra/manifest'))) };
}

function synthesise(parameters: Record<string, unknown>) {
  const { data, signIn, email, onboarding } = houseApp(parameters).stacks;
  return {
    data: Template.fromStack(data),
    signIn: Template.fromStack(signIn),
    email: Template.fromStack(email),
    onboarding: Template.fromStack(onboarding),
  };
}

const synthesised = new Map<string, ReturnType<typeof synthesise>>();

/** The templates of the four stacks, made once for the same parameters. @throws when a stack's references are circular */
export function templates(parameters: Record<string, unknown> = {}): ReturnType<typeof synthesise> {
  const key = JSON.stringify(parameters);
  const known = synthesised.get(key) ?? synthesise(parameters);
  synthesised.set(key, known);
  return known;
}

/** The resources of one type, by logical id. */
export const ofType = (template: Template, type: string): Record<string, Resource> =>
  template.findResources(type) as Record<string, Resource>;

/** The only resource of its type. */
export function only(template: Template, type: string): Resource {
  const found = Object.values(ofType(template, type));
  if (found.length !== 1 || !found[0]) throw new Error(`${String(found.length)} resources of ${type}`);
  return found[0];
}
