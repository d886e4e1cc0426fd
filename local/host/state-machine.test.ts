import { describe, expect, it } from 'vitest';
import { openStates } from '../aws/step-functions/index.ts';
import { statesService } from '../aws/step-functions/service.ts';
import { ensureStateMachine, stateMachineArn, substitute } from './state-machine.ts';

const place = { region: 'eu-central-1', account: '000000000000' };
const definition = (comment: string) =>
  JSON.stringify({
    Comment: comment,
    QueryLanguage: 'JSONata',
    StartAt: 'Open',
    States: {
      Open: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Arguments: { FunctionName: '${OpenAssignment}', Payload: { self: '${StateMachineArn}' } },
        End: true,
      },
    },
  });
const open = () =>
  openStates({
    file: ':memory:',
    clock: { now: () => 0 },
    invoke: async () => ({ kind: 'ok', payload: {} }),
    ...place,
  });

describe('the state machine', () => {
  it('gets the ARNs of the manifest, and nothing unknown', () => {
    expect(JSON.parse(substitute(definition('x'), place))).toMatchObject({
      States: {
        Open: {
          Arguments: {
            FunctionName: 'arn:aws:lambda:eu-central-1:000000000000:function:open-assignment',
            Payload: { self: stateMachineArn(place) },
          },
        },
      },
    });
    expect(() => substitute('${Other}', place)).toThrow('wants ${Other}');
  });

  it('is created once and updated when the definition changes', async () => {
    const engine = await open();
    const actions: string[] = [];
    const handle: typeof engine.handle = (target, body) => {
      actions.push(target.replace('AWSStepFunctions.', ''));
      return engine.handle(target, body);
    };
    for (const comment of ['one', 'one', 'two']) await ensureStateMachine({ handle }, definition(comment), place);
    expect(actions).toEqual([
      'DescribeStateMachine',
      'CreateStateMachine',
      'DescribeStateMachine',
      'DescribeStateMachine',
      'UpdateStateMachine',
    ]);
    await expect(ensureStateMachine(engine, '{"StartAt":"Nowhere","States":{}}', place)).rejects.toThrow(
      'UpdateStateMachine of zholkarta-onboarding was refused',
    );
    await engine.close();
  });
});

describe('the Step Functions protocol', () => {
  const received = (target: string, body: string) => ({
    method: 'POST',
    url: '/',
    headers: { 'x-amz-target': target },
    body: Buffer.from(body),
    sourceIp: '',
    protocol: '',
  });

  it('is answered by the engine', async () => {
    const engine = await open();
    const service = statesService(Promise.resolve(engine));
    expect(await service(received('AWSStepFunctions.ListStateMachines', '{}'))).toMatchObject({
      status: 200,
      body: '{"stateMachines":[]}',
      headers: { 'content-type': 'application/x-amz-json-1.0' },
    });
    expect(await service(received('AWSStepFunctions.ListStateMachines', ''))).toMatchObject({ status: 200 });
    expect(await service(received('AWSStepFunctions.ListStateMachines', '{'))).toMatchObject({
      status: 400,
      body: expect.stringContaining('SerializationException'),
    });
    await engine.close();
  });
});
