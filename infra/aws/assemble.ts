import { Tags, type App, type StackProps } from 'aws-cdk-lib';
import type { CodeOf } from './constructs/house-function.ts';
import { readParameters } from './parameters.ts';
import { DataStack } from './stacks/data.ts';
import { EmailStack } from './stacks/email.ts';
import { OnboardingStack } from './stacks/onboarding.ts';
import { SignInStack } from './stacks/sign-in.ts';

/** Throws when the parameters in the app's context are wrong. */
export function assemble(app: App, codeOf: CodeOf) {
  const parameters = readParameters(app.node.tryGetContext('zholkarta'));
  const named = (room: string, description: string): [string, StackProps] => [
    `zholkarta-${parameters.stage}-${room}`,
    { env: { region: parameters.region }, description: `Zholkarta: ${description}` },
  ];
  const data = new DataStack(app, ...named('data', 'the table, the files and the secret behind links'), parameters);
  const signIn = new SignInStack(app, ...named('sign-in', 'staff and leadership'), parameters);
  const email = new EmailStack(app, ...named('email', 'the sender and its events'), parameters);
  const onboarding = new OnboardingStack(app, ...named('onboarding', 'functions, workflow, HTTP API'), parameters, {
    data,
    signIn,
    email,
    codeOf,
  });
  Tags.of(app).add('application', 'zholkarta');
  Tags.of(app).add('stage', parameters.stage);
  return { data, signIn, email, onboarding };
}
