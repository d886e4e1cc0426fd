import { onboardingDefinition } from '#workflows/onboarding.ts';

export const stateMachine = {
  name: 'zholkarta-onboarding',
  definition: onboardingDefinition,
  /** `${OpenAssignment}` → the function's ARN; `${StateMachineArn}` → the machine's own ARN, formatted from its fixed name. */
  substitutions: { OpenAssignment: 'open-assignment' },
  selfSubstitution: 'StateMachineArn',
} as const;
