import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorRef, Holder } from '#core/project/event.ts';
import type { ProjectNotice } from '#core/notices/notice.ts';
import type { Obstacle } from '#core/obstacles/obstacle.ts';
import { Journey, officeRef } from '#test/support/journey.ts';
import { rebuild } from '../project/apply.ts';
import { noticesOf } from '../notices/notices-of.ts';
import { addNote } from '../work/add-note.ts';
import { end } from '../project/end.ts';
import {
  answerObstacle,
  escalateObstacles,
  handOverObstacle,
  noteReferralAnswer,
  raiseObstacle,
  referObstacle,
  resolveObstacle,
  type Words,
} from './change-obstacle.ts';
import { inProject, most } from './obstacle-home.ts';

const investor: ActorRef = { kind: 'investor' };
const power: Holder = { kind: 'party', partyId: 'alpha-power' };
const powerRef: ActorRef = { kind: 'party', partyId: 'alpha-power' };
const office: Holder = { kind: 'office' };
const line = { kind: 'line', line: 'power' } as const;
const stage = { kind: 'stage', stage: 'contract-and-land' } as const;

/** A project with obstacles, walked by rules alone; words as they would be read from the table. */
class Road extends Journey {
  readonly words: Words = (noteId) =>
    this.changes.flatMap(({ notes }) => notes).find((note) => note.noteId === noteId)?.text;
  get last(): Obstacle {
    const found = this.state.obstacles.at(-1);
    if (!found) throw new Error('No obstacle');
    return found;
  }
  raising(words = 'No answer since May.', by = investor, about: typeof line | typeof stage = line) {
    return raiseObstacle(inProject(this.state, this.setting), this.setting, { about, words, by }, this.words);
  }
  raise(...given: Parameters<Road['raising']>): this {
    return this.did(this.raising(...given));
  }
  handing(to: Holder, words?: string) {
    return handOverObstacle(
      inProject(this.state, this.setting),
      this.setting,
      this.last,
      { to, words, by: officeRef },
      this.words,
    );
  }
  hand(...given: Parameters<Road['handing']>): this {
    return this.did(this.handing(...given));
  }
  answering(words: string, by: ActorRef) {
    return answerObstacle(inProject(this.state, this.setting), this.setting, this.last, { words, by }, this.words);
  }
  say(...given: Parameters<Road['answering']>): this {
    return this.did(this.answering(...given));
  }
  resolving(words = 'Feeder 7.', by = officeRef) {
    return resolveObstacle(inProject(this.state, this.setting), this.setting, this.last, { words, by }, this.words);
  }
  resolve(...given: Parameters<Road['resolving']>): this {
    return this.did(this.resolving(...given));
  }
}

const road = () => new Road().to('technical-conditions');
const who = ({ recipient }: ProjectNotice) => (recipient.to === 'party' ? recipient.partyId : recipient.to);
const told = (journey: Journey): readonly ProjectNotice[] => {
  const change = journey.changes.at(-1);
  return change ? noticesOf(change) : [];
};

