import { describe, expect, it } from 'vitest';
import type { DocumentKind, MediaType } from '#core/documents/document-kind.ts';
import { complete } from '#core/project/complete-change.ts';
import type { Aggregate } from '#core/project/project.ts';
import type { Actor } from '#core/kernel/actor.ts';
import { nameAs, plainName } from '#core/documents/file-type.ts';
import { announced, fileOf } from '#test/support/files.ts';
import { Journey } from '#test/support/journey.ts';
import { put, world } from '#test/support/world.ts';
import { completeUpload, downloadDocument, requestUpload, uploadSmall } from './project-documents.ts';
import { viewDocuments } from './view-documents.ts';

const investor: Actor = { kind: 'investor', projectId: 'p1' };
const said = (result: { ok: boolean; failure?: { kind: string } }) => (result.ok ? 'done' : result.failure?.kind);

async function begun(journey = new Journey()) {
  const told = world();
  await put(told, journey);
  const ports = { ...told.ports, scanning: false };
  const at = (actor: Actor) => ({ projectId: 'p1', actor, now: told.now() });
  return {
    told,
    ports,
    at,
    announce: async (
      actor: Actor,
      content: Uint8Array<ArrayBuffer>,
      kind: DocumentKind,
      change: { assignmentId?: string } = {},
    ) => requestUpload(ports, at(actor), { ...announced(content, kind), ...change }),
    bring: async (actor: Actor, content: Uint8Array<ArrayBuffer>, kind: DocumentKind, fileName = 'a.pdf') =>
      uploadSmall(ports, at(actor), { ...announced(content, kind), fileName }, content),
  };
}

describe('files of a link', () => {
  it('are so many an hour, also when it is the same one over and over', async () => {
    const { announce } = await begun();
    for (let time = 0; time < 40; time += 1)
      expect(said(await announce(investor, fileOf('same'), 'charter'))).toBe('done');
    expect(said(await announce(investor, fileOf('same'), 'charter'))).toBe('too-many');
  });

  it('that were there before leave no second copy in the store', async () => {
    const { told, bring } = await begun();
    const first = await bring(investor, fileOf('charter'), 'charter');
    expect(await bring(investor, fileOf('charter'), 'charter')).toEqual(first);
    expect([...told.memory.files.values()].filter(({ places }) => places.has('kept'))).toHaveLength(1);
  });

  it('are told of as they are when two windows complete one in the same moment', async () => {
    const { told, ports, at, announce } = await begun();
    const content = fileOf('charter');
    const asked = await announce(investor, content, 'charter');
    if (!asked.ok) throw new Error(asked.failure.kind);
    const { fileId } = asked.value;
    await ports.files.put(
      { fileId, bytes: content.length, type: 'application/pdf', sha256: announced(content).sha256 },
      content,
    );
    // The slower one reads the project, then the faster one is done with everything.
    let faster: Promise<unknown> | undefined;
    const find = async (id: string) => {
      const isSecond = faster === undefined && looks > 1;
      looks += 1;
      if (isSecond) await (faster = completeUpload(ports, at(investor), fileId));
      return ports.fileRecords.find(id);
    };
    let looks = 1;
    const slower = { ...ports, fileRecords: { ...ports.fileRecords, find } };
    expect(await completeUpload(slower, at(investor), fileId)).toMatchObject({
      ok: true,
      value: { documentId: 'charter-1', version: 1 },
    });
    expect(faster).toBeDefined();
    expect((await told.load('p1')).documents.filter(({ kind }) => kind === 'charter')).toHaveLength(1);
  });
});

/** The project with a line given to a party. */
const given = (aggregate: Aggregate, line: 'power' | 'gas', partyId: string): Aggregate => ({
  ...aggregate,
  project: { ...aggregate.project, version: aggregate.project.version + 1 },
  assignments: aggregate.assignments.map((one) =>
    one.line === line ? { ...one, holder: { kind: 'party', partyId } } : one,
  ),
});

