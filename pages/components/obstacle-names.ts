import type { ObstacleAbout } from '#core/obstacles/obstacle-facts.ts';
import type { ObstacleView } from '#core/api/views.ts';
import { localDateOf } from '#core/calendar/local-date.ts';
import { aboutName } from '#core/notices/names.ts';
import { capital } from '#core/texts/capital.ts';
import { countText } from '#core/texts/count-text.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { obstacleTexts } from '#core/texts/areas/obstacles.ts';
import type { Frame } from '../frame.ts';

export interface Reading {
  readonly frame: Frame;
  readonly reader: 'office' | 'investor' | 'party';
  readonly offsetMinutes: number;
}

export const aboutText = ({ language }: Pick<Frame, 'language'>, about: ObstacleAbout): string =>
  capital(language, aboutName(textsOf(language), about, language));

/** Office, investor or party by name; to the reader themselves as `you` says it. */
function whoText(
  { frame: { language }, reader }: Reading,
  { kind, names }: ObstacleView['owner'],
  you: 'you' | 'yourself',
): string {
  if (kind === reader && kind !== 'office') return obstacleTexts(language)[you];
  return names?.[language] ?? textsOf(language).holders[kind];
}

export const ownerText = (reading: Reading, owner: ObstacleView['owner']): string => whoText(reading, owner, 'you');
export const authorText = (reading: Reading, by: ObstacleView['said'][number]['by']): string =>
  whoText(reading, by, 'yourself');

export const dayText = ({ frame: { language }, offsetMinutes }: Reading, at: number): string =>
  dateText(language, localDateOf(at, offsetMinutes));

const withText = (reading: Reading, { owner, ownedSince }: Pick<ObstacleView, 'owner' | 'ownedSince'>): string =>
  fill(obstacleTexts(reading.frame.language).with, {
    holder: ownerText(reading, owner),
    date: dayText(reading, ownedSince),
  });

/** Each body outside that has it: since when, and for how many working days; then those that have answered. */
export const referralTexts = (
  { frame: { language } }: Pick<Reading, 'frame'>,
  { referrals = [] }: Pick<ObstacleView, 'referrals'>,
): readonly string[] => {
  const words = obstacleTexts(language);
  return referrals.map(({ to, on, answeredOn, days }) =>
    answeredOn === undefined
      ? fill(words.referred, {
          body: words.bodies[to],
          date: dateText(language, on),
          days: countText(language, words.workingDays, days),
        })
      : fill(words.referralDone, {
          body: words.bodies[to],
          date: dateText(language, on),
          answered: dateText(language, answeredOn),
        }),
  );
};

/** In one line: who has it, and where it lies outside. */
export const whereText = (
  reading: Reading,
  obstacle: Pick<ObstacleView, 'owner' | 'ownedSince' | 'referrals'>,
): string =>
  [
    withText(reading, obstacle),
    ...referralTexts(reading, { referrals: obstacle.referrals?.filter(({ answeredOn }) => answeredOn === undefined) }),
  ].join(' · ');

/** Until when it is to be removed, and by how many working days that has gone by; undefined where nobody has said. */
export const dueText = (
  { language, words }: Frame,
  { due, late }: Pick<ObstacleView, 'due' | 'late'>,
): string | undefined =>
  due && [dateText(language, due), ...(late === undefined ? [] : [countText(language, words.lateBy, late)])].join(', ');

export function dueInList(frame: Frame, obstacle: Pick<ObstacleView, 'due' | 'late'>): string | undefined {
  const text = dueText(frame, obstacle);
  return text && `${obstacleTexts(frame.language).due}: ${text}`;
}