describe('an obstacle', () => {
  it('goes to no party that is asked nothing more', () => {
    const way = road().raise();
    const parties = way.zone.parties.map((one) =>
      one.partyId === 'alpha-power' ? { ...one, endedOn: '2026-01-10' } : one,
    );
    way.zone = { ...way.zone, parties };
    expect(way.handing(power, 'Name a feeder.')).toMatchObject({
      ok: false,
      failure: { kind: 'invalid', issues: [{ path: 'to' }] },
    });
    expect(way.handing({ kind: 'party', partyId: 'alpha-gas' }, 'Name a feeder.').ok).toBe(true);
  });

  it('A18: has a day until which it is to be removed, told to those concerned, until another day is said', () => {
    const way = road().raise();
    expect(way.last.due).toBeUndefined();
    way.did(
      handOverObstacle(
        inProject(way.state, way.setting),
        way.setting,
        way.last,
        { to: power, words: 'Name a feeder.', due: '2026-03-12', by: officeRef },
        way.words,
      ),
    );
    expect(way.last).toMatchObject({ owner: power, due: '2026-03-12' });
    expect(told(way).map((one) => [one.notice, one.due])).toEqual([
      ['obstacle-asked', '2026-03-12'],
      ['obstacle-handed-over', '2026-03-12'],
    ]);
    way.hand(office, 'We look ourselves.');
    expect(way.last.due).toBe('2026-03-12');
    const later = () =>
      answerObstacle(
        inProject(way.state, way.setting),
        way.setting,
        way.last,
        { words: 'A week more.', due: '2026-03-19', by: officeRef },
        way.words,
      );
    way.did(later());
    expect(way.last.due).toBe('2026-03-19');
    expect(later()).toEqual({ ok: true, value: undefined });
    expect(rebuild(way.events)).toEqual(way.state);
  });

  it.each([
    ['1999-01-04', 'in-the-past'],
    ['2099-01-05', 'too-late'],
    ['2026-03-14', 'not-a-working-day'],
  ])('A18: is not to be removed until %s', (due, code) => {
    const way = road().raise();
    const wrong = { ok: false, failure: { kind: 'invalid', issues: [{ path: 'due', code }] } };
    expect(
      handOverObstacle(
        inProject(way.state, way.setting),
        way.setting,
        way.last,
        { to: power, due, by: officeRef },
        way.words,
      ),
    ).toMatchObject(wrong);
    expect(
      answerObstacle(
        inProject(way.state, way.setting),
        way.setting,
        way.last,
        { words: 'x', due, by: officeRef },
        way.words,
      ),
    ).toMatchObject(wrong);
    expect(
      raiseObstacle(
        inProject(way.state, way.setting),
        way.setting,
        { about: stage, words: 'x', due, by: officeRef },
        way.words,
      ),
    ).toMatchObject(wrong);
  });

  it('is with the office at first, then with whom it is handed over to, until it is resolved', () => {
    const way = road().raise();
    expect(way.last).toMatchObject({
      about: line,
      owner: office,
      state: 'open',
      raisedBy: investor,
      raisedAt: way.now,
      said: [{ as: 'report', by: investor }],
    });
    expect(way.project.openObstacles).toBe(1);
    way.on('2026-03-02').hand(power, 'Name a feeder.').say('Feeder 7.', powerRef);
    expect(way.last).toMatchObject({
      owner: power,
      ownedSince: way.now,
      said: [{}, { as: 'hand-over', by: officeRef }, { as: 'answer', by: powerRef }],
    });
    way.resolve();
    expect(way.last).toMatchObject({ owner: power, state: 'resolved', resolvedAt: way.now });
    expect(way.project.openObstacles).toBe(0);
    expect(way.last.said.map(({ noteId }) => way.words(noteId))).toEqual([
      'No answer since May.',
      'Name a feeder.',
      'Feeder 7.',
      'Feeder 7.',
    ]);
    expect(rebuild(way.events)).toEqual(way.state);
  });

  it('goes to a body outside, comes back with its answer, and can go there again', () => {
    const way = road().raise().on('2026-03-02');
    const refer = (on: string) =>
      referObstacle(
        inProject(way.state, way.setting),
        way.setting,
        way.last,
        { body: 'prosecutor', on, words: 'Help.', by: officeRef },
        way.words,
      );
    const answered = (on: string) =>
      noteReferralAnswer(
        inProject(way.state, way.setting),
        way.setting,
        way.last,
        { body: 'prosecutor', on, words: 'Done.', by: officeRef },
        way.words,
      );
    const wrong = (path: string, code: string) => ({
      ok: false,
      failure: { kind: 'invalid', issues: [{ path, code }] },
    });
    expect(answered('2026-03-02')).toMatchObject(wrong('body', 'invalid_value'));
    expect(refer('2026-03-03')).toMatchObject(wrong('on', 'in-future'));
    way.did(refer('2026-02-26'));
    expect(refer('2026-02-26')).toEqual({ ok: true, value: undefined });
    expect(way.last.referrals).toEqual([{ to: 'prosecutor', on: '2026-02-26' }]);
    expect(answered('2026-02-25')).toMatchObject(wrong('on', 'before-step'));
    way.did(answered('2026-03-02'));
    expect(answered('2026-03-02')).toEqual({ ok: true, value: undefined });
    way.did(refer('2026-03-02'));
    expect(way.last.referrals).toEqual([
      { to: 'prosecutor', on: '2026-02-26', answeredOn: '2026-03-02' },
      { to: 'prosecutor', on: '2026-03-02' },
    ]);
    expect(rebuild(way.events)).toEqual(way.state);
  });

  it('goes up a rung at a time, and again from below when it has another day', () => {
    const way = road();
    const due = (day: string) => ({ about: stage, words: 'x', due: day, by: officeRef });
    way.did(raiseObstacle(inProject(way.state, way.setting), way.setting, due('2026-02-16'), way.words));
    const up = (day: string) => {
      const change = escalateObstacles(way.on(day).state, way.setting);
      if (change) way.did({ ok: true, value: change });
      return way.last.told;
    };
    expect([up('2026-02-18'), up('2026-02-19'), up('2026-02-20'), up('2026-02-26')].map((one) => one?.rung)).toEqual([
      undefined,
      'head',
      'head',
      'headquarters',
    ]);
    expect(up('2026-02-28')).toEqual({ rung: 'headquarters', on: '2026-02-26' });
    way.did(
      answerObstacle(
        inProject(way.state, way.setting),
        way.setting,
        way.last,
        { words: 'A week.', due: '2026-03-06', by: officeRef },
        way.words,
      ),
    );
    expect(way.last.told).toBeUndefined();
    expect(rebuild(way.events)).toEqual(way.state);
  });

  it('has a number of its own, and keeps no words in the log', () => {
    const way = road().raise('One.').raise('Two.', investor, stage);
    expect(new Set(way.state.obstacles.map(({ obstacleId }) => obstacleId)).size).toBe(2);
    expect(JSON.stringify(way.events)).not.toMatch(/One\.|Two\./);
  });

  it.each<[string, (way: Road) => ReturnType<Road['raising']>]>([
    ['reported', (way) => way.raising()],
    ['answered', (way) => way.say('Soon.', powerRef).answering('Soon.', powerRef)],
    ['handed over', (way) => way.hand(power, 'Please.').handing(power, 'Please.')],
    ['handed over without a word', (way) => way.hand(power).handing(power)],
    ['resolved', (way) => way.resolve().resolving()],
  ])('%s twice in the same words changes nothing the second time', (_, twice) => {
    expect(twice(road().raise())).toEqual({ ok: true, value: undefined });
  });

  it.each<[string, (way: Road) => ReturnType<Road['raising']>, object]>([
    [
      'of a line the project does not need',
      (way) =>
        raiseObstacle(
          inProject(way.state, way.setting),
          way.setting,
          { about: { kind: 'line', line: 'rail' }, words: 'x', by: investor },
          way.words,
        ),
      { kind: 'invalid', issues: [{ path: 'about.line', code: 'no-such-line' }] },
    ],
    [
      'given to a party the zone does not have',
      (way) => way.handing({ kind: 'party', partyId: 'beta-power' }),
      { kind: 'invalid', issues: [{ path: 'to', code: 'invalid_value' }] },
    ],
    [
      'given to whom it is with, in new words',
      (way) => way.handing(office, 'x'),
      { kind: 'invalid', issues: [{ path: 'to', code: 'invalid_value' }] },
    ],
    [
      'resolved already: answered',
      (way) => way.resolve().answering('x', investor),
      { kind: 'conflict', state: 'resolved' },
    ],
    ['resolved already: handed over', (way) => way.resolve().handing(power), { kind: 'conflict', state: 'resolved' }],
    [
      'resolved already by somebody else',
      (way) => way.resolve().resolving('Feeder 7.', investor),
      { kind: 'conflict', state: 'resolved' },
    ],
    [
      'one too many',
      (way) => {
        for (let at = 1; at < most.open; at += 1) way.raise(`No. ${String(at)}`);
        return way.raising('One more.');
      },
      { kind: 'not-allowed', because: 'too-many-obstacles' },
    ],
    [
      'answered without end',
      (way) => {
        for (let at = 1; at < most.said; at += 1) way.say(`No. ${String(at)}`, investor);
        return way.answering('One more.', investor);
      },
      { kind: 'not-allowed', because: 'too-many-words' },
    ],
  ])('%s is refused', (_, refused, failure) => {
    expect(refused(road().raise())).toMatchObject({ ok: false, failure });
  });

  it('may come back once it was resolved', () => {
    const way = road().raise().resolve().raise();
    expect(way.state.obstacles.map(({ state }) => state)).toEqual(['resolved', 'open']);
  });

  it('ends with its project', () => {
    const way = road().raise().hand(power).raise('Another.');
    way.take(end(way.state, way.setting, { as: 'withdrawn', by: investor, reasonCode: 'investor-asked' }));
    expect(way.state.obstacles.map(({ state }) => state)).toEqual(['closed', 'closed']);
    expect(way.project.openObstacles).toBe(0);
    expect(
      told(way)
        .filter(({ notice }) => notice === 'obstacle-closed')
        .map(who),
    ).toEqual(['alpha-power']);
    expect(rebuild(way.events)).toEqual(way.state);
  });

  it('is counted right whatever happens to it', () => {
    const step = fc.constantFrom<(way: Road) => unknown>(
      (way) => way.take(value(way.raising(`No. ${String(way.events.length)}`))),
      (way) => way.take(way.state.obstacles.length > 0 ? value(way.handing(power)) : undefined),
      (way) => way.take(way.state.obstacles.length > 0 ? value(way.answering('Well.', investor)) : undefined),
      (way) => way.take(way.state.obstacles.length > 0 ? value(way.resolving()) : undefined),
    );
    const value = (result: ReturnType<Road['raising']>) => (result.ok ? result.value : undefined);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const way = road();
        for (const one of steps) one(way);
        expect(way.project.openObstacles).toBe(way.state.obstacles.filter(({ state }) => state === 'open').length);
        expect(way.project.openObstacles).toBeLessThanOrEqual(most.open);
        expect(rebuild(way.events)).toEqual(way.state);
      }),
      { numRuns: 30 },
    );
  });
});

