import { describe, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { calendarOf } from '../calendar/calendar.ts';
import { at, head, headquarters, membership, officer, staff, zones, zoneSetting } from '#test/support/samples.ts';
import { Journey } from '#test/support/journey.ts';
import { memoryHeadquarters } from '#test/support/memory-headquarters.ts';
import { put, world } from '#test/support/world.ts';
import { changeLine } from '../lines/change-line.ts';
import { extend } from '../project/extend.ts';
import { factsOn } from '#local/demo/answers.ts';
import { actOnHeadquarters } from './act-on-headquarters.ts';
import type { HeadquartersRequest } from './headquarters.ts';
import { meetingDays } from './meeting-days.ts';
import { headquartersAt, listInstructions, viewAgenda } from './view-headquarters.ts';

describe('the days of meetings', () => {
  it.each([
    ['on its day', '2026-01-14', { last: undefined, next: '2026-01-14', following: '2026-01-21' }],
    ['the day after', '2026-01-15', { last: '2026-01-14', next: '2026-01-21', following: '2026-01-28' }],
    ['before it began', '2026-01-12', { last: undefined, next: '2026-01-14', following: '2026-01-21' }],
    ['years later', '2027-01-13', { last: '2027-01-06', next: '2027-01-13', following: '2027-01-20' }],
  ])('%s', (_, day, days) => {
    expect(meetingDays({ begunOn: '2026-01-12', weekday: 3 }, calendarOf('KZ'), day)).toEqual(days);
  });

  it('a holiday moves one to the next working day: Nauryz 2026 from Monday the 23rd to Thursday the 26th', () => {
    const of = (day: string) => meetingDays({ begunOn: '2026-01-12', weekday: 1 }, calendarOf('KZ'), day);
    expect(of('2026-03-20')).toEqual({ last: '2026-03-16', next: '2026-03-26', following: '2026-03-30' });
    expect(of('2026-03-26').next).toBe('2026-03-26');
  });

  it('weeks that fall together meet once', () => {
    const closed = ['14', '15', '16', '19', '20', '21'].map((day) => ({
      date: `2026-01-${day}`,
      working: false,
      reason: 'Storm',
    }));
    const days = meetingDays({ begunOn: '2026-01-05', weekday: 3 }, calendarOf('KZ', closed), '2026-01-09');
    expect(days).toEqual({ last: '2026-01-08', next: '2026-01-22', following: '2026-01-28' });
  });
});

const setting: Extract<HeadquartersRequest, { action: 'set' }> = {
  action: 'set',
  members: [
    { kind: 'staff', personId: 'head-alpha' },
    { kind: 'party', partyId: 'alpha-power' },
  ],
  secretary: 'officer-alpha',
  weekday: 3,
  time: '10:00',
  begunOn: '2026-01-12',
};
const instruction = {
  action: 'instruct',
  on: '2026-01-14',
  text: 'Set the poles.',
  responsible: { kind: 'party', partyId: 'alpha-power' },
  deadline: '2026-01-20',
} as const;
const evidence = { action: 'give-evidence', instructionId: 'i1', text: 'Twelve poles stand.' } as const;
const leader = staff(membership('leadership', 'north', 'region'));
const stranger = staff(membership('head', 'gamma'));

function meeting() {
  const told = world();
  const ports = { ...told.ports, headquarters: memoryHeadquarters() };
  let version = 0;
  const act = async (actor: Actor, request: HeadquartersRequest, on = '2026-01-14', upon = version) => {
    const done = await actOnHeadquarters(ports, {
      headquartersId: 'alpha',
      actor,
      now: at(on),
      version: upon,
      request,
    });
    if (done.ok) version += 1;
    return done.ok ? 'done' : done.failure.kind;
  };
  return { told, ports, act };
}
async function begun(...requests: readonly (readonly [Actor, HeadquartersRequest, string?])[]) {
  const one = meeting();
  for (const [actor, request, on] of [[head, setting] as const, ...requests])
    expect(await one.act(actor, request, on)).toBe('done');
  return one;
}

describe('a headquarters', () => {
  it.each<[string, Actor, HeadquartersRequest, string]>([
    ['the head begins it', head, setting, 'done'],
    ['headquarters of the region begins it', headquarters, setting, 'done'],
    ['an officer does not', officer, setting, 'forbidden'],
    ['leadership reads only', leader, setting, 'forbidden'],
    ['for others it does not exist', stranger, setting, 'not-found'],
    ['a member nobody knows', head, { ...setting, members: [{ kind: 'party', partyId: 'nobody' }] }, 'invalid'],
    ['a secretary of another zone', head, { ...setting, secretary: 'head-gamma' }, 'invalid'],
    ['no decision before it is there', head, { action: 'decide', on: '2026-01-14', text: 'x' }, 'not-found'],
  ])('%s', async (_, actor, request, expected) => {
    expect(await meeting().act(actor, request)).toBe(expected);
  });

  it.each<[string, Actor, HeadquartersRequest, string]>([
    ['the secretary records', officer, instruction, 'done'],
    ['the head too', head, { action: 'decide', on: '2026-01-14', text: 'Works begin in May.' }, 'done'],
    ['leadership does not', leader, instruction, 'forbidden'],
    ['not of a day to come', head, { ...instruction, on: '2026-01-21' }, 'invalid'],
    ['not of a day before the beginning', head, { ...instruction, on: '2026-01-09' }, 'invalid'],
    ['no deadline before the meeting', head, { ...instruction, deadline: '2026-01-13' }, 'invalid'],
    ['nobody answers for it', head, { ...instruction, responsible: { kind: 'party', partyId: 'no' } }, 'invalid'],
    ['a project that is not there', head, { ...instruction, project: 'ALP-2026-0999' }, 'invalid'],
  ])('protocol: %s', async (_, actor, request, expected) => {
    const { act } = await begun();
    expect(await act(actor, request)).toBe(expected);
  });

  it.each<[string, Actor, HeadquartersRequest, string]>([
    ['accepted by the secretary', officer, { action: 'accept', instructionId: 'i1' }, 'done'],
    ['not by the head', head, { action: 'accept', instructionId: 'i1' }, 'forbidden'],
    ['refused with a reason', officer, { action: 'refuse', instructionId: 'i1', text: 'No photo.' }, 'done'],
    ['evidence twice', head, evidence, 'not-allowed'],
    ['no such instruction', officer, { action: 'accept', instructionId: 'i2' }, 'not-found'],
  ])('evidence: %s', async (_, actor, request, expected) => {
    const { act } = await begun([head, instruction], [head, evidence]);
    expect(await act(actor, request)).toBe(expected);
  });

  it('of their own instruction the secretary does not accept the evidence', async () => {
    const own = { ...instruction, responsible: { kind: 'staff', personId: 'officer-alpha' } } as const;
    const { act } = await begun([head, own], [officer, evidence]);
    expect(await act(officer, { action: 'accept', instructionId: 'i1' })).toBe('forbidden');
    expect(await act(head, { action: 'accept', instructionId: 'i1' })).toBe('done');
  });

  it('whoever saw an older version changes nothing', async () => {
    const { act } = await begun([head, instruction]);
    expect(await act(head, instruction, '2026-01-14', 1)).toBe('conflict');
  });

  it('counts an instruction as kept when the evidence that holds was given', async () => {
    const later = { action: 'give-evidence', instructionId: 'i2', text: 'Late.' } as const;
    const { ports, told, act } = await begun(
      [head, instruction],
      [head, instruction],
      [head, instruction],
      [head, evidence, '2026-01-19'],
      [officer, { action: 'refuse', instructionId: 'i1', text: 'No photo.' }, '2026-01-20'],
      [head, evidence, '2026-01-20'],
      [officer, { action: 'accept', instructionId: 'i1' }, '2026-01-23'],
      [head, later, '2026-01-21'],
    );
    await act(officer, { action: 'accept', instructionId: 'i2' }, '2026-01-21');
    const of = async (standing?: 'past-due') =>
      listInstructions(
        { ...told.ports, headquarters: ports.headquarters },
        { headquartersId: 'alpha', actor: leader, now: at('2026-01-23'), query: { standing } },
      );
    const all = await of();
    expect(all.ok && all.value.figures).toEqual({ keptInTime: 1, keptLate: 1, open: 1, pastDue: 1 });
    expect(all.ok && all.value.instructions.map(({ standing }) => standing)).toEqual([
      'kept-in-time',
      'kept-late',
      'past-due',
    ]);
    const late = await of('past-due');
    expect(late.ok && late.value.instructions.map(({ number }) => number)).toEqual([3]);
    expect(ports.headquarters.log.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

describe('a headquarters of a region', () => {
  const name = { headquartersId: 'north', scope: 'region' } as const;
  const betaGas = { kind: 'party', partyId: 'beta-gas' } as const;
  const ofRegion = { ...setting, members: [betaGas] };
  const headBeta = staff(membership('head', 'beta'));
  const officerBeta = staff(membership('officer', 'beta'));
  const elsewhere = staff(membership('leadership', 'south', 'region'));

  function convened() {
    const told = world();
    const ports = { ...told.ports, headquarters: memoryHeadquarters() };
    const act = async (actor: Actor, request: HeadquartersRequest, version = 0) => {
      const done = await actOnHeadquarters(ports, { ...name, actor, now: at('2026-01-14'), version, request });
      return done.ok ? 'done' : done.failure.kind;
    };
    return { told, ports, act };
  }

  it.each<[string, Actor, string, string]>([
    ['leadership', leader, 'done', 'done'],
    ['the headquarters of the region', headquarters, 'done', 'done'],
    ['a head of one of its zones', headBeta, 'forbidden', 'done'],
    ['its secretary', officer, 'forbidden', 'done'],
    ['an officer who does not sit in it', officerBeta, 'forbidden', 'forbidden'],
    ['leadership of another region', elsewhere, 'not-found', 'not-found'],
  ])('%s: sets it up, keeps its protocol', async (_, actor, sets, records) => {
    expect(await convened().act(actor, ofRegion)).toBe(sets);
    const { act, ports } = convened();
    await act(leader, ofRegion);
    expect(await act(actor, { ...instruction, responsible: betaGas }, 1)).toBe(records);
    const agenda = await viewAgenda(ports, { ...name, actor, now: at('2026-01-14') });
    expect(agenda.ok ? 'done' : agenda.failure.kind).toBe(records);
  });

  it('is another than that of a zone of the same name', async () => {
    const { act, ports } = convened();
    await act(leader, ofRegion);
    expect(await ports.headquarters.load({ headquartersId: 'north' })).toBeUndefined();
    expect((await ports.headquarters.load(name))?.headquarters).toMatchObject(name);
  });

  it('ends when each of its zones with a project under way has a first plant, and opens again', async () => {
    const { told, ports, act } = convened();
    await act(leader, ofRegion);
    const endedOn = async () => (await headquartersAt(ports, name, at('2026-12-01')))?.endedOn;
    const plant = new Journey().to('construction-start').settle();
    plant.answer('office-decision');
    await put(told, plant);
    const day = plant.project.actual['construction-start'];
    expect(await endedOn()).toBe(day);
    const other = new Journey({ zone: zoneSetting(zones.beta), projectId: 'p2' }).to('construction-start').settle();
    await put(told, other);
    expect(await endedOn()).toBeUndefined();
    other.answer('office-decision');
    await put(told, other);
    expect(await endedOn()).toBe(other.project.actual['construction-start']);
    told.memory.projects.clear();
    expect(await endedOn()).toBeUndefined();
  });
});

describe('the agenda', () => {
  it('makes itself of what is stored', async () => {
    const { told, ports } = await begun([head, instruction]);
    const journey = new Journey().to('council-approval').passDay('2026-01-22');
    await put(told, journey);
    const on = async (day: string, actor: Actor = leader) =>
      viewAgenda(ports, { headquartersId: 'alpha', actor, now: at(day) });
    const agenda = await on('2026-01-22');
    if (!agenda.ok) throw new Error(agenda.failure.kind);
    expect(agenda.value).toMatchObject({ meetingOn: '2026-01-28', since: '2026-01-21', until: '2026-02-04' });
    expect(
      agenda.value.sections.map(({ section, items }) => [
        section,
        ...items.map(({ assignment, text, overdueDays = 0 }) => `${assignment ?? text ?? ''} ${String(overdueDays)}`),
      ]),
    ).toEqual([
      ['overdue', 'document-check 3'],
      ['instructions', 'Set the poles. 2'],
      ['due', 'office-decision 0'],
    ]);
    const earlier = await on('2026-01-21');
    expect(earlier.ok && earlier.value.sections[0]?.section).toBe('slipped');
    expect((await on('2026-01-22', stranger)).ok).toBe(false);
  });

  it('tells of dates that were put off since the last meeting, and of no earlier ones', async () => {
    const { told, ports } = await begun();
    const journey = new Journey().to('council-approval').passDay('2026-01-20');
    const assignmentId = journey.state.assignments.find(({ kind }) => kind === 'document-check')?.assignmentId ?? '';
    journey.did(
      extend(
        journey.state,
        journey.setting,
        { assignmentId, to: '2026-02-02', reasonCode: 'other', reason: 'Snow.' },
        { kind: 'staff', personId: 'head-alpha' },
      ),
    );
    await put(told, journey);
    const putOff = async (day: string) => {
      const agenda = await viewAgenda(ports, { headquartersId: 'alpha', actor: leader, now: at(day) });
      return agenda.ok
        ? agenda.value.sections.flatMap(({ section, items }) =>
            section === 'extended' ? items.map(({ from, due }) => [from, due]) : [],
          )
        : agenda.failure.kind;
    };
    expect(await putOff('2026-01-21')).toEqual([['2026-01-19', '2026-02-02']]);
    expect(await putOff('2026-01-29')).toEqual([]);
  });

  it('tells of lines that will be ready later than at the last meeting, and of money that will stay unspent', async () => {
    const { ports } = await begun();
    const line = async (day: string, version: number, expected: string) =>
      changeLine(ports, {
        lineId: 'alpha-g-1',
        actor: officer,
        now: at(day),
        request: {
          ...(version === 0 && {
            zoneId: 'alpha',
            utility: 'gas',
            names: { kk: 'G-1', ru: 'G-1', en: 'G-1', 'uz-cyrl': 'Г-1' },
            partyId: 'alpha-gas',
            money: [{ year: 2026, currency: 'KZT', allocated: 100_000_000, committed: 0, spent: 0 }],
          }),
          milestones: { energised: { expected } },
          why: 'As told.',
          version,
        },
      });
    await line('2026-03-02', 0, '2026-06-01');
    await line('2026-03-12', 1, '2026-07-01');
    await line('2026-03-16', 2, '2026-07-15');
    const on = async (day: string) => {
      const agenda = await viewAgenda(ports, { headquartersId: 'alpha', actor: leader, now: at(day) });
      return agenda.ok
        ? agenda.value.sections.flatMap(({ section, items }) =>
            items.map(({ from, due, unspent, waiting }) => [section, from ?? unspent?.amountMinor, due ?? waiting]),
          )
        : agenda.failure.kind;
    };
    expect(await on('2026-03-17')).toEqual([
      ['lines', '2026-06-01', '2026-07-15'],
      ['unspent', 100_000_000, 0],
    ]);
    // The meeting of the 18th has heard of it; the money is still a matter.
    expect(await on('2026-03-19')).toEqual([['unspent', 100_000_000, 0]]);
  });

  it('tells of the next step of a docket when it is due, and whose it is', async () => {
    const { told, ports } = await begun();
    const signed = {
      outcome: 'done' as const,
      facts: { ...factsOn('2026-01-12', 'contract'), contractDate: '2026-01-12', startBy: '2026-03-02' },
    };
    const journey = new Journey({ lines: ['power'] })
      .to('contract-and-land')
      .answer('contract', signed)
      .answer('plot')
      .passDay('2026-03-10');
    await put(told, journey);
    const steps = async (day: string) => {
      const agenda = await viewAgenda(ports, { headquartersId: 'alpha', actor: leader, now: at(day) });
      const found = agenda.ok ? agenda.value.sections.find(({ section }) => section === 'dockets') : undefined;
      return (found?.items ?? []).map(({ docket, holder, overdueDays }) => [docket, holder, overdueDays]);
    };
    expect(await steps('2026-03-11')).toEqual([]);
    expect(await steps('2026-03-19')).toEqual([['act-of-breach', 'office', undefined]]);
  });

  it('names what waits to be accepted, and what is due until the meeting after the next', async () => {
    const { ports } = await begun(
      [head, instruction],
      [head, { ...instruction, text: 'Lay the cable.', deadline: '2026-01-27' }],
      [head, { ...instruction, text: 'Far away.', deadline: '2026-03-27' }],
      [head, evidence],
    );
    const agenda = await viewAgenda(ports, { headquartersId: 'alpha', actor: leader, now: at('2026-01-15') });
    expect(
      agenda.ok && agenda.value.sections.map(({ section, items }) => [section, ...items.map(({ text }) => text)]),
    ).toEqual([['instructionsDue', 'Set the poles.', 'Lay the cable.']]);
  });

  it('ends by itself when a plant starts, and is there again when that is taken back', async () => {
    const { told, ports, act } = await begun();
    const journey = new Journey().to('construction-start').settle();
    journey.answer('office-decision');
    await put(told, journey);
    const day = journey.project.actual['construction-start'] ?? '';
    const endedOn = async () => (await headquartersAt(ports, { headquartersId: 'alpha' }, journey.now))?.endedOn;
    expect(await endedOn()).toBe(day);
    expect(await act(head, { ...instruction, on: day, deadline: day }, day)).toBe('not-allowed');
    told.memory.projects.clear();
    expect(await endedOn()).toBeUndefined();
  });
});
