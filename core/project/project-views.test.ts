import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/kernel/actor.ts';
import type { StageDuration } from '#core/calendar/stage-duration.ts';
import { durationVersion } from '#core/calendar/durations.ts';
import { assignmentView, projectView } from './project-views.ts';
import { Journey } from '#test/support/journey.ts';
import { decisionOf } from '#test/support/samples.ts';

const head: Actor = {
  kind: 'staff',
  personId: 'head',
  memberships: [{ personId: 'head', scope: 'zone', scopeId: 'alpha', role: 'head' }],
};

const offered = (journey: Journey) => {
  const { state, setting: context } = journey;
  return assignmentView(head, state, journey.find('office-decision'), context).allowedOutcomes;
};

describe('what an office is offered for its decision', () => {
  it.each<[string, () => Journey, readonly string[]]>([
    [
      'while the gate is closed, no approval',
      () => new Journey().to('council-approval'),
      ['returned', 'rejected', 'sent-back'],
    ],
    [
      'when all is in, an approval too',
      () => new Journey().to('council-approval').settle(),
      ['approved', 'approved-with-conditions', 'returned', 'rejected', 'sent-back'],
    ],
  ])('%s', (_, way, outcomes) => {
    expect(offered(way())).toEqual(outcomes);
  });
});

describe('S18: the legal source of the due date', () => {
  const viewed = ({ state, setting: context }: Journey) => projectView(head, state, 'Plant', context);

  it('is that of the version with which the running stage began, whatever came into force later', () => {
    const journey = new Journey().to('council-approval');
    const version = journey.state.project.stages['council-approval']?.durationVersion;
    const begun = journey.setting.durations.find((one) => durationVersion(one) === version);
    const later = {
      ...journey.setting.durations[0],
      stage: 'council-approval',
      workingDays: 3,
      source: { title: 'later act' },
      effectiveFrom: '2099-01-01',
    } as const;
    const { term } = projectView(head, journey.state, 'Plant', {
      ...journey.setting,
      durations: [...journey.setting.durations, later as StageDuration],
    });
    expect(begun).toBeDefined();
    expect(term).toEqual({ workingDays: begun?.workingDays, source: begun?.source });
  });

  it('is not told before the stage has opened, nor once the project has ended', () => {
    expect(viewed(new Journey())).not.toHaveProperty('term');
    const ended = new Journey().arrive();
    expect(viewed(ended.answer('office-decision', decisionOf('rejected')))).not.toHaveProperty('term');
  });
});
