import type { JSX } from 'preact';
import type { ProjectView } from '#core/api/views.ts';
import { localDateOf } from '#core/calendar/local-date.ts';
import { careTexts } from '#core/texts/areas/care.ts';
import { followUpTexts } from '#core/texts/areas/follow-ups.ts';
import { ladderTexts } from '#core/texts/areas/ladder.ts';
import { obligationTexts } from '#core/texts/areas/obligations.ts';
import { roadMapTexts } from '#core/texts/areas/road-map.ts';
import { dateText, fill } from '#core/texts/index.ts';
import type { Colleague } from '#core/work/view-colleagues.ts';
import { SummaryList } from '../../components/facts.tsx';
import { Button, Form } from '../../components/form.tsx';
import type { Frame } from '../../frame.ts';
import { careAddress, followUpsAddress, ladderAddress, obligationsAddress, roadMapAddress } from '../addresses.ts';
import { workerName } from '../worker-name.ts';

interface Props {
  readonly frame: Frame;
  readonly view: ProjectView;
  readonly reader: string;
  readonly people: readonly Colleague[];
  readonly offsetMinutes: number;
}

/** Who is there for the investor, by what numbers others know the project, and when somebody last said that all is as it stands. */
export function CareSection({ frame, view, reader, people, offsetMinutes }: Props): JSX.Element {
  const { language } = frame;
  const words = careTexts(language);
  const { projectId, numbers, companion, verified, allowedActions, roadMap } = view;
  const may = (action: string): boolean => allowedActions.includes(action);
  const nameOf = (personId: string): string => workerName(frame, { reader, colleagues: people }, personId);
  return (
    <section id="care">
      <p class="govuk-body">
        <a class="govuk-link" href={roadMapAddress(projectId)}>
          {roadMapTexts(language).title}
        </a>
        {roadMap !== undefined && roadMap.asked > 0 && (
          <>
            {' · '}
            <strong>
              {roadMapTexts(language).changes}: {roadMapTexts(language).waits} ({String(roadMap.asked)})
            </strong>
          </>
        )}
      </p>
      {view.ending === 'construction-started' && (
        <p class="govuk-body">
          <a class="govuk-link" href={ladderAddress(projectId)}>
            {ladderTexts(language).title}
          </a>{' '}
          <a class="govuk-link" href={obligationsAddress(projectId)}>
            {obligationTexts(language).title}
          </a>
        </p>
      )}
      <SummaryList
        frame={frame}
        facts={[
          {
            term: words.companion,
            value: companion === undefined ? words.noCompanion : nameOf(companion),
            ...(may('name-companion') && { change: careAddress(projectId, 'name-companion') }),
          },
          ...numbers.map(({ kind, number }) => ({
            term: words.kinds[kind],
            value: number,
            ...(may('note-number') && { change: careAddress(projectId, 'remove-number') }),
          })),
          {
            term: words.verified,
            value: verified
              ? fill(words.verifiedBy, {
                  date: dateText(language, localDateOf(verified.at, offsetMinutes)),
                  who: nameOf(verified.by),
                })
              : words.never,
          },
        ]}
      />
      {may('note-number') && (
        <p class="govuk-body">
          <a class="govuk-link" href={careAddress(projectId, 'note-number')}>
            {words.addNumber}
          </a>
        </p>
      )}
      {may('add-note') && (
        <p class="govuk-body">
          <a class="govuk-link" href={followUpsAddress(projectId)}>
            {followUpTexts(language).title}
          </a>
        </p>
      )}
      {may('verify') && (
        <Form frame={frame} action={careAddress(projectId, 'verify')}>
          <Button kind="secondary">{words.verify}</Button>
        </Form>
      )}
    </section>
  );
}
