import { describe, expect, it } from 'vitest';
import type { ProjectEvent } from '#core/project/event.ts';
import { apply, rebuild } from './apply.ts';
import { Journey } from '#test/support/journey.ts';
import { decisionOf, personal } from '#test/support/samples.ts';

const walked = new Journey()
  .to('technical-conditions')
  .answer('technical-condition', decisionOf('refused'))
  .sendBack('letter-of-intent')
  .to('construction-start')
  .settle()
  .approve();

describe('the log', () => {
  it('is gapless from 1, and the state is what it tells', () => {
    expect(walked.events.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: walked.project.version }, (_, at) => at + 1),
    );
    expect(rebuild(walked.events)).toEqual(walked.state);
  });

  it('tells every state on the way', () => {
    for (const { after } of walked.changes)
      expect(rebuild(walked.events.slice(0, after.project.version))).toEqual(after);
  });

  it('names nobody', () => {
    for (const word of personal) expect(JSON.stringify([walked.events, walked.state])).not.toContain(word);
  });

  it('empty tells nothing', () => {
    expect(rebuild([])).toBeUndefined();
  });

  const [first, second, third] = walked.events as [ProjectEvent, ProjectEvent, ProjectEvent];
  it.each<[string, readonly ProjectEvent[], string]>([
    ['with a gap', [first, third], 'The log has a gap.'],
    ['with an entry twice', [first, second, second], 'The log has a gap.'],
    ['without its beginning', [second], 'A log begins with a letter of intent.'],
    ['with two beginnings', [first, { ...first, sequence: 2 }], 'A log has one beginning.'],
  ])('%s is refused', (_, events, message) => {
    expect(() => rebuild(events)).toThrow(message);
  });

  it('does not change the state it starts from', () => {
    const before = JSON.stringify(new Journey().state);
    const journey = new Journey();
    const { state } = journey;
    journey.to('council-approval');
    expect(JSON.stringify(state)).toBe(before);
    expect(apply(undefined, first).project.version).toBe(1);
  });
});
