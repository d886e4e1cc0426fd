import { describe, expect, it } from 'vitest';
import { suspend } from '#core/project/suspend.ts';
import { Journey } from '#test/support/journey.ts';
import { decisionOf, officer } from '#test/support/samples.ts';
import { viewProjectCalendar } from './view-calendar.ts';

async function entries(journey: Journey) {
  const ports = {
    projects: { load: () => Promise.resolve(journey.state) },
    reference: {},
    lists: {},
    links: { officeUrlOf: () => 'https://zone.example.org/' },
  };
  const view = await viewProjectCalendar(ports as unknown as Parameters<typeof viewProjectCalendar>[0], {
    projectId: 'p1',
    actor: officer,
  });
  return view.ok ? view.value.entries : [];
}
const stages = async (journey: Journey) =>
  (await entries(journey))
    .filter(({ assignment }) => assignment === undefined)
    .map(({ stage, isOver }) => [stage, isOver]);

describe('the calendar of a project', () => {
  it('X12: has the date of a stage that was decided again, struck out under the name it had', async () => {
    const before = await entries(new Journey().arrive());
    const after = await entries(new Journey().to('council-approval'));
    const [id] = before.filter(({ assignment }) => assignment === undefined).map((one) => one.id);
    expect(after.find((one) => one.id === id)).toMatchObject({ isOver: true });
    expect(await stages(new Journey().to('council-approval'))).toEqual([
      ['letter-of-intent', true],
      ['council-approval', false],
    ]);
  });

  it('X12: has no date while the clock stands', async () => {
    const journey = new Journey().to('council-approval');
    journey.did(
      suspend(
        journey.state,
        journey.setting,
        { fault: 'third-party', reasonCode: 'other', reason: 'x', reviewOn: '2026-03-02' },
        { kind: 'staff', personId: 'o' },
      ),
    );
    expect(await stages(journey)).toContainEqual(['council-approval', true]);
  });

  it('X11: of a project that has ended strikes out what stood there, and is not empty', async () => {
    const journey = new Journey().arrive().answer('office-decision', decisionOf('rejected'));
    const all = await entries(journey);
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter(({ isOver }) => !isOver)).toEqual([]);
  });
});
