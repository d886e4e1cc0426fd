import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanResults, type ScanResult } from '#core/documents/document-kind.ts';
import { announced, fileOf } from '#test/support/files.ts';
import { Journey } from '#test/support/journey.ts';
import { put, world, type World } from '#test/support/world.ts';
import { completeUpload, requestUpload } from './project-documents.ts';
import { newDraft } from '#test/support/draft.ts';
import { uploadSmallToDraft } from './draft-documents.ts';
import { saveDraft } from '../letter/letter-drafts.ts';
import { recordScan } from './record-scan.ts';
import { submitDraft } from '../letter/submit-draft.ts';
import { letter } from '#test/support/samples.ts';

const investor = { kind: 'investor', projectId: 'p1' } as const;
const content = fileOf('charter');

/** A file of the project p1 that has come to the store, with a scanner about to speak. */
async function sent() {
  const told = world();
  await put(told, new Journey({ signed: false }));
  const ports = { ...told.ports, scanning: true };
  const at = { projectId: 'p1', actor: investor, now: told.now() };
  const asked = await requestUpload(ports, at, announced(content, 'signed-letter'));
  if (!asked.ok) throw new Error(asked.failure.kind);
  const { fileId } = asked.value;
  await ports.files.put(
    { fileId, bytes: content.length, type: 'application/pdf', sha256: announced(content).sha256 },
    content,
  );
  return {
    told,
    fileId,
    complete: async () => completeUpload(ports, at, fileId),
    scan: async (result: ScanResult) => recordScan(ports, { fileId, result, now: told.now() }),
  };
}

async function standing(told: World) {
  const { documents, project } = await told.load('p1');
  return { states: documents.map(({ state }) => state), signed: project.signed };
}

describe('what a scanner says of a file', () => {
  const after: Readonly<Record<ScanResult, { states: string[]; signed: boolean }>> = {
    clean: { states: ['clean'], signed: true },
    failed: { states: ['not-scanned'], signed: true },
    infected: { states: ['refused'], signed: false },
    unreadable: { states: ['refused'], signed: false },
  };

  it.each(scanResults)('%s, after it became a document', async (result) => {
    const { told, complete, scan } = await sent();
    expect(await complete()).toMatchObject({ ok: true, value: { state: 'waiting' } });
    expect(await standing(told)).toEqual({ states: ['waiting'], signed: false });
    await scan(result);
    expect(await standing(told)).toEqual(after[result]);
  });

  it.each(scanResults)('%s, before it could become one', async (result) => {
    const { told, complete, scan, fileId } = await sent();
    await scan(result);
    const isRefused = result === 'infected' || result === 'unreadable';
    expect((await complete()).ok).toBe(!isRefused);
    expect(await standing(told)).toEqual(isRefused ? { states: [], signed: false } : after[result]);
    expect(told.memory.files.has(fileId)).toBe(!isRefused);
  });

  it('is not lost and not said twice, in whatever order and however often it is heard', async () => {
    const step = fc.constantFrom('complete' as const, 'scan' as const);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...scanResults),
        fc.array(step, { maxLength: 6 }),
        fc.boolean(),
        async (result, steps, atOnce) => {
          const { told, complete, scan } = await sent();
          const run = async (one: (typeof steps)[number]) => (one === 'scan' ? scan(result) : complete());
          const all = [...steps, 'scan' as const, 'complete' as const, 'scan' as const];
          if (atOnce) await Promise.all(all.map(run));
          else for (const one of all) await run(one);
          const { states, signed } = await standing(told);
          expect([...states]).toSatisfy(
            (found: string[]) => found.length === 0 || found.join() === after[result].states.join(),
          );
          expect(signed).toBe(after[result].signed);
          expect((await told.load('p1')).documents.length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('removes what is refused, from both places, and tells whoever brought it', async () => {
    const { told, complete, scan, fileId } = await sent();
    await complete();
    expect(told.memory.files.get(fileId)?.places).toEqual(new Set(['incoming', 'kept']));
    await scan('infected');
    await scan('infected');
    expect(told.memory.files.has(fileId)).toBe(false);
    await told.settle();
    expect(told.memory.sent.filter(({ notice }) => notice === 'document-refused').map(({ to }) => to)).toEqual([
      'investor@example.org',
    ]);
  });

  it('of a file nobody knows changes nothing', async () => {
    const { told } = await sent();
    await recordScan(told.ports, { fileId: 'fnobodynobody', result: 'infected', now: told.now() });
    expect(await standing(told)).toEqual({ states: [], signed: false });
  });
});

describe('a letter that is being filled in', () => {
  it('whose file is refused tells its writer, and is handed in only with another', async () => {
    const told = world();
    const ports = { ...told.ports, scanning: true };
    const link = await newDraft(ports);
    await saveDraft(ports, {
      link,
      now: told.now(),
      fields: { zoneId: ['alpha'], 'contact.email': ['writer@example.org'] },
    });
    const at = { link, sourceIp: '192.0.2.1', now: told.now() };
    await uploadSmallToDraft(ports, at, announced(content), content);
    const [fileId = ''] = [...told.memory.fileRecords.keys()];
    await recordScan(ports, { fileId, result: 'infected', now: told.now() });
    await told.runLanes();
    expect(told.memory.sent.map(({ to, language }) => [to, language])).toEqual([['writer@example.org', 'kk']]);
    const handIn = () => submitDraft(ports, { link, letter: letter(), sourceIp: '192.0.2.1', now: told.now() });
    expect(await handIn()).toMatchObject({
      ok: false,
      failure: { kind: 'invalid', issues: [{ path: 'signedLetter', code: 'infected-file' }] },
    });
    const other = fileOf('another');
    await uploadSmallToDraft(ports, at, announced(other), other);
    const done = await handIn();
    expect(done.ok).toBe(true);
    const { documents } = await told.load(done.ok ? done.value.projectId : '');
    expect(documents.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['signed-letter waiting']);
    const record = told.memory.fileRecords.get(documents[0]?.fileId ?? '');
    expect(told.memory.files.get(record?.fileId ?? '')?.places).toEqual(new Set(['incoming', 'kept']));
  });

  it('writes to an address that somebody typed no more often than links go there, from however many letters', async () => {
    const told = world();
    const ports = { ...told.ports, scanning: true };
    for (let letters = 0; letters < 3; letters += 1) {
      const link = await newDraft(ports);
      await saveDraft(ports, {
        link,
        now: told.now(),
        fields: { zoneId: ['alpha'], 'contact.email': ['somebody.else@example.org'] },
      });
      for (let files = 0; files < 10; files += 1) {
        const now = told.now() + letters * 100 + files;
        const bad = fileOf(`bad ${String(files)}`);
        const before = new Set(told.memory.fileRecords.keys());
        await uploadSmallToDraft(ports, { link, sourceIp: '192.0.2.1', now }, announced(bad), bad);
        for (const fileId of told.memory.fileRecords.keys())
          if (!before.has(fileId)) await recordScan(ports, { fileId, result: 'infected', now });
      }
    }
    await told.runLanes();
    expect(told.memory.sent.filter(({ to }) => to === 'somebody.else@example.org')).toHaveLength(20);
  });
});
