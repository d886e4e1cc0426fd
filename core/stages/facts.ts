import * as z from 'zod/mini';
import { stages, type FactName, type StageAssignment } from './definition.ts';
import type { Outcome } from './decision.ts';
import type { FactField } from './fact-field.ts';

/** Asked in any stage. `documents`: what the stage needs and is not there, answered by the last of them; `cure`: what a party returned is mended; `refusal`: the office decides what follows from a party's refusal; `question`: the investor asks the office; `regulator-word`: what the regulator says of a supplier's refusal. */
const common = ['documents', 'correction', 'cure', 'refusal', 'bounced-email', 'question', 'regulator-word'] as const;

export type AssignmentKind = 'office-decision' | StageAssignment | (typeof common)[number];

export interface NamedField extends FactField {
  readonly name: FactName;
}

const ofStages = Object.values(stages).flatMap(({ assignments }) =>
  Object.entries(assignments).map(([kind, { facts = {} }]) => [
    kind,
    Object.entries(facts).map(([name, field]) => ({ name, ...field })),
  ]),
);

export const factFields = Object.fromEntries([
  ['office-decision', []],
  ...ofStages,
  ...common.map((kind) => [kind, []]),
]) as Readonly<Record<AssignmentKind, readonly NamedField[]>>;

export const assignmentKinds = Object.keys(factFields) as readonly AssignmentKind[];
export const AssignmentKind = z.enum(assignmentKinds as [AssignmentKind, ...AssignmentKind[]]);

/** What an answer with an outcome brings. `byLaw`: a refusal has to carry what the law asks of it. */
export const fieldsOf = (kind: AssignmentKind, outcome: Outcome, byLaw = false): readonly NamedField[] =>
  factFields[kind]
    .filter(({ only }) =>
      outcome === 'refused' ? byLaw && only === 'refused' : only === undefined || only === outcome,
    )
    .map((field) => (field.only === undefined ? field : { ...field, optional: false }));

const contractOf = (fields: readonly NamedField[]) =>
  z.object(
    Object.fromEntries(
      fields.map(({ name, contract, optional }) => [name, optional ? z.optional(contract) : contract]),
    ),
  );

export const factsOf = (...asked: Parameters<typeof fieldsOf>): ReturnType<typeof contractOf> =>
  contractOf(fieldsOf(...asked));

export const factsByKind = Object.fromEntries(
  assignmentKinds.map((kind) => [kind, contractOf(factFields[kind])]),
) as Readonly<Record<AssignmentKind, ReturnType<typeof contractOf>>>;

/** Facts of any kind, as they lie in the log: already checked when they came in. */
export const AnyFacts = z.record(z.string(), z.unknown());
export type AnyFacts = z.infer<typeof AnyFacts>;
