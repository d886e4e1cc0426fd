import { compact, type Json } from '../json.ts';

const whole = { truncated: false };

export const entered = (name: string, input: Json): Record<string, unknown> => ({
  stateEnteredEventDetails: { name, input: compact(input), inputDetails: whole },
});

/** Details of a state's Exited event; variables are shown as JSON texts. */
export function exited(
  name: string,
  output: Json,
  assigned: Readonly<Record<string, Json>> | undefined,
): Record<string, unknown> {
  const names = Object.entries(assigned ?? {});
  return {
    stateExitedEventDetails: {
      name,
      output: compact(output),
      outputDetails: whole,
      ...(names.length === 0
        ? {}
        : {
            assignedVariables: Object.fromEntries(names.map(([variable, value]) => [variable, compact(value)])),
            assignedVariablesDetails: whole,
          }),
    },
  };
}

export function named(member: string, details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { [member]: Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined)) };
}

export const withOutput = (output: Json): { output: string; outputDetails: { truncated: boolean } } => ({
  output: compact(output),
  outputDetails: whole,
});

export const withInput = (input: Json): { input: string; inputDetails: { truncated: boolean } } => ({
  input: compact(input),
  inputDetails: whole,
});
