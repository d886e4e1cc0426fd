import * as fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStates, type StatesEngine } from '../index.ts';
import { childDefinition, childName, definitionOf, steps, type Step } from './machines.ts';
import { ask, endOf, functions, keepPromise, type Promised } from './world.ts';

type Validator = (definition: unknown, options: object) => { isValid: boolean; errorsText: () => string };
const aslValidator = createRequire(import.meta.url)('asl-validator') as Validator;

const folder = mkdtempSync(join(tmpdir(), 'states-crash-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
let files = 0;
const newFile = (): string => join(folder, `${String(files++)}.db`);
const roleArn = 'arn:aws:iam::000000000000:role/test';

/** An engine on a file with a clock of its own. */
class World {
  now = Date.UTC(2026, 0, 1);
  /** Promises not yet kept, and all ever made. */
  readonly promises: Promised[] = [];
  readonly made: Promised[] = [];
  readonly file: string;
  engine!: StatesEngine;
  onCall: () => void = () => undefined;

  constructor(file = newFile()) {
    this.file = file;
  }

  async open(): Promise<void> {
    const invoke = functions((promised) => {
      this.promises.push(promised);
      this.made.push(promised);
    });
    this.engine = await openStates({
      file: this.file,
      clock: { now: () => this.now },
      invoke: (name, payload) => {
        this.onCall();
        return invoke(name, payload);
      },
    });
  }

  async start(list: readonly Step[]): Promise<string> {
    const child = await ask(this.engine, 'CreateStateMachine', {
      name: childName,
      definition: childDefinition,
      roleArn,
    });
    const definition = definitionOf(list, String(child['stateMachineArn']));
    const { stateMachineArn } = await ask(this.engine, 'CreateStateMachine', { name: 'main', definition, roleArn });
    return String(
      (await ask(this.engine, 'StartExecution', { stateMachineArn, name: 'run', input: '1' }))['executionArn'],
    );
  }

  /** Runs on until the execution is over, answering tokens in the order `pick` says. */
  async finish(arn: string, pick: (count: number) => number = () => 0): Promise<Record<string, unknown>> {
    for (;;) {
      await this.engine.idle();
      const { status } = await ask(this.engine, 'DescribeExecution', { executionArn: arn });
      if (status !== 'RUNNING') return endOf(this.engine, arn);
      const [promised] = this.promises.splice(pick(this.promises.length), 1);
      if (promised !== undefined) await keepPromise(this.engine, promised);
      else {
        this.now = Math.max(this.now, this.engine.nextDueAt() ?? this.now);
        await this.engine.runDue();
      }
    }
  }
}

async function undisturbed(list: readonly Step[], pick?: (count: number) => number): Promise<Record<string, unknown>> {
  const world = new World(':memory:');
  await world.open();
  const end = await world.finish(await world.start(list), pick);
  await world.engine.close();
  return end;
}

describe('an engine that is killed', () => {
  it('comes to the same end from every state it ever saved', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 7 }), async (list, stride) => {
        const expected = await undisturbed(list);
        const world = new World();
        await world.open();
        const copies: { file: string; now: number; made: readonly Promised[] }[] = [];
        const reader = new DatabaseSync(world.file, { readOnly: true });
        let turns = 0;
        const copy = (): void => {
          if (turns++ % stride !== 0 || copies.length >= 12) return;
          const file = newFile();
          reader.prepare('VACUUM INTO ?').run(file);
          copies.push({ file, now: world.now, made: [...world.made] });
        };
        world.onCall = copy;
        const watching = setInterval(copy, 0);
        const arn = await world.start(list);
        expect(await world.finish(arn)).toEqual(expected);
        clearInterval(watching);
        reader.close();
        await world.engine.close();
        for (const { file, now, made } of copies) {
          const again = new World(file);
          again.now = now;
          again.promises.push(...made);
          await again.open();
          const known = await again.engine.handle('DescribeExecution', { executionArn: arn });
          if (known.status === 200) expect(await again.finish(arn)).toEqual(expected);
          await again.engine.close();
        }
      }),
      { numRuns: 25 },
    );
  });

  it('comes to the same end in whatever order tokens are answered', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.infiniteStream(fc.nat()), async (list, picks) => {
        const expected = await undisturbed(list);
        const pick = (count: number): number => Number(picks.next().value) % Math.max(count, 1);
        expect(await undisturbed(list, pick)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('runs machines that another validator takes for valid', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const definition = JSON.parse(
          definitionOf(list, 'arn:aws:states:eu-central-1:000000000000:stateMachine:child'),
        ) as unknown;
        const { isValid, errorsText } = aslValidator(definition, { checkPaths: true, checkArn: true });
        expect(isValid, errorsText()).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
