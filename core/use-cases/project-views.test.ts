import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/domain/actor.ts';
import { assignmentView } from './project-views.ts';
import { Journey } from '#test/support/journey.ts';

const head: Actor = { kind: 'staff', personId: 'head', memberships: [{ personId: 'head', scope: 'zone', scopeId: 'alpha', role: 'head' }] };

const offered = (journey: Journey) => {
  const { state, setting } = journey;
  return assignmentView(head, state, journey.find('office-decision'), setting).allowedOutcomes;
};

describe('what an office is offered for its decision', () => {
  it.each<[string, () => Journey, readonly string[]]>([
    ['while the gate is closed, no approval', () => new Journey().to('council-approval'), ['returned', 'rejected', 'sent-back']],
    ['when all is in, an approval too', () => new Journey().to('council-approval').settle(), ['approved', 'approved-with-conditions', 'returned', 'rejected', 'sent-back']],
  ])('%s', (_, way, outcomes) => {
    expect(offered(way())).toEqual(outcomes);
  });
});
