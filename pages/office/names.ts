import type { Holder } from '#core/project/event.ts';
import type { Names } from '#core/reference/reference.ts';
import type { AssignmentLineView, ProjectLineView } from '#core/api/views.ts';
import { assignmentName } from '#core/notices/names.ts';
import { textsOf } from '#core/texts/index.ts';
import type { Frame } from '../frame.ts';

export type Parties = readonly {
  readonly partyId: string;
  readonly names: Names;
  readonly endedOn?: string | undefined;
}[];

/** An assignment by name, with its utility line; what was returned or refused for those that follow from it. */
export function nameOf(
  { language }: Pick<Frame, 'language'>,
  { kind, line, about }: Pick<AssignmentLineView, 'kind' | 'line' | 'about'>,
): string {
  const texts = textsOf(language);
  return about === undefined
    ? assignmentName(texts, kind, line)
    : `${texts.assignments[kind].name} (${assignmentName(texts, about, line)})`;
}

/** A row of a road map: what is asked, or the stage as a whole. */
export const rowName = (
  { language }: Pick<Frame, 'language'>,
  {
    stage,
    kind,
    line,
  }: Pick<AssignmentLineView, 'stage' | 'line'> & { readonly kind?: AssignmentLineView['kind'] | undefined },
): string => {
  const texts = textsOf(language);
  return kind === undefined ? texts.stages[stage] : assignmentName(texts, kind, line);
};

export function holderName({ language }: Pick<Frame, 'language'>, holder: Holder, parties: Parties): string {
  const { holders } = textsOf(language);
  return holder.kind === 'party'
    ? (parties.find(({ partyId }) => partyId === holder.partyId)?.names[language] ?? holders.party)
    : holders[holder.kind];
}

export function stateName(
  { language }: Pick<Frame, 'language'>,
  { ending, suspended, phase }: Pick<ProjectLineView, 'ending' | 'suspended' | 'phase'>,
): string {
  const { endings, phases } = textsOf(language);
  return ending ? endings[ending] : suspended ? phases.suspended : phases[phase];
}