describe('who is told of an obstacle', () => {
  it.each<[string, (way: Road) => Road, readonly string[]]>([
    ['the investor reports it', (way) => way.raise(), ['obstacle-raised → office']],
    ['the office records it', (way) => way.raise('x', officeRef), ['obstacle-raised → investor']],
    [
      'a party is asked',
      (way) => way.raise().hand(power),
      ['obstacle-asked → alpha-power', 'obstacle-handed-over → investor'],
    ],
    ['the investor is asked', (way) => way.raise().hand({ kind: 'investor' }), ['obstacle-asked → investor']],
    [
      'another party is asked',
      (way) => way.raise().hand(power).hand({ kind: 'party', partyId: 'alpha-gas' }),
      ['obstacle-asked → alpha-gas', 'obstacle-handed-over → investor', 'obstacle-closed → alpha-power'],
    ],
    [
      'the office takes it back',
      (way) => way.raise().hand(power).hand(office),
      ['obstacle-asked → office', 'obstacle-handed-over → investor', 'obstacle-closed → alpha-power'],
    ],
    [
      'the party answers',
      (way) => way.raise().hand(power).say('x', powerRef),
      ['obstacle-answered → office', 'obstacle-answered → investor'],
    ],
    [
      'the investor adds a word',
      (way) => way.raise().hand(power).say('x', investor),
      ['obstacle-answered → office', 'obstacle-answered → alpha-power'],
    ],
    [
      'the office adds a word',
      (way) => way.raise().hand(power).say('x', officeRef),
      ['obstacle-answered → investor', 'obstacle-answered → alpha-power'],
    ],
    ['the office resolves it', (way) => way.raise().resolve(), ['obstacle-resolved → investor']],
    [
      'the office resolves what a party has',
      (way) => way.raise().hand(power).resolve(),
      ['obstacle-resolved → investor', 'obstacle-closed → alpha-power'],
    ],
    ['the investor resolves it', (way) => way.raise().resolve('x', investor), ['obstacle-resolved → office']],
  ])('when %s', (_, way, notices) => {
    const journey = way(road());
    expect(told(journey).map((one) => `${one.notice} → ${who(one)}`)).toEqual(notices);
    for (const notice of told(journey))
      expect(notice).toMatchObject({
        obstacleId: journey.last.obstacleId,
        reportNoteId: journey.last.said[0]?.noteId,
        stage: 'technical-conditions',
        line: 'power',
      });
  });

  it('a party gets the link of an assignment it still has to answer, of the same line if it can be, else none', () => {
    const asked = (way: Road) => told(way).find(({ notice }) => notice === 'obstacle-asked')?.assignmentId;
    expect(asked(road().raise().hand(power))).toBe('p1_4-1-1_technical-condition_power');
    expect(asked(road().raise('x', investor, stage).hand(power))).toBe('p1_4-1-1_technical-condition_power');
    expect(asked(road().answer('technical-condition', undefined, 'power').raise().hand(power))).toBeUndefined();
    expect(asked(road().raise().hand({ kind: 'party', partyId: 'alpha-bank' }))).toBeUndefined();
  });

  it('of a stage names that stage, whichever is running', () => {
    expect(told(road().raise('x', investor, stage))).toMatchObject([{ stage: 'contract-and-land' }]);
  });
});

