import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { DocumentKind } from './document-kind.ts';
import { Project } from '../project/project.ts';
import { addDocument, scanDocument } from './add-document.ts';
import { returnDocument } from './judge-document.ts';
import { apply } from '../project/apply.ts';
import { lackingDocuments, neededDocuments } from './needed-documents.ts';
import { noticesOf } from '../notices/notices-of.ts';
import { Journey, officeRef } from '#test/support/journey.ts';
import { fileRecord, goodAnswer } from '#test/support/samples.ts';

const council = () => new Journey({ documents: false }).to('council-approval');
let files = 0;
const bring = (journey: Journey, kind: DocumentKind, scan: 'not-scanned' | 'waiting' = 'not-scanned'): Journey => {
  files += 1;
  return journey.did(
    addDocument(
      journey.state,
      journey.setting,
      fileRecord({
        kind,
        scan,
        fileId: `f${String(files).padStart(11, '0')}`,
        sha256: files.toString(16).padStart(64, '0'),
      }),
      { kind: 'investor' },
    ),
  );
};
const lacking = (journey: Journey) => lackingDocuments(journey.state).map(({ kind }) => kind);
const openKinds = (journey: Journey) => journey.open.map(({ kind }) => kind);
const whole = (journey: Journey) => lacking(journey).reduce((all, kind) => bring(all, kind), journey);
const told = (journey: Journey) => noticesOf(journey.changes.at(-1) ?? (journey.changes[0] as never));
const wrong = (documentId: string, version = 1) =>
  ({ documentId, version, reasonCode: 'incomplete', reason: 'Page 3 is missing.' }) as const;

