import { stateMachine } from '#infra/manifest/index.ts';
import type { StatesEngine } from '../aws/step-functions/index.ts';

interface Place {
  readonly region: string;
  readonly account: string;
}

export const stateMachineArn = ({ region, account }: Place): string =>
  `arn:aws:states:${region}:${account}:stateMachine:${stateMachine.name}`;

/** As CDK's substitutions do. Throws for a name the manifest does not supply. */
export function substitute(definition: string, place: Place): string {
  const values: Record<string, string> = Object.fromEntries(
    Object.entries(stateMachine.substitutions).map(([name, functionName]) => [
      name,
      `arn:aws:lambda:${place.region}:${place.account}:function:${functionName}`,
    ]),
  );
  values[stateMachine.selfSubstitution] = stateMachineArn(place);
  return definition.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined)
      throw new Error(`The workflow's definition wants \${${name}}, which the manifest does not supply.`);
    return value;
  });
}

/** Creates the state machine, or updates it when its definition has changed. Executions under way keep theirs. */
export async function ensureStateMachine(
  engine: Pick<StatesEngine, 'handle'>,
  definition: string,
  place: Place,
): Promise<void> {
  const call = async (action: string, input: object): Promise<Record<string, unknown>> => {
    const { status, body } = await engine.handle(`AWSStepFunctions.${action}`, input);
    const answer = typeof body === 'object' && body !== null ? { ...body } : {};
    if (status !== 200 && !isMissing(answer))
      throw new Error(`${action} of ${stateMachine.name} was refused: ${JSON.stringify(body)}`);
    return answer;
  };
  const arn = stateMachineArn(place);
  const wanted = substitute(definition, place);
  const found = await call('DescribeStateMachine', { stateMachineArn: arn });
  if (isMissing(found)) {
    await call('CreateStateMachine', {
      name: stateMachine.name,
      definition: wanted,
      type: 'STANDARD',
      roleArn: `arn:aws:iam::${place.account}:role/local`,
    });
  } else if (found['definition'] !== wanted) {
    await call('UpdateStateMachine', { stateMachineArn: arn, definition: wanted });
  }
}

const isMissing = (answer: object): boolean =>
  '__type' in answer && String(answer.__type).endsWith('StateMachineDoesNotExist');