describe('a note of the office', () => {
  const note = (
    journey: Journey,
    shared: boolean,
    text = 'Called; no answer.',
    latest?: Parameters<typeof addNote>[4],
  ) => addNote(journey.state, journey.setting, { text, shared }, officeRef, latest);
  it.each([
    [true, ['note-shared']],
    [false, []],
  ] as const)('shared %s is told the investor: %j', (shared, notices) => {
    const way = road().take(note(road(), shared));
    expect(told(way).map(({ notice }) => notice)).toEqual(notices);
    expect(JSON.stringify(way.events)).not.toContain('Called');
    expect(way.changes.at(-1)?.notes).toMatchObject([
      { text: 'Called; no answer.', office: { shared, by: officeRef } },
    ]);
  });

  it('sent twice is one, but the same words on another day are another', () => {
    const way = road();
    const latest = { noteId: 'office-000001', text: 'Called; no answer.', shared: false, at: way.now, by: officeRef };
    expect(note(way, false, latest.text, latest)).toBeUndefined();
    expect(note(way, true, latest.text, latest)).toBeDefined();
    expect(note(way, false, 'Called again.', latest)).toBeDefined();
    expect(addNote(way.state, way.setting, latest, investor, latest)).toBeDefined();
    expect(note(way.on('2026-08-03'), false, latest.text, latest)).toBeDefined();
  });
});
