import type { JSX } from 'preact';
import type { ObstacleView } from '#core/api/views.ts';
import { textsOf } from '#core/texts/index.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import { SummaryList, Tag, type TagColour } from './facts.tsx';
import { aboutText, authorText, dayText, dueText, ownerText, referralTexts, type Reading } from './obstacle-names.ts';

const colours: Readonly<Record<ObstacleView['state'], TagColour>> = {
  open: 'orange',
  resolved: 'green',
  closed: 'grey',
};

export function Thread({ obstacle, ...reading }: Reading & { readonly obstacle: ObstacleView }): JSX.Element {
  const { frame } = reading;
  const words = obstacleTexts(frame.language);
  const due = dueText(frame, obstacle);
  const { about, owner, ownedSince, state, raisedAt, resolvedAt, said } = obstacle;
  return (
    <>
      <SummaryList
        frame={frame}
        facts={[
          { term: words.against, value: aboutText(frame, about) },
          { term: words.state, value: <Tag colour={colours[state]}>{words.states[state]}</Tag> },
          { term: words.raisedOn, value: dayText(reading, raisedAt) },
          ...(state === 'open'
            ? [
                { term: words.owner, value: ownerText(reading, owner) },
                ...(obstacle.person === undefined
                  ? []
                  : [
                      { term: words.person, value: obstacle.personName ?? textsOf(frame.language).holders[owner.kind] },
                    ]),
                { term: words.since, value: dayText(reading, ownedSince) },
              ]
            : []),
          ...(due === undefined
            ? []
            : [{ term: words.due, value: obstacle.late === undefined ? due : <strong class="late">{due}</strong> }]),
          ...referralTexts(reading, obstacle).map((value) => ({ term: words.referral, value })),
          ...(obstacle.toldTo === undefined || reading.reader !== 'office'
            ? []
            : [{ term: words.toldTo, value: textsOf(frame.language).roles[obstacle.toldTo] }]),
          ...(resolvedAt === undefined ? [] : [{ term: words.resolvedOn, value: dayText(reading, resolvedAt) }]),
        ]}
      />
      <h2 class="govuk-heading-m">{words.thread}</h2>
      <ol class="govuk-list">
        {said.map(({ noteId, as, at, by, text }) => (
          <li key={noteId}>
            <div class="govuk-hint">
              {words.said[as]} · {authorText(reading, by)} · {dayText(reading, at)}
            </div>
            {text === undefined ? (
              <p class="govuk-body">{words.erased}</p>
            ) : (
              <div class="govuk-inset-text said">{text}</div>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