describe('documents that a stage asks for', () => {
  it('B1: are asked for when the stage opens, by an assignment with a date and an email, and nobody else holds the project', () => {
    const journey = council();
    expect(openKinds(journey)).toEqual(['office-decision', 'documents']);
    expect(journey.find('documents')).toMatchObject({
      holder: { kind: 'investor' },
      due: expect.stringMatching(/^2026-/),
    });
    expect(told(journey)).toMatchObject([
      {
        notice: 'assignment',
        recipient: { to: 'investor' },
        assignment: 'documents',
        due: journey.find('documents').due,
      },
    ]);
    expect(lacking(journey)).toEqual([
      'financing-confirmation',
      'application',
      'questionnaire',
      'registration-certificate',
      'charter',
      'financial-statements',
      'business-plan',
      'bank-certificate',
      'tax-certificate',
    ]);
  });

  it('B1: the last of them answers the assignment and lets the office begin to check', () => {
    const journey = whole(council());
    expect(lacking(journey)).toEqual([]);
    expect(openKinds(journey)).toEqual(['office-decision', 'document-check']);
    expect(journey.state.assignments.find(({ kind }) => kind === 'documents')?.answer).toMatchObject({
      outcome: 'done',
      actor: { kind: 'system' },
    });
  });

  it('S4: the gate looks at files, not at ticks: a check is not taken and the stage not approved while one lacks', () => {
    const journey = whole(council());
    journey.did(returnDocument(journey.state, journey.setting, wrong('charter-1'), officeRef));
    const shut = { kind: 'gate-closed', missing: [{ what: 'document', name: 'charter' }] };
    expect(journey.failure('document-check', goodAnswer('document-check'))).toEqual(shut);
    expect(journey.missing).toContainEqual({ what: 'document', name: 'charter' });
    bring(journey, 'charter').answer('document-check').answer('council-protocol').approve();
    expect(journey.project.phase).toBe('entering');
  });

  it('B1: one document is returned with its reason, in one email, and the stage goes on', () => {
    const journey = whole(council());
    const { due } = journey.project;
    journey.did(returnDocument(journey.state, journey.setting, wrong('business-plan-1'), officeRef));
    expect(journey.project).toMatchObject({ phase: 'open', due });
    expect(neededDocuments(journey.state).find(({ kind }) => kind === 'business-plan')).toMatchObject({
      state: 'returned',
      returned: { reasonCode: 'incomplete' },
    });
    expect(
      told(journey).map(({ notice, document, reasonCode, due: until }) => ({ notice, document, reasonCode, until })),
    ).toEqual([
      {
        notice: 'document-returned',
        document: 'business-plan',
        reasonCode: 'incomplete',
        until: journey.find('documents').due,
      },
    ]);
    expect(returnDocument(journey.state, journey.setting, wrong('business-plan-1'), officeRef)).toMatchObject({
      ok: false,
      failure: { kind: 'conflict' },
    });
    expect(returnDocument(journey.state, journey.setting, wrong('nothing-1'), officeRef)).toMatchObject({
      ok: false,
      failure: { kind: 'not-found' },
    });
  });

  it('the same file does not answer for the one that was returned, but takes its place as another version', () => {
    const journey = whole(council());
    const { sha256 = '' } = journey.state.documents.find(({ kind }) => kind === 'charter') ?? {};
    journey.did(returnDocument(journey.state, journey.setting, wrong('charter-1'), officeRef));
    journey.did(
      addDocument(journey.state, journey.setting, fileRecord({ kind: 'charter', sha256, fileId: 'fagain000001' }), {
        kind: 'investor',
      }),
    );
    expect(journey.state.documents.filter(({ kind }) => kind === 'charter').map(({ version }) => version)).toEqual([
      1, 2,
    ]);
  });

  it('B1: a file that the scanner refuses is asked for again', () => {
    const journey = council();
    for (const kind of lacking(journey).filter((one) => one !== 'charter')) bring(journey, kind);
    bring(journey, 'charter', 'waiting');
    expect(openKinds(journey)).toEqual(['office-decision', 'document-check']);
    expect(journey.missing).toContainEqual({ what: 'being-scanned', name: 'charter' });
    journey.take(scanDocument(journey.state, journey.setting, { documentId: 'charter-1', version: 1 }, 'infected'));
    expect(openKinds(journey)).toContain('documents');
    expect(journey.missing).toContainEqual({ what: 'document', name: 'charter' });
  });

  it('a signed letter that is wrong is none', () => {
    const journey = new Journey().to('letter-of-intent');
    journey.did(returnDocument(journey.state, journey.setting, wrong('signed-letter-1'), officeRef));
    expect(journey.project.signed).toBe(false);
    expect(journey.missing).toEqual([{ what: 'signed-letter', name: 'signed-letter' }]);
    expect(openKinds(journey)).toContain('documents');
    expect(openKinds(bring(journey, 'signed-letter'))).toEqual(['office-decision']);
  });

  it('A19: what depends on the company or the money is asked for by what the letter says, and not where it does not tell', () => {
    const journey = council();
    const without = { ...journey.state, project: { ...journey.project, answers: undefined } };
    expect(lackingDocuments(without).map(({ kind }) => kind)).not.toContain('registration-certificate');
    const foreign = {
      ...journey.state,
      project: { ...journey.project, answers: { isForeign: true, isBorrowed: false } },
    };
    expect(lackingDocuments(foreign).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['foreign-register-extract', 'application']),
    );
    expect(lackingDocuments(foreign).map(({ kind }) => kind)).not.toContain('registration-certificate');
  });

  it('a stage that an earlier release opened asks for them on the next day', () => {
    const journey = council();
    const before = {
      ...journey.state,
      assignments: journey.state.assignments.filter(({ kind }) => kind !== 'documents'),
    };
    const { held: _held, answers: _answers, ...stored } = before.project;
    expect(Project.parse(JSON.parse(JSON.stringify(stored)))).not.toHaveProperty('held');
  });

  it('in any order of files and originals, the assignment is open exactly while something lacks', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          [
            'financing-confirmation',
            'application',
            'questionnaire',
            'registration-certificate',
            'charter',
            'financial-statements',
            'business-plan',
            'bank-certificate',
            'tax-certificate',
          ] as const,
          { minLength: 1 },
        ),
        fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
        (kinds, paper) => {
          const journey = council();
          for (const [at, kind] of kinds.entries()) {
            if (paper[at]) journey.holdOriginals(kind);
            else bring(journey, kind);
            expect(openKinds(journey).includes('documents')).toBe(lacking(journey).length > 0);
            expect(openKinds(journey).includes('document-check')).toBe(lacking(journey).length === 0);
          }
          expect(journey.events.reduce<Parameters<typeof apply>[0]>(apply, undefined)).toEqual(journey.state);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a stage that passes its date', () => {
  it('S1: the investor is told once, by one email', () => {
    const journey = new Journey().to('contract-and-land');
    const changes = journey.changes.length;
    journey.passDay('2026-12-01').passDay('2026-12-02');
    const notices = journey.changes
      .slice(changes)
      .flatMap(noticesOf)
      .filter(({ notice }) => notice === 'stage-late');
    expect(notices).toEqual([
      { notice: 'stage-late', recipient: { to: 'investor' }, stage: 'contract-and-land', due: journey.project.due },
    ]);
  });

  it('S1: nobody writes so to an address that was never confirmed', () => {
    const journey = new Journey().to('letter-of-intent');
    const changes = journey.changes.length;
    journey.passDay('2026-12-01');
    expect(
      journey.changes
        .slice(changes)
        .flatMap(noticesOf)
        .filter(({ notice }) => notice === 'stage-late'),
    ).toEqual([]);
  });
});

describe('asking again after a refusal', () => {
  it('S14: carries the note, the refusal, its reason and its words', () => {
    const journey = new Journey({ lines: ['power'] })
      .to('technical-conditions')
      .answer('technical-condition', { outcome: 'refused', reasonCode: 'no-capacity', reason: 'No feeder is free.' })
      .answer('refusal', { outcome: 'asked-again', note: 'One megawatt for the time being.' });
    const change = journey.changes.at(-1);
    const words = (noteId: string | undefined) =>
      journey.changes.flatMap(({ notes }) => notes).find((one) => one.noteId === noteId)?.text;
    const [again] = change ? noticesOf(change).filter(({ notice }) => notice === 'assignment') : [];
    expect(again).toMatchObject({
      recipient: { to: 'party', partyId: 'alpha-power' },
      outcome: 'refused',
      reasonCode: 'no-capacity',
    });
    expect([words(again?.noteId), words(again?.refusalNoteId)]).toEqual([
      'One megawatt for the time being.',
      'No feeder is free.',
    ]);
  });
});
