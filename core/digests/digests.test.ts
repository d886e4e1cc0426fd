import { describe, expect, it } from 'vitest';
import type { Digest } from '#core/notices/outbox.ts';
import type { StaffPerson } from '#core/reference/reference.ts';
import { addDays } from '../calendar/local-date.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { renewPause, suspend } from '../project/suspend.ts';
import { raiseObstacle } from '../obstacles/change-obstacle.ts';
import { inProject } from '../obstacles/obstacle-home.ts';
import { joinDigests } from './join-digests.ts';
import { digestsOf, horizon } from './digests.ts';
import { Journey, officeRef } from '#test/support/journey.ts';
import { decisionOf, membership, people, person } from '#test/support/samples.ts';

const who = ({ reader }: Digest) =>
  reader.kind === 'staff' ? reader.personId : reader.kind === 'party' ? reader.partyId : reader.projectId;
const on = (day: string, journey: Journey, staff: readonly StaffPerson[] = people) =>
  digestsOf(journey.passDay(day).setting, [journey.state], staff);
const shape = (digests: readonly Digest[]) =>
  Object.fromEntries(
    digests.map((one) => [
      who(one),
      (['overdue', 'soon', 'escalated'] as const).flatMap((list) =>
        one[list].map(({ assignment, overdueDays }) => `${list} ${assignment} ${String(overdueDays)}`),
      ),
    ]),
  );

/** Document check due on 19 January, the stage on 2 February; opened on the 12th. */
const check = () => new Journey().to('council-approval');
/** Three parties and the stage, all due on 4 February. */
const lines = () => new Journey().to('technical-conditions');

/** Of a pause reviewed on Monday 9 February: who reads of it, and whether as something new. */
const reviewed = (day: string, renewedOn?: string) => {
  const journey = lines();
  const request = { reasonCode: 'other', reason: 'x', fault: 'office', reviewOn: '2026-02-09' } as const;
  journey.did(suspend(journey.state, journey.setting, request, officeRef));
  if (renewedOn !== undefined)
    journey.did(
      renewPause(journey.on(renewedOn).state, journey.setting, { ...request, reviewOn: '2026-03-09' }, officeRef),
    );
  return on(day, journey).flatMap((digest) =>
    digest.soon.flatMap(({ review, due, isNew }) => (review ? [[who(digest), due, isNew === true]] : [])),
  );
};

describe('a pause that nobody has renewed', () => {
  it.each([
    ['six working days before its review', '2026-01-30', undefined, []],
    [
      'five before',
      '2026-02-02',
      undefined,
      [
        ['officer-alpha', '2026-02-09', true],
        ['head-alpha', '2026-02-09', true],
      ],
    ],
    [
      'the day after',
      '2026-02-03',
      undefined,
      [
        ['officer-alpha', '2026-02-09', false],
        ['head-alpha', '2026-02-09', false],
      ],
    ],
    ['renewed meanwhile', '2026-02-03', '2026-02-02', []],
    ['when it has ended', '2026-02-09', undefined, []],
  ])('is told to those who can renew it: %s', (_, day, renewedOn, told) => {
    expect(reviewed(day, renewedOn)).toEqual(told);
  });
});

describe('an obstacle that is not removed by its day', () => {
  it.each([
    ['the day before: nobody but who has it', '2026-02-13', [['officer-alpha', 'soon']]],
    ['a day late', '2026-02-17', [['officer-alpha', 'overdue']]],
    [
      'three working days late: the head',
      '2026-02-19',
      [
        ['officer-alpha', 'overdue'],
        ['head-alpha', 'escalated'],
      ],
    ],
    [
      'eight: the headquarters',
      '2026-02-26',
      [
        ['officer-alpha', 'overdue'],
        ['headquarters-north', 'escalated'],
      ],
    ],
    ['nine: nobody is told twice', '2026-02-27', [['officer-alpha', 'overdue']]],
    [
      'fifteen: the leadership',
      '2026-03-10',
      [
        ['officer-alpha', 'overdue'],
        ['leadership-north', 'escalated'],
      ],
    ],
  ])('goes up by working days: %s', (_, day, told) => {
    const journey = new Journey({ lines: ['power'] }).to('design-documentation');
    const about = { kind: 'line', line: 'power' } as const;
    journey.did(
      raiseObstacle(
        inProject(journey.state, journey.setting),
        journey.setting,
        { about, words: 'No feeder.', due: '2026-02-16', by: officeRef },
        () => undefined,
      ),
    );
    if (day > '2026-02-26') journey.passDay('2026-02-26');
    const lists = on(day, journey).flatMap((digest) =>
      (['overdue', 'soon', 'escalated'] as const).flatMap((list) =>
        digest[list].some(({ obstacle }) => obstacle !== undefined) ? [[who(digest), list]] : [],
      ),
    );
    expect(lists).toEqual(told);
  });
});

