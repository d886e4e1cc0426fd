import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { stageIds } from '#core/stages/stage-id.ts';
import { stateMachine } from '#infra/manifest/index.ts';
import { definition } from '#test/support/workflow.ts';
import { onboardingDefinition } from '#workflows/onboarding.ts';

type Json = Readonly<Record<string, unknown>>;
interface State extends Json {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly End?: boolean;
  readonly Resource?: string;
  readonly TimeoutSeconds?: unknown;
  readonly Choices?: readonly { readonly Next: string }[];
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
  readonly Retry?: readonly { readonly ErrorEquals: readonly string[] }[];
  readonly ItemProcessor?: Machine;
}
interface Machine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

const whole = definition as Machine;

/** The machine and every machine inside its Maps. */
const machines = (machine: Machine): readonly Machine[] => [
  machine,
  ...Object.values(machine.States).flatMap(({ ItemProcessor }) => (ItemProcessor ? machines(ItemProcessor) : [])),
];

const states = machines(whole).flatMap((machine) => Object.entries(machine.States));
const waits = states.filter(([, { Resource }]) => Resource?.endsWith('.waitForTaskToken'));

const onward = ({ Next, Default, Choices = [], Catch = [] }: State): readonly string[] =>
  [Next, Default, ...Choices.map((one) => one.Next), ...Catch.map((one) => one.Next)].filter(
    (name) => name !== undefined,
  );

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

const expressions = texts(definition).filter((text) => text.startsWith('{%'));

/** Error names that can come to this machine. Source: Step Functions Developer Guide, "Error names"; API reference of StartExecution. */
const errorNames = new Set(['States.ALL', 'States.Timeout', 'StepFunctions.ExecutionAlreadyExistsException']);

describe('the definition', () => {
  it('is valid Amazon States Language', () => {
    const validate = createRequire(import.meta.url)('asl-validator') as (definition: unknown) => {
      isValid: boolean;
      errorsText: (separator: string) => string;
    };
    const { isValid, errorsText } = validate(definition);
    expect(isValid, errorsText('\n')).toBe(true);
  });

  it('wants exactly the substitutions that the manifest supplies', () => {
    const wanted = new Set(Array.from(onboardingDefinition.matchAll(/\$\{(\w+)\}/g), ([, name]) => name));
    expect([...wanted].toSorted()).toEqual(
      [...Object.keys(stateMachine.substitutions), stateMachine.selfSubstitution].toSorted(),
    );
  });

  it('leads to states that are there, reaches each of them, and ends', () => {
    for (const { StartAt, States } of machines(whole)) {
      const reached = new Set([StartAt]);
      for (const name of reached) for (const next of onward(States[name] ?? { Type: 'missing' })) reached.add(next);
      expect([...reached].toSorted()).toEqual(Object.keys(States).toSorted());
      for (const [name, state] of Object.entries(States)) {
        expect(
          onward(state).length > 0 || state.End === true || ['Succeed', 'Fail'].includes(state.Type),
          `${name} leads nowhere`,
        ).toBe(true);
      }
    }
  });

  it('names only errors that can come', () => {
    const named = states.flatMap(([, { Catch = [], Retry = [] }]) =>
      [...Catch, ...Retry].flatMap(({ ErrorEquals }) => ErrorEquals),
    );
    expect([...new Set(named)].filter((name) => !errorNames.has(name))).toEqual([]);
    expect(named).toContain('StepFunctions.ExecutionAlreadyExistsException');
  });

  it('never tries a wait that ran out again, and everything else for a week', () => {
    for (const [name, { Retry = [] }] of waits) {
      expect(Retry[0], name).toEqual({ ErrorEquals: ['States.Timeout'], MaxAttempts: 0 });
      expect(Retry[1], name).toMatchObject({ ErrorEquals: ['States.ALL'], MaxAttempts: 400, MaxDelaySeconds: 3600 });
    }
  });

  it('has a wait for every stage, a utility line and a correction, each with a time limit and a way out of it', () => {
    expect(waits).toHaveLength(stageIds.length + 2);
    for (const [name, { TimeoutSeconds, Catch = [] }] of waits) {
      expect(TimeoutSeconds, name).toBeDefined();
      expect(
        Catch.some(({ ErrorEquals }) => ErrorEquals.includes('States.Timeout')),
        name,
      ).toBe(true);
    }
  });

  it('bounds every other task too', () => {
    for (const [name, { Type, TimeoutSeconds }] of states)
      if (Type === 'Task') expect(TimeoutSeconds, name).toBeDefined();
  });

  it('has expressions of one line and at most 120 characters, without $eval', () => {
    expect(expressions.length).toBeGreaterThan(40);
    expect(expressions.filter((text) => text.length > 120 || text.includes('\n') || text.includes('$eval'))).toEqual(
      [],
    );
  });

  it('hands small ids over, never data of a project', () => {
    const payloads = waits.map(([, state]) => Object.keys((state['Arguments'] as Json)['Payload'] as Json));
    const known = ['schemaVersion', 'projectId', 'enteredAt', 'task', 'wait', 'stage', 'line'];
    expect(payloads.flat().filter((key) => !known.includes(key))).toEqual([]);
  });
});
