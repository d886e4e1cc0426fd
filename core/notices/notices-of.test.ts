import { describe, expect, it } from 'vitest';
import type { FileRecord } from '#core/documents/document.ts';
import type { ScanResult } from '#core/documents/document-kind.ts';
import type { ActorRef } from '#core/project/event.ts';
import type { ProjectNotice } from '#core/notices/notice.ts';
import { addDocument, scanDocument } from '../documents/add-document.ts';
import { end } from '../project/end.ts';
import { extend } from '../project/extend.ts';
import { resume, suspend } from '../project/suspend.ts';
import { changeBuilder } from '../project/change-builder.ts';
import { stageIds } from '../stages/stage-id.ts';
import { noticesOf } from './notices-of.ts';
import { Journey, officeRef } from '#test/support/journey.ts';
import { decisionOf, fileRecord, paper } from '#test/support/samples.ts';

const who = ({ recipient }: ProjectNotice) => (recipient.to === 'party' ? recipient.partyId : recipient.to);
const told = (journey: Journey) => {
  const change = journey.changes.at(-1);
  return change ? noticesOf(change) : [];
};
/** 'notice → reader', in order. */
const short = (journey: Journey) => told(journey).map((one) => `${one.notice} → ${who(one)}`);
const lines = () => new Journey({ lines: ['power', 'gas'] }).to('technical-conditions');
const brought = (journey: Journey, file: Partial<FileRecord>, by: ActorRef = { kind: 'investor' }) =>
  journey.did(addDocument(journey.state, journey.setting, fileRecord({ scan: 'waiting', ...file }), by));
const scanned = (journey: Journey, result: ScanResult) => {
  const document = journey.state.documents.at(-1);
  return document ? journey.take(scanDocument(journey.state, journey.setting, document, result)) : journey;
};
const suspended = (journey: Journey) =>
  journey.did(
    suspend(
      journey.state,
      journey.setting,
      { reasonCode: 'other', reason: 'x', fault: 'office', reviewOn: '2026-02-02' },
      officeRef,
    ),
  );

