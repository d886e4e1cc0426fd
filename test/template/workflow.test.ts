import { describe, expect, it } from 'vitest';
import { stateMachine } from '#infra/manifest/index.ts';
import { readable } from './rights.ts';
import { only, templates } from './synthesised.ts';

const all = templates();
const machine = only(all.onboarding, 'AWS::StepFunctions::StateMachine').Properties;
const supplied = machine['DefinitionSubstitutions'] as Record<string, unknown>;

describe('the state machine', () => {
  it('gets every substitution its definition asks for, and no other', () => {
    const asked = stateMachine.definition.matchAll(/\$\{(\w+)\}/g);
    expect(Object.keys(supplied).sort()).toEqual([...new Set([...asked].map(([, word]) => word))].sort());
  });

  it('knows the functions it calls, and itself by the name it has', () => {
    const self = readable(supplied[stateMachine.selfSubstitution], all.onboarding, all);
    expect(self).toBe(`arn:aws:states:eu-central-1:<AccountId>:stateMachine:${String(machine['StateMachineName'])}`);
    for (const [word, name] of Object.entries(stateMachine.substitutions)) {
      expect(readable(supplied[word], all.onboarding, all)).toBe(`function:zholkarta-prod-${name}:live`);
    }
  });

  it('is durable, traced, and logs every step without what passes through it', () => {
    expect(machine).toMatchObject({
      StateMachineType: 'STANDARD',
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
    });
  });
});