describe('the daily digest', () => {
  it.each<[string, string, Journey, Record<string, string[]>]>([
    ['four working days before', '2026-01-13', check(), {}],
    [
      'three before: a reminder to the office that holds it',
      '2026-01-14',
      check(),
      { 'officer-alpha': ['soon document-check 0'] },
    ],
    ['on the day', '2026-01-19', check(), { 'officer-alpha': ['soon document-check 0'] }],
    ['a day late', '2026-01-20', check(), { 'officer-alpha': ['overdue document-check 1'] }],
    ['two working days late', '2026-01-21', check(), { 'officer-alpha': ['overdue document-check 2'] }],
    [
      'three late: the head hears of it',
      '2026-01-22',
      check(),
      { 'officer-alpha': ['overdue document-check 3'], 'head-alpha': ['escalated document-check 3'] },
    ],
    [
      'seven late',
      '2026-01-28',
      check(),
      {
        'officer-alpha': ['overdue document-check 7', 'soon office-decision 0'],
        'head-alpha': ['soon office-decision 0', 'escalated document-check 7'],
      },
    ],
    [
      'eight late: headquarters too',
      '2026-01-29',
      check(),
      {
        'officer-alpha': ['overdue document-check 8', 'soon office-decision 0'],
        'head-alpha': ['soon office-decision 0', 'escalated document-check 8'],
        'headquarters-north': ['escalated document-check 8'],
      },
    ],
    [
      'the head’s own decision, a day late: nobody else can make it',
      '2026-02-03',
      check().settle(),
      { 'officer-alpha': ['overdue office-decision 1'], 'head-alpha': ['overdue office-decision 1'] },
    ],
    [
      'the head’s own decision, three days late: in one list',
      '2026-02-05',
      check().settle(),
      { 'officer-alpha': ['overdue office-decision 3'], 'head-alpha': ['escalated office-decision 3'] },
    ],
    [
      'S11: a letter that nobody has confirmed, on its last day: the officer, not only those above',
      '2026-01-19',
      new Journey().arrive(),
      { 'officer-alpha': ['soon office-decision 0'] },
    ],
    [
      'S11: a letter that nobody has confirmed, late',
      '2026-01-22',
      new Journey().arrive(),
      { 'officer-alpha': ['overdue office-decision 3'], 'head-alpha': ['escalated office-decision 3'] },
    ],
    [
      'its correction: the stranger does not',
      '2026-01-21',
      new Journey().arrive().answer('office-decision', decisionOf('returned')).arrive(),
      {},
    ],
    [
      'parties are reminded of their own; the office of its own',
      '2026-02-03',
      lines(),
      {
        'officer-alpha': ['soon office-decision 0'],
        'alpha-power': ['soon technical-condition 0'],
        'alpha-gas': ['soon technical-condition 0'],
        'alpha-architecture': ['soon architectural-planning 0'],
      },
    ],
    [
      'A12: on the due day only the office reads of it',
      '2026-02-04',
      lines(),
      { 'officer-alpha': ['soon office-decision 0'] },
    ],
    [
      'a late party: it and the officer',
      '2026-02-05',
      lines().answer('architectural-planning').answer('technical-condition'),
      {
        'officer-alpha': ['overdue office-decision 1', 'overdue technical-condition 1'],
        'alpha-gas': ['overdue technical-condition 1'],
      },
    ],
  ])('%s', (_, day, journey, digests) => {
    expect(shape(on(day, journey))).toEqual(digests);
  });

  it('A12: an outsider is reminded 5 working days and 1 before the due date, 1 after it, then once a week', () => {
    const journey = lines();
    const days: string[] = [];
    for (let day = '2026-01-13'; day < '2026-03-01'; day = addDays(day, 1)) {
      if (!journey.setting.calendar.isWorkingDay(day)) continue;
      const { setting: context } = journey.passDay(day);
      if (digestsOf(context, [journey.state], people).some((one) => who(one) === 'alpha-gas')) days.push(day);
    }
    expect(days).toEqual(['2026-01-28', '2026-02-03', '2026-02-05', '2026-02-12', '2026-02-19', '2026-02-26']);
  });

  it('A12: an investor who corrects is reminded on the same days', () => {
    const journey = lines().answer('office-decision', decisionOf('returned')).arrive();
    const due =
      journey.state.assignments.find(({ kind, state }) => kind === 'correction' && state === 'open')?.due ?? '';
    const { calendar } = journey.setting;
    const reminded = [-6, -5, -4, -2, -1, 0, 1, 2, 5, 6, 7, 11].filter((days) =>
      digestsOf(journey.passDay(addWorkingDays(calendar, due, days)).setting, [journey.state], people).some(
        (one) => who(one) === 'p1',
      ),
    );
    expect(reminded).toEqual([-5, -1, 1, 6, 11]);
    const unheard = { ...journey.state, project: { ...journey.project, noAddress: true as const } };
    const told = (aggregate: typeof journey.state) =>
      digestsOf(journey.passDay(addWorkingDays(calendar, due, 1)).setting, [aggregate], people).map(who);
    expect(
      [told(journey.state).includes('p1'), told(unheard).includes('p1')],
      'S16: without an email address, nobody',
    ).toEqual([true, false]);
  });

  it('S11: says what is new since the working day before, first, and letters that nobody has confirmed last', () => {
    const marks = (day: string, journey: Journey) =>
      on(day, journey).map((one) => [
        who(one),
        ...(['overdue', 'soon', 'escalated'] as const).flatMap((list) =>
          one[list].map(({ assignment, isNew, unconfirmed }) =>
            [list, assignment, ...(isNew ? ['new'] : []), ...(unconfirmed ? ['unconfirmed'] : [])].join(' '),
          ),
        ),
      ]);
    expect(marks('2026-01-14', check())).toEqual([['officer-alpha', 'soon document-check new']]);
    expect(marks('2026-01-15', check())).toEqual([['officer-alpha', 'soon document-check']]);
    expect(marks('2026-01-20', check())).toEqual([['officer-alpha', 'overdue document-check new']]);
    expect(marks('2026-01-22', check())).toEqual([
      ['officer-alpha', 'overdue document-check'],
      ['head-alpha', 'escalated document-check new'],
    ]);
    expect(marks('2026-01-20', new Journey().arrive())).toEqual([
      ['officer-alpha', 'overdue office-decision new unconfirmed'],
    ]);
    const journey = check().passDay('2026-02-03');
    const stranger = {
      ...journey.state,
      project: { ...journey.project, confirmed: false, accepted: false, projectId: 'p2', number: 'ALP-2026-0002' },
    };
    const [officer] = digestsOf(journey.setting, [stranger, journey.state], people);
    expect(
      officer?.overdue.map(({ number, assignment, isNew }) => `${number} ${assignment}${isNew ? ' new' : ''}`),
    ).toEqual([
      'ALP-2026-0001 office-decision new',
      'ALP-2026-0001 document-check',
      'ALP-2026-0002 document-check',
      'ALP-2026-0002 office-decision new',
    ]);
  });

  it('goes to one reader once, by the role nearest to the work', () => {
    const staff = [
      person(membership('head'), membership('officer', 'north', 'region')),
      person(membership('headquarters'), membership('leadership')),
    ];
    const digests = on('2026-02-12', check(), staff);
    expect(digests.map((one) => [who(one), one.role])).toEqual([
      ['head-alpha', 'officer'],
      ['headquarters-alpha', 'headquarters'],
    ]);
  });

  it('goes to who stands in while somebody is away, merged with their own, and to the one who is back', () => {
    const days = { from: '2026-01-21', until: '2026-01-28' };
    const head = { ...membership('head'), absence: { ...days, deputyId: 'officer-alpha' } };
    const deputy = {
      personId: 'officer-alpha',
      scope: 'zone',
      scopeId: 'alpha',
      role: 'head',
      insteadOf: 'head-alpha',
      ...days,
    } as const;
    const staff = [person(head), person(membership('officer'), deputy)];
    expect(shape(on('2026-01-28', check(), staff))).toEqual({
      'officer-alpha': ['soon office-decision 0', 'escalated document-check 7'],
    });
    expect(shape(on('2026-01-29', check(), staff))).toMatchObject({
      'head-alpha': ['soon office-decision 0', 'escalated document-check 8'],
      'officer-alpha': ['overdue document-check 8', 'soon office-decision 0'],
    });
  });

  it('is not for a role that has ended or not begun', () => {
    const officer = (days: object) => person({ ...membership('officer'), ...days });
    const late = (days: object) => on('2026-01-20', check(), [officer(days)]).map(who);
    expect([
      late({ until: '2026-01-19' }),
      late({ from: '2026-01-21' }),
      late({ from: '2026-01-20', until: '2026-01-20' }),
    ]).toEqual([[], [], ['officer-alpha']]);
  });

  it('holds all projects of a reader in one, the longest due first; another zone’s staff get none', () => {
    const journey = check().passDay('2026-02-12');
    const other = { ...journey.state, project: { ...journey.project, projectId: 'p2', number: 'ALP-2026-0002' } };
    const digests = digestsOf(
      journey.setting,
      [journey.state, other],
      [person(membership('officer')), person(membership('officer', 'beta'))],
    );
    expect(digests.map(who)).toEqual(['officer-alpha']);
    expect(digests[0]?.overdue.map(({ number, due }) => `${number} ${due}`)).toEqual([
      'ALP-2026-0001 2026-01-19',
      'ALP-2026-0002 2026-01-19',
      'ALP-2026-0001 2026-02-02',
      'ALP-2026-0002 2026-02-02',
    ]);
  });

  it('never holds more than anybody reads', () => {
    const journey = check().passDay('2026-02-12');
    const many = Array.from({ length: 300 }, () => journey.state);
    expect(
      digestsOf(journey.setting, many, people).map(({ overdue, escalated }) => overdue.length + escalated.length),
    ).toEqual([200, 200, 200]);
  });

  it('R9: says how many there are of each, beyond what it lists', () => {
    const journey = check().passDay('2026-02-12');
    const many = Array.from({ length: 2000 }, (_, at) => ({
      ...journey.state,
      assignments: journey.state.assignments.map((one) => ({
        ...one,
        assignmentId: `${one.assignmentId}-${String(at)}`,
      })),
    }));
    const digests = digestsOf(journey.setting, many, people);
    expect(digests.map((one) => [who(one), one.overdue.length + one.escalated.length, one.counts])).toEqual([
      ['officer-alpha', 200, { overdue: 4000, soon: 0, escalated: 0 }],
      ['head-alpha', 200, { overdue: 0, soon: 0, escalated: 4000 }],
      ['headquarters-north', 200, { overdue: 0, soon: 0, escalated: 4000 }],
    ]);
    const [own] = digests;
    const elsewhere = own && { ...own, zoneId: 'beta' };
    const both = own && elsewhere ? [...joinDigests(joinDigests(new Map(), [own]), [elsewhere]).values()] : [];
    expect(both.map(({ overdue, counts }) => [overdue.length, counts?.overdue])).toEqual([[200, 8000]]);
  });

  it('is silent on what stands still, has ended, is paused by its supplier or answered', () => {
    const standing = check().passDay('2026-01-20');
    standing.did(
      suspend(
        standing.state,
        standing.setting,
        { reasonCode: 'other', reason: 'x', fault: 'office', reviewOn: '2026-03-02' },
        officeRef,
      ),
    );
    expect(on('2026-02-12', standing)).toEqual([]);
    expect(
      on('2026-02-12', new Journey().to('letter-of-intent').answer('office-decision', decisionOf('rejected'))),
    ).toEqual([]);
    const paused = lines()
      .answer('technical-condition', decisionOf('suspended', 'technical-condition', { until: '2026-03-02' }), 'power')
      .answer('technical-condition', undefined, 'gas')
      .answer('architectural-planning');
    // The office's decision waits for days that belong to the supplier.
    expect(shape(on('2026-02-05', paused))).toEqual({});
  });

  it('looks five working days ahead, over weekends', () => {
    expect(horizon(check().on('2026-01-15').setting)).toBe('2026-01-22');
  });
});