describe('who is told what', () => {
  it.each<[string, () => Journey, readonly string[]]>([
    ['a letter comes', () => new Journey({ signed: false }), ['receipt → investor', 'letter-received → office']],
    ['its stage opens', () => new Journey().arrive(), []],
    ['a letter is accepted', () => new Journey().arrive().approve(), ['stage-approved → investor']],
    ['a stage opens', () => new Journey().to('council-approval'), ['assignment → office']],
    [
      'a stage opens with parties',
      lines,
      ['assignment → alpha-power', 'assignment → alpha-gas', 'assignment → alpha-architecture'],
    ],
    ['a stage opens with the investor', () => new Journey().to('design-documentation'), ['assignment → investor']],
    [
      'the next step opens',
      () => new Journey().to('council-approval').answer('document-check'),
      ['assignment → alpha-council-secretary'],
    ],
    ['the last answer is in', () => new Journey().to('council-approval').settle(), ['ready-for-decision → office']],
    ['a line is issued', () => lines().answer('technical-condition'), ['line-answered → investor']],
    [
      'the last line is issued',
      () => lines().answer('architectural-planning').answer('technical-condition').answer('technical-condition'),
      ['line-answered → investor', 'ready-for-decision → office'],
    ],
    [
      'a line is paused',
      () => lines().answer('technical-condition', decisionOf('suspended')),
      ['line-answered → investor'],
    ],
    [
      'a line is paused by a letter',
      () =>
        lines().did(lines().try('technical-condition', decisionOf('suspended'), { line: 'power', onBehalf: paper })),
      ['answer-recorded → alpha-power', 'line-answered → investor'],
    ],
    [
      'a line is returned',
      () => lines().answer('technical-condition', decisionOf('returned')),
      ['correction → investor'],
    ],
    [
      'a returned line is mended',
      () => lines().answer('technical-condition', decisionOf('returned')).answer('cure'),
      ['corrected → office', 'assignment → alpha-power'],
    ],
    [
      'a line is refused',
      () => lines().answer('technical-condition', decisionOf('refused')),
      ['line-answered → investor', 'assignment → office'],
    ],
    [
      'a refused line is asked again',
      () => lines().answer('technical-condition', decisionOf('refused')).answer('refusal'),
      ['assignment → alpha-power'],
    ],
    [
      'a plot is refused',
      () => new Journey().to('contract-and-land').answer('plot', decisionOf('refused')),
      ['assignment → office'],
    ],
    [
      'a stage is returned',
      () => lines().answer('office-decision', decisionOf('returned')),
      ['assignment-closed → alpha-power', 'assignment-closed → alpha-gas', 'assignment-closed → alpha-architecture'],
    ],
    [
      'the correction is asked for',
      () => lines().answer('office-decision', decisionOf('returned')).arrive(),
      ['correction → investor'],
    ],
    [
      'the correction is made',
      () => lines().answer('office-decision', decisionOf('returned')).arrive().answer('correction'),
      ['corrected → office'],
    ],
    [
      'a stage is sent back',
      () => new Journey().to('design-documentation').sendBack('council-approval'),
      ['assignment-closed → investor', 'sent-back → investor'],
    ],
    [
      'a letter is rejected',
      () => new Journey().arrive().answer('office-decision', decisionOf('rejected')),
      ['rejected → investor'],
    ],
    ['a document comes', () => brought(new Journey(), {}), []],
    [
      'the investor replaces a document',
      () => brought(brought(new Journey(), {}), { sha256: 'b'.repeat(64) }),
      ['document-replaced → office'],
    ],
    [
      'the office replaces a document',
      () => brought(brought(new Journey(), {}), { sha256: 'b'.repeat(64) }, officeRef),
      [],
    ],
    [
      'a document of the investor is refused',
      () => scanned(brought(new Journey(), {}), 'infected'),
      ['document-refused → investor'],
    ],
    [
      'a document of a party is refused',
      () =>
        scanned(
          brought(lines(), { kind: 'technical-condition' }, { kind: 'party', partyId: 'alpha-power' }),
          'unreadable',
        ),
      ['document-refused → alpha-power'],
    ],
    [
      'a document of the office is refused',
      () => scanned(brought(new Journey(), {}, officeRef), 'infected'),
      ['document-refused → office'],
    ],
    ['a document is found clean', () => scanned(brought(new Journey(), {}), 'clean'), []],
    [
      'construction starts',
      () => new Journey().to('construction-start').settle().approve(),
      ['construction-started → investor'],
    ],
  ])('when %s', (_, way, notices) => {
    expect(short(way())).toEqual(notices);
  });

  it.each<[string, (journey: Journey) => Journey, readonly string[]]>([
    [
      'withdrawn',
      (journey) =>
        journey.take(
          end(journey.state, journey.setting, {
            as: 'withdrawn',
            by: { kind: 'investor' },
            reasonCode: 'investor-asked',
          }),
        ),
      ['withdrawn → investor', 'withdrawn → office'],
    ],
    [
      'terminated',
      (journey) =>
        journey.take(end(journey.state, journey.setting, { as: 'terminated', by: officeRef, reasonCode: 'other' })),
      ['terminated → investor'],
    ],
  ])('when a project is %s, each party that was asked', (_, way, notices) => {
    expect(short(way(lines()))).toEqual([
      'assignment-closed → alpha-power',
      'assignment-closed → alpha-gas',
      'assignment-closed → alpha-architecture',
      ...notices,
    ]);
  });

  it('when the clock stops and runs again, everybody whose clock it is', () => {
    const readers = ['investor', 'office', 'alpha-gas', 'alpha-architecture'];
    const journey = suspended(lines().answer('technical-condition', undefined, 'power'));
    expect(short(journey)).toEqual(readers.map((one) => `suspended → ${one}`));
    expect(told(journey).map(({ to, due, noteId }) => [to, due, noteId !== undefined])).toEqual([
      ['2026-02-02', undefined, true],
      ['2026-02-02', undefined, true],
      ['2026-02-02', undefined, false],
      ['2026-02-02', undefined, false],
    ]);
    journey.on('2026-01-26').take(resume(journey.state, journey.setting, officeRef));
    expect(short(journey)).toEqual(readers.map((one) => `resumed → ${one}`));
    expect(told(journey).map(({ due }) => due)).toEqual(['2026-02-18', '2026-02-18', '2026-02-18', '2026-02-18']);
  });

  it('when a supplier’s own pause is over, that supplier, once', () => {
    const journey = lines().answer('technical-condition', decisionOf('suspended'), 'power');
    const { pausedUntil = '' } = journey.state.assignments.find(({ line }) => line === 'power') ?? {};
    const changes = journey.changes.length;
    journey.passDay(pausedUntil);
    // The stage passes its date meanwhile, and half of the contract's term goes by, of which the investor hears.
    const notices = journey.changes
      .slice(changes)
      .flatMap(noticesOf)
      .filter(({ notice }) => notice !== 'stage-late' && notice !== 'start-reminder');
    const { due } = journey.state.assignments.find(({ line }) => line === 'power') ?? {};
    expect(notices.map((one) => [one.notice, who(one), one.due])).toEqual([['resumed', 'alpha-power', due]]);
  });

  it.each<[string, 'plot' | 'contract' | undefined, string]>([
    ['a stage', undefined, 'investor'],
    ['a party’s assignment', 'plot', 'alpha-land-department'],
    ['the office’s own', 'contract', 'office'],
  ])('when %s is extended', (_, kind, reader) => {
    const journey = new Journey().to('contract-and-land');
    const request = {
      to: '2026-03-12',
      reasonCode: 'weather',
      reason: 'Frost.',
      ...(kind && { assignmentId: journey.find(kind).assignmentId }),
    } as const;
    journey.did(extend(journey.state, journey.setting, request, officeRef));
    expect(short(journey)).toEqual([`extended → ${reader}`]);
    expect(told(journey)[0]).toMatchObject({ to: '2026-03-12', due: '2026-03-12', reasonCode: 'weather' });
  });

  it('S6: who answered by a link has a receipt of it, naming them; nobody else', () => {
    const journey = lines();
    const power = { kind: 'party', partyId: 'alpha-power' } as const;
    journey.did(journey.try('technical-condition', undefined, { by: power, line: 'power' }));
    expect(short(journey)).toEqual(['answer-received → alpha-power', 'line-answered → investor']);
    expect(told(journey)[0]).toMatchObject({
      who: power,
      outcome: 'issued',
      assignment: 'technical-condition',
      line: 'power',
    });
    const paused = lines();
    paused.did(paused.try('technical-condition', decisionOf('suspended'), { by: power, line: 'power' }));
    expect(short(paused)).toEqual(['answer-received → alpha-power', 'line-answered → investor']);
    const correction = lines().answer('office-decision', decisionOf('returned')).arrive();
    correction.did(correction.try('correction', undefined, { by: { kind: 'investor' } }));
    expect(short(correction)).toEqual(['answer-received → investor', 'corrected → office']);
  });

  it('when an answer on paper is recorded, the party or investor it came from; never the office of its own', () => {
    const journey = lines();
    journey.did(journey.try('technical-condition', undefined, { onBehalf: paper }));
    expect(short(journey)).toEqual(['answer-recorded → alpha-power', 'line-answered → investor']);
    const documentation = new Journey().to('design-documentation');
    documentation.did(documentation.try('documentation', undefined, { onBehalf: paper }));
    expect(short(documentation)).toEqual(['answer-recorded → investor', 'assignment → office']);
    const check = new Journey().to('council-approval');
    check.did(check.try('document-check', undefined, { onBehalf: paper }));
    expect(short(check)).toEqual(['assignment → alpha-council-secretary']);
  });

  it('a project taken over from paper brings no receipt', () => {
    const journey = new Journey();
    const change = changeBuilder(journey.state, journey.now, { kind: 'system' });
    change.emit({
      type: 'taken-over',
      stage: 'expertise',
      baseline: Object.fromEntries(stageIds.map((stage) => [stage, '2026-12-01'])) as Record<
        (typeof stageIds)[number],
        string
      >,
    });
    const [submitted] = journey.events;
    expect(
      noticesOf({
        before: undefined,
        after: change.state(),
        events: [...(submitted ? [submitted] : []), ...change.change().events],
        notes: [],
      }),
    ).toEqual([]);
  });
});

