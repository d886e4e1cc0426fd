import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileRecord } from '#core/documents/document.ts';
import { scanResults, type ScanResult } from '#core/documents/document-kind.ts';
import { Journey, officeRef } from '#test/support/journey.ts';
import { fileRecord } from '#test/support/samples.ts';
import { rebuild } from '../project/apply.ts';
import { addDocument, documentEvent, mostDocuments, scanDocument, type Place } from './add-document.ts';

const fileOf = (change: Partial<FileRecord> = {}): FileRecord =>
  fileRecord({ fileId: 'f123456789', scan: 'waiting', ...change });

const letterOf = (journey: Journey) => journey.state.documents.filter(({ kind }) => kind === 'signed-letter');
const add = (journey: Journey, change: Partial<FileRecord> = {}) =>
  journey.did(addDocument(journey.state, journey.setting, fileOf(change), { kind: 'investor' }));
const scan = (journey: Journey, at: { documentId: string; version: number }, result: ScanResult) =>
  journey.take(scanDocument(journey.state, journey.setting, at, result));

describe('a file becomes a document', () => {
  it('of its kind, numbered, with its version and who brought it', () => {
    const journey = add(new Journey({ signed: false }));
    expect(journey.state.documents).toEqual([
      expect.objectContaining({
        documentId: 'charter-1',
        kind: 'charter',
        version: 1,
        state: 'waiting',
        by: { kind: 'investor' },
        fileId: 'f123456789',
      }),
    ]);
    expect(rebuild(journey.events)).toEqual(journey.state);
  });

  it('says nothing of its name in the log', () => {
    expect(JSON.stringify(add(new Journey({ signed: false })).events)).not.toContain('charter.pdf');
  });

  it.each<[string, Partial<FileRecord>, string[]]>([
    ['another file of a kind there is one of', { sha256: 'b'.repeat(64) }, ['charter-1 1', 'charter-1 2']],
    ['the same file of that kind again', {}, ['charter-1 1']],
    ['a file of another kind', { kind: 'application' }, ['charter-1 1', 'application-1 1']],
  ])('%s', (_, change, documents) => {
    const journey = add(add(new Journey({ signed: false })), change);
    expect(journey.state.documents.map(({ documentId, version }) => `${documentId} ${String(version)}`)).toEqual(
      documents,
    );
  });

  it('beside others where there can be many, and in the place of the one it names', () => {
    const journey = new Journey({ signed: false });
    const photo = (sha: string, documentId?: string) =>
      add(journey, { kind: 'site-photo', sha256: sha.repeat(64), ...(documentId && { documentId }) });
    photo('a');
    photo('b');
    photo('a');
    photo('c', 'site-photo-1');
    expect(
      journey.state.documents.map(
        ({ documentId, version, sha256 }) => `${documentId} ${String(version)} ${sha256.slice(0, 1)}`,
      ),
    ).toEqual(['site-photo-1 1 a', 'site-photo-2 1 b', 'site-photo-1 2 c']);
  });

  it('keeps the papers of two parties apart', () => {
    const journey = new Journey({ signed: false });
    for (const assignmentId of ['one', 'two', 'one'])
      add(journey, {
        kind: 'technical-condition',
        assignmentId,
        sha256: (assignmentId === 'one' ? 'a' : 'b').repeat(64),
      });
    add(journey, { kind: 'technical-condition', assignmentId: 'one', sha256: 'c'.repeat(64) });
    expect(
      journey.state.documents.map(
        ({ documentId, version, assignmentId }) => `${documentId} ${String(version)} ${String(assignmentId)}`,
      ),
    ).toEqual(['technical-condition-1 1 one', 'technical-condition-2 1 two', 'technical-condition-1 2 one']);
  });

  it.each(['infected', 'unreadable'] as const)('not when a scanner found it %s', (found) => {
    const journey = new Journey();
    expect(documentEvent(journey.state, fileOf({ scan: found }))).toBeUndefined();
    expect(addDocument(journey.state, journey.setting, fileOf({ scan: found }), officeRef)).toMatchObject({
      ok: false,
      failure: { kind: 'invalid', issues: [{ code: 'infected-file' }] },
    });
  });

  it('up to a number that can be read with the project', () => {
    const journey = new Journey({ signed: false });
    for (let at = 0; at < mostDocuments; at += 1) add(journey, { kind: 'other', sha256: String(at).padStart(64, '0') });
    expect(addDocument(journey.state, journey.setting, fileOf(), officeRef)).toMatchObject({
      ok: false,
      failure: { issues: [{ code: 'too-many-documents' }] },
    });
  });

  it('replaces nothing that is not there', () => {
    const journey = new Journey({ signed: false });
    expect(addDocument(journey.state, journey.setting, fileOf({ documentId: 'charter-9' }), officeRef)).toMatchObject({
      ok: false,
      failure: { kind: 'not-found' },
    });
  });
});

