import { describe, expect, it } from 'vitest';
import { stageViews } from '../project/project-views.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { stageIds } from './stage-id.ts';
import { expectedStart, onItsWay, slackOf } from './expected-start.ts';
import { isBehind } from '../project/standing.ts';
import { Journey } from '#test/support/journey.ts';
import { at, contextAt } from '#test/support/samples.ts';

const forecastOf = ({ state, setting: context }: Journey) =>
  stageViews(state, context).find(({ stage }) => stage === 'construction-start')?.target;
const expectedOf = ({ project, setting: context }: Journey) => expectedStart(context, onItsWay(project));

describe('the expected start', () => {
  it.each(stageIds)('is the day that the whole forecast gives, in %s, in time and late', (stage) => {
    const journey = new Journey().to(stage);
    expect(expectedOf(journey)).toBe(forecastOf(journey));
    for (const day of ['2026-02-16', '2026-05-04', '2026-09-14'])
      expect(expectedOf(journey.passDay(day)), day).toBe(forecastOf(journey));
  });

  it('moves with the day once the running stage is late, and then the project is behind', () => {
    const journey = new Journey().to('council-approval');
    expect(isBehind(journey.state)).toBe(false);
    const before = expectedOf(journey);
    journey.passDay('2026-03-16');
    expect([expectedOf(journey) > before, isBehind(journey.state)]).toEqual([true, true]);
  });

  it('of the forum leaves 50 working days before the end of November, and 55 days on the power line turn it red', () => {
    const context = contextAt(at('2025-12-12'));
    const due = addWorkingDays(context.calendar, '2025-12-12', 5 + 15 + 20 + 17);
    const slackWith = (days: number) => {
      const expected = expectedStart(context, {
        receivedOn: '2025-12-12',
        stage: 'technical-conditions',
        lines: ['power'],
        endsOn: addWorkingDays(context.calendar, due, days),
      });
      return slackOf(context, expected, '2026-11-30');
    };
    expect([slackWith(0), slackWith(55)]).toEqual([50, -5]);
  });
});