describe('ready for decision', () => {
  it('is told at the opening, when the earlier round has answered everything', () => {
    const journey = new Journey()
      .to('contract-and-land')
      .settle()
      .answer('office-decision', decisionOf('returned'))
      .arrive()
      .answer('correction')
      .arrive();
    expect(short(journey)).toEqual(['ready-for-decision → office']);
  });

  it('is told once', () => {
    const journey = new Journey().to('council-approval').settle();
    suspended(journey);
    journey.passDay('2026-02-10');
    expect(journey.changes.flatMap(noticesOf).filter(({ notice }) => notice === 'ready-for-decision')).toHaveLength(1);
  });

  it('does not wait for the zone’s own lines: they are not asked of anybody', () => {
    const journey = new Journey().to('expertise');
    journey.zone = { ...journey.zone, lines: [] };
    expect(short(journey.settle())).toEqual(['ready-for-decision → office']);
  });
});

describe('the words behind a notice', () => {
  const textOf = (journey: Journey, noteId: string | undefined) =>
    journey.changes.flatMap(({ notes }) => notes).find((one) => one.noteId === noteId)?.text;
  it.each<[string, () => Journey, ProjectNotice['notice']]>([
    [
      'a correction says why the stage was returned',
      () => new Journey().arrive().answer('office-decision', decisionOf('returned')).arrive(),
      'correction',
    ],
    [
      'a cure says why the line was returned',
      () => lines().answer('technical-condition', decisionOf('returned')),
      'correction',
    ],
    [
      'the office learns why a plot was refused',
      () => new Journey().to('contract-and-land').answer('plot', decisionOf('refused')),
      'assignment',
    ],
    ['a send-back says why', () => new Journey().to('council-approval').sendBack('letter-of-intent'), 'sent-back'],
    [
      'a rejection says why',
      () => new Journey().arrive().answer('office-decision', decisionOf('rejected')),
      'rejected',
    ],
    ['a refused line says why', () => lines().answer('technical-condition', decisionOf('refused')), 'line-answered'],
  ])('%s', (_, way, notice) => {
    const journey = way();
    const found = told(journey).find((one) => one.notice === notice);
    expect(found).toMatchObject({ reasonCode: 'remarks' });
    expect(textOf(journey, found?.noteId)).toBe('Sheet 4 does not agree with sheet 7.');
  });

  it('a rejection names its appeal, an approval its conditions', () => {
    const rejected = new Journey().arrive().answer('office-decision', decisionOf('rejected'));
    expect(textOf(rejected, told(rejected)[0]?.appealNoteId)).toBe('To the regional administration within 30 days.');
    const approved = new Journey()
      .to('council-approval')
      .settle()
      .answer('office-decision', decisionOf('approved-with-conditions'));
    expect(textOf(approved, told(approved)[0]?.noteId)).toBe('Jobs by the end of the first year.');
  });

  it('of a later round are those of that round', () => {
    const journey = new Journey()
      .arrive()
      .answer('office-decision', decisionOf('returned'))
      .arrive()
      .answer('correction')
      .arrive();
    journey
      .answer('office-decision', {
        outcome: 'returned',
        reasonCode: 'incomplete',
        reason: 'The stamp is missing.',
        daysToCure: 3,
      })
      .arrive();
    expect(textOf(journey, told(journey)[0]?.noteId)).toBe('The stamp is missing.');
  });
});