describe('the signed letter', () => {
  const gate = (journey: Journey) => journey.missing.map(({ what }) => what);
  const sign = (scan: FileRecord['scan']) =>
    add(new Journey({ signed: false }).arrive(), { kind: 'signed-letter', scan });

  it.each<[FileRecord['scan'], string[]]>([
    ['clean', []],
    ['not-scanned', []],
    ['failed', []],
    ['waiting', ['being-scanned']],
  ])('added as %s leaves missing: %j', (scan, missing) => {
    expect(gate(sign(scan))).toEqual(missing);
  });

  it.each<[ScanResult, string[]]>([
    ['clean', []],
    ['failed', []],
    ['infected', ['signed-letter']],
    ['unreadable', ['signed-letter']],
  ])('then found %s: %j', (result, missing) => {
    expect(gate(scan(sign('waiting'), { documentId: 'signed-letter-1', version: 1 }, result))).toEqual(missing);
  });

  it('counts while its replacement is being scanned, and after that was refused', () => {
    const journey = add(sign('clean'), { kind: 'signed-letter', sha256: 'b'.repeat(64) });
    expect(gate(journey)).toEqual([]);
    expect(gate(scan(journey, { documentId: 'signed-letter-1', version: 2 }, 'infected'))).toEqual([]);
    expect(letterOf(journey).map(({ state }) => state)).toEqual(['clean', 'refused']);
  });
});

describe('what a scanner said', () => {
  it('changes nothing the second time, save that infected outweighs all', () => {
    const journey = scan(add(new Journey({ signed: false })), { documentId: 'charter-1', version: 1 }, 'clean');
    const again = (result: ScanResult) =>
      scanDocument(journey.state, journey.setting, { documentId: 'charter-1', version: 1 }, result);
    expect(again('clean')).toBeUndefined();
    expect(again('failed')).toBeUndefined();
    expect(scan(journey, { documentId: 'charter-1', version: 1 }, 'infected').state.documents[0]?.state).toBe(
      'refused',
    );
    expect(
      scanDocument(journey.state, journey.setting, { documentId: 'charter-1', version: 1 }, 'clean'),
    ).toBeUndefined();
  });

  it('of whatever came in whatever order, the log gives the state', () => {
    const place = fc.constantFrom<Place['kind']>('signed-letter', 'charter', 'site-photo');
    const step = fc.oneof(
      fc.record({ do: fc.constant('add' as const), kind: place, byte: fc.constantFrom('a', 'b', 'c') }),
      fc.record({ do: fc.constant('scan' as const), which: fc.nat(4), result: fc.constantFrom(...scanResults) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const journey = new Journey({ signed: false });
        for (const one of steps) {
          const document = one.do === 'scan' ? journey.state.documents[one.which] : undefined;
          if (one.do === 'add') add(journey, { kind: one.kind, sha256: one.byte.repeat(64) });
          else if (document) scan(journey, document, one.result);
        }
        expect(rebuild(journey.events)).toEqual(journey.state);
        const versions = Map.groupBy(journey.state.documents, ({ documentId }) => documentId);
        for (const each of versions.values())
          expect(each.map(({ version }) => version)).toEqual(each.map((_, at) => at + 1));
      }),
    );
  });
});
