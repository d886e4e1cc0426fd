import type { JSX } from 'preact';
import type { ProjectView } from '#core/api/views.ts';
import { careTexts } from '#core/texts/areas/care.ts';
import type { Colleague } from '#core/work/view-colleagues.ts';
import type { Frame } from '../../frame.ts';
import { personName } from '../worker-name.ts';

/** Who of the office is there for the investor, where somebody is named. */
export function CompanionLine({
  frame,
  view: { companion },
  people,
}: {
  readonly frame: Frame;
  readonly view: Pick<ProjectView, 'companion'>;
  readonly people: readonly Colleague[];
}): JSX.Element | null {
  if (companion === undefined) return null;
  return (
    <p class="govuk-body">
      {careTexts(frame.language).companion}: {personName(frame, people, { personId: companion })}
    </p>
  );
}