describe('a party', () => {
  const lines = () => new Journey().to('technical-conditions');
  const actorOf = (journey: Journey, line: 'power' | 'gas', partyId = `alpha-${line}`): Actor => {
    const assignmentId = journey.open.find((one) => one.line === line)?.assignmentId ?? '';
    return { kind: 'party', projectId: 'p1', assignmentId, partyId };
  };

  it('completes by the link of one assignment no file that it announced by that of another', async () => {
    const journey = lines();
    const { ports, announce, at } = await begun(journey);
    const content = fileOf('answer');
    // One supplier that was given both lines.
    const after = given(journey.state, 'gas', 'alpha-power');
    await ports.projects.commit(complete({ before: journey.state, after, events: [], notes: [] }));
    const asked = await announce(actorOf(journey, 'power'), content, 'other');
    if (!asked.ok) throw new Error(asked.failure.kind);
    const { fileId } = asked.value;
    await ports.files.put(
      { fileId, bytes: content.length, type: 'application/pdf', sha256: announced(content).sha256 },
      content,
    );
    expect(said(await completeUpload(ports, at(actorOf(journey, 'gas', 'alpha-power')), fileId))).toBe('not-found');
    expect(said(await completeUpload(ports, at(actorOf(journey, 'power')), fileId))).toBe('done');
  });

  it('sees and brings nothing more in the moment its assignment is another’s', async () => {
    const journey = lines();
    const { bring, ports, at } = await begun(journey);
    expect(said(await bring(actorOf(journey, 'power'), fileOf('answer'), 'technical-condition'))).toBe('done');
    const late = actorOf(journey, 'power', 'alpha-heat');
    expect(said(await bring(late, fileOf('late'), 'technical-condition'))).toBe('forbidden');
    expect(said(await downloadDocument(ports, at(late), 'technical-condition-1', 1))).toBe('not-found');
  });

  it('does not learn what the one before it called its file', async () => {
    const journey = lines();
    const { told, ports, at, bring } = await begun(journey);
    const [first, next] = [actorOf(journey, 'power'), actorOf(journey, 'power', 'alpha-heat')];
    await bring(first, fileOf('answer'), 'technical-condition', 'Signed by A. Person.pdf');
    const before = await told.load('p1');
    const after = given(before, 'power', 'alpha-heat');
    await ports.projects.commit(complete({ before, after, events: [], notes: [] }));
    const view = await viewDocuments(ports, at(next));
    expect(
      view.ok && view.value.list.documents.find(({ kind }) => kind === 'technical-condition')?.versions,
    ).toMatchObject([{ mayDownload: true }]);
    const download = await downloadDocument(ports, at(next), 'technical-condition-1', 1);
    expect(said(download)).toBe('done');
    expect(decodeURIComponent(JSON.stringify([view, download]))).not.toContain('A. Person');
  });
});

describe('the name a file is saved under', () => {
  it.each<[string, MediaType, string]>([
    ['letter.pdf', 'application/pdf', 'letter.pdf'],
    ['PHOTO.JPEG', 'image/jpeg', 'PHOTO.JPEG'],
    ['letter.hta', 'application/pdf', 'letter.hta.pdf'],
    ['letter.pdf.exe', 'application/pdf', 'letter.pdf.exe.pdf'],
    ['letter.pdf.p7s', 'application/pkcs7-signature', 'letter.pdf.p7s'],
    ['letter.CMS', 'application/pkcs7-signature', 'letter.CMS'],
    ['letter.pdf', 'application/pkcs7-signature', 'letter.pdf.p7s'],
    ['AQT-2026-0001-charter-1', 'application/pdf', 'AQT-2026-0001-charter-1.pdf'],
  ])('%s, %s: %s', (name, type, saved) => {
    expect(nameAs(name, type)).toBe(saved);
  });

  it('reads as it is, with nothing that turns its letters round', () => {
    expect(plainName('letter\u{202E}fdp.exe')).toBe('letterfdp.exe');
    expect(plainName('C:\\А\u{2067}\u{200F}.pdf')).toBe('А.pdf');
  });

  it('says what the file is, whatever was said when it came', async () => {
    const { ports, at, bring } = await begun();
    await bring(investor, fileOf('charter'), 'charter', 'charter.hta');
    const download = await downloadDocument(ports, at(investor), 'charter-1', 1);
    expect(download.ok && decodeURIComponent(download.value.url)).toContain('charter.hta.pdf');
  });
});
