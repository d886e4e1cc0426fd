import type { Language } from '#core/kernel/common.ts';
import type { AssignmentKind } from '#core/stages/facts.ts';
import { fill, textsOf } from '#core/texts/index.ts';

export const requestText = (
  language: Language,
  {
    kind,
    stage,
    about,
  }: {
    readonly kind: AssignmentKind;
    readonly stage: keyof ReturnType<typeof textsOf>['stages'];
    readonly about?: AssignmentKind | undefined;
  },
): string => {
  const { assignments, stages } = textsOf(language);
  return fill(assignments[kind].request, { stage: stages[stage], about: about ? assignments[about].name : '' });
};
