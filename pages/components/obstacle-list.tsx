import type { JSX } from 'preact';
import type { ObstacleView } from '#core/api/views.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { EntryList, type Entry } from '../office/work-list/entry-list.tsx';
import { aboutText, dayText, dueInList, whereText, type Reading } from './obstacle-names.ts';

type Props = Reading & {
  readonly obstacles: readonly ObstacleView[];
  /** Where one is read, for those who may. */
  readonly addressOf: (obstacleId: string) => string | undefined;
};

export function ObstacleList({ obstacles, addressOf, ...reading }: Props): JSX.Element {
  const { frame } = reading;
  const words = obstacleTexts(frame.language);
  const over = obstacles.filter(({ state }) => state !== 'open').toReversed();
  const entry = (one: ObstacleView, hint: string): Entry => ({
    key: one.obstacleId,
    href: addressOf(one.obstacleId),
    name: aboutText(frame, one.about),
    hint,
  });
  const open = obstacles
    .filter(({ state }) => state === 'open')
    .map((one): Entry => ({
      ...entry(one, [...(one.zoneWide ? [words.zone.whole] : []), whereText(reading, one)].join(' · ')),
      due: dueInList(frame, one),
      overdue: one.late !== undefined,
    }));
  return (
    <>
      {(open.length > 0 || over.length === 0) && <EntryList frame={frame} entries={open} empty={words.none} />}
      {over.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {words.earlier} ({over.length})
            </span>
          </summary>
          <div class="govuk-details__text">
            <EntryList
              frame={frame}
              entries={over.map((one) =>
                entry(one, `${words.states[one.state]} · ${dayText(reading, one.resolvedAt ?? one.raisedAt)}`),
              )}
            />
          </div>
        </details>
      )}
    </>
  );
}
