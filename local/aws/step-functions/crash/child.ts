import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { openStates } from '../index.ts';
import { childDefinition, childName, definitionOf, type Step } from './machines.ts';
import { ask, endOf, functions, keepPromise, type Promised } from './world.ts';

/** `child.ts STORE STEPS`: may be killed and started again at any moment; promises lie in a file beside the store. */
const [, , store = '', text = '[]'] = process.argv;
const memory = `${store}.promises`;
const promises: Promised[] = existsSync(memory)
  ? readFileSync(memory, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Promised)
  : [];
let now = Date.UTC(2026, 0, 1);
const engine = await openStates({
  file: store,
  clock: { now: () => now },
  invoke: functions((promised) => {
    appendFileSync(memory, `${JSON.stringify(promised)}\n`);
    promises.push(promised);
  }),
});
process.stdout.write('ready\n');
const roleArn = 'arn:aws:iam::000000000000:role/test';
const child = await ask(engine, 'CreateStateMachine', { name: childName, definition: childDefinition, roleArn });
const definition = definitionOf(JSON.parse(text) as Step[], String(child['stateMachineArn']));
const { stateMachineArn } = await ask(engine, 'CreateStateMachine', { name: 'main', definition, roleArn });
await engine.handle('StartExecution', { stateMachineArn, name: 'run', input: '1' });
const executionArn = `${String(stateMachineArn).replace(':stateMachine:', ':execution:')}:run`;
for (;;) {
  await engine.idle();
  if ((await ask(engine, 'DescribeExecution', { executionArn }))['status'] !== 'RUNNING') break;
  const promised = promises.shift();
  if (promised !== undefined) await keepPromise(engine, promised);
  else {
    now = Math.max(now, engine.nextDueAt() ?? now);
    await engine.runDue();
  }
}
process.stdout.write(`${JSON.stringify(await endOf(engine, executionArn))}\n`);
await engine.close();
