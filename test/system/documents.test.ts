import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uploadByLink, linkIn, said, sendToStore, signedSheet, type HeldFile } from '#local/demo/upload.ts';
import { draftUpTo } from '#test/browser/pages/letter-draft.ts';
import type { SubmitLetterResponse } from '#core/letter/letter-of-intent.ts';
import type { DocumentList } from '#core/documents/document-views.ts';
import type * as z from 'zod/mini';
import { fileOf } from '#test/support/files.ts';
import { letterOf, newKey, sharedHost, type TestHost } from '#test/support/host.ts';
import { placeAt } from '#test/support/place.ts';
import { visitorOf } from '#test/support/staff-session.ts';
import { holderLink, openOne } from '#test/support/walk.ts';

type List = z.infer<typeof DocumentList>;

let host: TestHost;
beforeAll(async () => {
  host = await sharedHost();
});
afterAll(() => host.close());

const held = (content: Uint8Array<ArrayBuffer>, change: Partial<HeldFile> = {}): HeldFile => ({
  fileName: 'A. Person, charter.pdf',
  mediaType: 'application/pdf',
  content,
  ...change,
});
const listOf = async (link: string) => (await host.ask<List>(`/api/links/${link}/documents`)).body;
const one = ({ documents }: List, kind: string) => documents.find((document) => document.kind === kind);
const request = (link: string, body: object) =>
  host.ask<{ fileId: string; form: { url: string; fields: Record<string, string> }; issues?: { code: string }[] }>(
    `/api/links/${link}/documents`,
    { body },
  );

describe('a document over the API', () => {
  it('is announced, sent to the store, and there; once, however often it is completed', async () => {
    const { trackingUrl } = await host.submit();
    const link = linkIn(trackingUrl);
    const file = held(fileOf('charter'));
    const { status, body } = await request(link, { kind: 'charter', ...said(file) });
    expect(status).toBe(201);
    await sendToStore(body.form, file);
    const complete = async () => host.ask(`/api/links/${link}/documents/${body.fileId}`, { body: {} });
    const added = { documentId: 'charter-1', kind: 'charter', version: 1, state: 'not-scanned' };
    expect((await Promise.all([complete(), complete()])).map((reply) => reply.body)).toEqual([added, added]);
    expect((await complete()).body).toEqual(added);
    expect(one(await listOf(link), 'charter')?.versions).toMatchObject([
      { version: 1, fileName: 'A. Person, charter.pdf', mayDownload: true },
    ]);
  });

  it('says what is asked for, and no more is missing than the letter needs', async () => {
    const { trackingUrl } = await host.submit({ financing: 'own-funds' });
    expect((await listOf(linkIn(trackingUrl))).documents.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'signed-letter not-scanned',
    ]);
    const borrowed = await host.submit({ financing: 'bank-loan' });
    expect((await listOf(linkIn(borrowed.trackingUrl))).documents.map(({ kind, state }) => `${kind} ${state}`)).toEqual(
      ['signed-letter not-scanned', 'financing-confirmation missing'],
    );
  });

  it('replaced keeps both versions, for the office and the investor', async () => {
    const { projectId, trackingUrl } = await host.submit();
    const link = linkIn(trackingUrl);
    await uploadByLink(host, link, 'charter', held(fileOf('first')));
    expect(await uploadByLink(host, link, 'charter', held(fileOf('second')))).toMatchObject({
      documentId: 'charter-1',
      version: 2,
    });
    expect(await uploadByLink(host, link, 'charter', held(fileOf('second')))).toMatchObject({
      documentId: 'charter-1',
      version: 2,
    });
    const read = async (path: string, as?: string) => {
      const { body } = await host.ask<{ url: string }>(path, as === undefined ? {} : { as });
      return new Uint8Array(await (await fetch(body.url)).arrayBuffer());
    };
    for (const [version, text] of [
      [1, 'first'],
      [2, 'second'],
    ] as const) {
      expect(await read(`/api/links/${link}/documents/charter-1/${String(version)}`)).toEqual(fileOf(text));
      expect(await read(`/api/projects/${projectId}/documents/charter-1/${String(version)}`, 'officer')).toEqual(
        fileOf(text),
      );
    }
    await host.settle();
    expect((await host.mailOf(projectId)).filter(({ tags }) => tags['notice'] === 'document-replaced')).toHaveLength(1);
  });

  it.each<[string, object, number, string]>([
    ['larger than 100 MB', { bytes: 100_000_001 }, 400, 'too_big'],
    ['of a kind that is not taken there', { mediaType: 'application/zip' }, 400, 'wrong-file-type'],
    ['with a name that forges a header', { fileName: 'a\r\nb.pdf' }, 400, 'invalid_format'],
    ['for a kind an investor does not bring', { kind: 'expertise-conclusion' }, 403, ''],
    ['in the place of one that is not there', { documentId: 'charter-7' }, 404, ''],
  ])('%s is refused before it is sent', async (_, change, status, code) => {
    const { trackingUrl } = await host.submit();
    const refused = await request(linkIn(trackingUrl), { kind: 'charter', ...said(signedSheet), ...change });
    expect(refused.status).toBe(status);
    expect(refused.body.issues?.[0]?.code ?? '').toBe(code);
  });

  it('that is not what was said is taken by nobody', async () => {
    const { trackingUrl } = await host.submit();
    const link = linkIn(trackingUrl);
    const mislabelled = held(new TextEncoder().encode('#!/bin/sh\n'));
    const { body } = await request(link, { kind: 'charter', ...said(mislabelled) });
    const another = held(fileOf('another'));
    await expect(sendToStore(body.form, another)).rejects.toThrow('The store did not take it');
    expect((await host.ask(`/api/links/${link}/documents/${body.fileId}`, { body: {} })).body).toMatchObject({
      status: 400,
      issues: [{ code: 'file-not-there' }],
    });
    await sendToStore(body.form, mislabelled);
    expect((await host.ask(`/api/links/${link}/documents/${body.fileId}`, { body: {} })).body).toMatchObject({
      status: 400,
      issues: [{ code: 'wrong-file-type' }],
    });
    expect(one(await listOf(link), 'charter')).toBeUndefined();
  });

  it('is completed by nobody but who announced it', async () => {
    const [own, other] = [await host.submit(), await host.submit()];
    const file = held(fileOf('own'));
    const { body } = await request(linkIn(own.trackingUrl), { kind: 'charter', ...said(file) });
    await sendToStore(body.form, file);
    for (const path of [
      `/api/links/${linkIn(other.trackingUrl)}/documents/${body.fileId}`,
      `/api/links/${linkIn(own.trackingUrl)}/documents/fnobodynobodynobody`,
    ]) {
      expect((await host.ask(path, { body: {} })).status).toBe(404);
    }
    expect(
      (await host.ask(`/api/projects/${own.projectId}/documents/${body.fileId}`, { as: 'officer', body: {} })).status,
    ).toBe(404);
  });
});

describe('a letter without its signature', () => {
  it('is not approved until the file is there or the office holds the sheet, by name', async () => {
    const { projectId, trackingUrl } = await host.anonymously<SubmitLetterResponse>(
      '/api/letters-of-intent',
      letterOf(),
      { 'idempotency-key': newKey() },
    );
    await host.settle();
    expect((await host.project(projectId)).missing).toContainEqual({ what: 'signed-letter', name: 'signed-letter' });
    expect((await host.ask(`/api/projects/${projectId}/original`, { as: 'leadership', body: {} })).status).toBe(403);
    expect((await host.ask(`/api/projects/${projectId}/original`, { as: 'officer', body: {} })).status).toBe(200);
    expect((await host.project(projectId)).missing).toEqual([]);
    const { body } = await host.ask<{ entries: { actor: object; body: { type: string } }[] }>(
      `/api/projects/${projectId}/events`,
      { as: 'officer' },
    );
    expect(body.entries.find((entry) => entry.body.type === 'original-held')?.actor).toEqual({
      kind: 'staff',
      personId: 'demo-officer',
      as: { role: 'officer', scope: 'zone', scopeId: 'aqtobe' },
    });
    expect((await uploadByLink(host, linkIn(trackingUrl), 'signed-letter')).state).toBe('not-scanned');
  });
});

describe('X30: an electronic signature', () => {
  const signature = held(fileOf('ecp', 'application/pkcs7-signature'), {
    fileName: 'letter.pdf.p7s',
    mediaType: 'application/pkcs7-signature',
  });

  it('X30: is taken beside its PDF and given out as what it is; it stands for no document', async () => {
    const { projectId, trackingUrl } = await host.anonymously<SubmitLetterResponse>(
      '/api/letters-of-intent',
      letterOf(),
      { 'idempotency-key': newKey() },
    );
    const link = linkIn(trackingUrl);
    await host.settle();
    expect((await request(link, { kind: 'signed-letter', ...said(signature) })).body).toMatchObject({
      status: 400,
      issues: [{ code: 'signature-file' }],
    });
    expect((await request(link, { kind: 'electronic-signature', ...said(signedSheet) })).body).toMatchObject({
      status: 400,
      issues: [{ code: 'not-a-signature' }],
    });
    expect(await uploadByLink(host, link, 'electronic-signature', signature)).toEqual({
      documentId: 'electronic-signature-1',
      kind: 'electronic-signature',
      version: 1,
      state: 'not-scanned',
    });
    expect((await host.project(projectId)).missing).toContainEqual({ what: 'signed-letter', name: 'signed-letter' });
    await uploadByLink(host, link, 'signed-letter');
    expect((await host.project(projectId)).missing).toEqual([]);
    const { body } = await host.ask<{ url: string }>(`/api/projects/${projectId}/documents/electronic-signature-1/1`, {
      as: 'officer',
    });
    const got = await fetch(body.url);
    expect([got.headers.get('content-type'), got.headers.get('content-disposition')]).toEqual([
      'application/pkcs7-signature',
      expect.stringContaining('letter.pdf.p7s'),
    ]);
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(signature.content);
  });

  it('X30: comes by the form of the page, which says what goes with it and who checks it', async () => {
    const { trackingUrl } = await host.submit();
    const page = `${host.endpoints.site}/l/${linkIn(trackingUrl)}/documents`;
    const post = async (content: Uint8Array<ArrayBuffer>, name: string) => {
      const body = new FormData();
      body.append('several', 'yes');
      body.append('row-1.place', 'kind=electronic-signature');
      body.append('row-1.file', new File([content], name));
      const reply = await fetch(page, { method: 'POST', body, redirect: 'manual' });
      return { status: reply.status, text: await reply.text() };
    };
    const wrong = await post(fileOf('letter'), 'letter.pdf');
    expect(wrong.status).toBe(400);
    // Beside the field of the form where the kind was chosen.
    expect(wrong.text).toMatch(
      /id="row-1-file-error"[^>]*>(?:<[^>]*>[^<]*<\/[^>]*>)*[^<]*This is not an electronic signature file/,
    );
    expect(wrong.text).toMatch(/<option value="kind=electronic-signature"[^>]* selected/);
    const armoured = new TextEncoder().encode(
      `-----BEGIN CMS-----\n${Buffer.from(fileOf('a longer one', 'application/pkcs7-signature')).toString('base64')}\n-----END CMS-----\n`,
    );
    expect((await post(armoured, 'letter.sig')).status).toBe(303);
    const text = await (await fetch(page, { headers: { 'accept-language': 'en' } })).text();
    for (const words of [
      'upload the document itself as a PDF',
      '.p7s,.p7m,.cms,.sig',
      'The signature is not checked here',
      'letter.sig',
    ])
      expect(text).toContain(words);
  });
});

describe('a page of documents', () => {
  it('takes a small file without a script, and says beside the field what is wrong with another', async () => {
    const { track } = await placeAt(host, 'council-approval');
    const post = async (
      content: Uint8Array<ArrayBuffer>,
      name = 'charter.pdf',
      fields: Record<string, string> = { kind: 'charter' },
    ) => {
      const body = new FormData();
      for (const [field, value] of Object.entries(fields)) body.append(field, value);
      body.append('file.charter', new File([content], name));
      const reply = await fetch(`${host.endpoints.site}/l/${track}/documents`, {
        method: 'POST',
        body,
        redirect: 'manual',
      });
      return { status: reply.status, location: reply.headers.get('location'), text: await reply.text() };
    };
    expect(await post(fileOf('charter'))).toMatchObject({ status: 303, location: `/l/${track}/documents?done=added` });
    const wrong = await post(new TextEncoder().encode('MZ'), 'charter.pdf');
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('This type of file is not accepted');
    const large = await post(fileOf('large', 'application/pdf', 4 * 1024 * 1024 + 1));
    expect(large.status).toBe(400);
    expect(large.text).toContain('larger than 4 MB');
    expect((await post(fileOf('x'), 'x.pdf', {})).text).toContain('Which document is it?');
    expect(one(await listOf(track), 'charter')?.versions).toHaveLength(1);
  });

  describe('of several rows', () => {
    const post = async (
      path: string,
      rows: readonly (readonly [place: string, content: Uint8Array<ArrayBuffer>])[],
    ) => {
      const body = new FormData();
      body.append('several', 'yes');
      for (const [at, [place, content]] of rows.entries()) {
        body.append(`row-${String(at + 1)}.place`, place);
        body.append(`row-${String(at + 1)}.file`, new File([content], `${String(at + 1)}.pdf`));
      }
      const reply = await fetch(`${host.endpoints.site}${path}`, { method: 'POST', body, redirect: 'manual' });
      return { status: reply.status, location: reply.headers.get('location'), text: await reply.text() };
    };
    const versionsOf = async (track: string, kind: string) => one(await listOf(track), kind)?.versions.length ?? 0;

    it('takes each for itself, says beside a row what is wrong with it, and how many of how many are there', async () => {
      const { track } = await placeAt(host, 'council-approval');
      const path = `/l/${track}/documents`;
      const reply = await post(path, [
        ['kind=charter', fileOf('charter')],
        ['kind=questionnaire', new TextEncoder().encode('MZ')],
        ['kind=application', fileOf('application')],
        ['', fileOf('which?')],
        ['kind=charter', fileOf('another charter')],
        ['kind=expertise-conclusion', fileOf('not mine')],
      ]);
      expect(reply.status).toBe(400);
      const errors = [...reply.text.matchAll(/<p id="(row-\d-\w+)-error"[^>]*><span[^>]*>[^<]*<\/span>([^<]*)/g)];
      expect(errors.map(([, field]) => field)).toEqual(['row-2-file', 'row-4-place', 'row-5-place', 'row-6-file']);
      for (const [at, words] of [
        'File 2: This type of file is not accepted',
        'File 4: Say which document',
        'File 5: This document is chosen for another file too',
        'File 6: ',
      ].entries())
        expect(errors[at]?.[2]).toContain(words);
      expect(reply.text).toContain('Files uploaded: 2 of 6.');
      expect(reply.text).toMatch(/2 of \d+ documents are there/);
      expect(reply.text).toMatch(/<option value="kind=questionnaire" selected/);
      expect(await versionsOf(track, 'charter')).toBe(1);
      expect(await versionsOf(track, 'application')).toBe(1);
      expect(await versionsOf(track, 'questionnaire')).toBe(0);
    });

    it('pressed twice brings each once, also at the same time, and several of what there may be several of', async () => {
      const { track } = await placeAt(host, 'council-approval');
      const path = `/l/${track}/documents`;
      const rows = [
        ['kind=charter', fileOf('charter')],
        ['kind=other', fileOf('one')],
        ['kind=other', fileOf('two')],
      ] as const;
      const replies = await Promise.all([post(path, rows), post(path, rows)]);
      expect([...replies, await post(path, rows)].map(({ status, location }) => [status, location])).toEqual(
        Array.from({ length: 3 }, () => [303, `${path}?done=several`]),
      );
      expect(await versionsOf(track, 'charter')).toBe(1);
      const others = (await listOf(track)).documents.filter(({ kind }) => kind === 'other');
      expect(others.map(({ versions }) => versions.length)).toEqual([1, 1]);
    });

    it('without a file is asked for one; together over the limit of a request it is refused, and nothing is taken', async () => {
      const { track } = await placeAt(host, 'council-approval');
      const path = `/l/${track}/documents`;
      expect((await post(path, [])).text).toContain('id="row-1-file-error"');
      const half = (name: string) => fileOf(name, 'application/pdf', 2_300_000);
      const large = await post(path, [
        ['kind=charter', half('a')],
        ['kind=application', half('b')],
      ]);
      expect(large.status).toBe(413);
      expect(await versionsOf(track, 'charter')).toBe(0);
    });

    it('goes with a letter: what is wrong stays on its page, what is whole leads to the check', async () => {
      const path = `${await draftUpTo(host.endpoints.site, 'documents')}/documents`;
      const part = await post(`${path}?lang=en`, [
        ['kind=signed-letter', fileOf('signed')],
        ['kind=financing-confirmation', new Uint8Array()],
        ['kind=charter', fileOf('not asked')],
      ]);
      expect(part.status).toBe(400);
      for (const words of ['1 of 3 documents are there', 'Files uploaded: 1 of 3.', 'File 2: The file is empty'])
        expect(part.text).toContain(words);
      const whole = await post(path, [
        ['kind=financing-confirmation', fileOf('loan')],
        ['kind=foreign-register-extract', fileOf('extract')],
      ]);
      expect([whole.status, whole.location]).toEqual([303, path.replace('documents', 'check')]);
    });

    it('belongs to a party’s own assignment, whatever place the form says', async () => {
      const placed = await placeAt(host, 'technical-conditions');
      const link = await holderLink(
        host,
        openOne(await host.project(placed.projectId), 'technical-condition', 'power'),
      );
      const reply = await post(`/l/${link}/documents?lang=en`, [
        ['kind=technical-condition&assignmentId=a-of-nobody', fileOf('conditions')],
        ['kind=other', fileOf('map')],
        ['kind=charter', fileOf('not mine')],
      ]);
      expect(reply.text).toContain('Files uploaded: 2 of 3.');
      expect(
        (await listOf(link)).documents.filter(({ versions }) => versions.length > 0).map(({ kind }) => kind),
      ).toEqual(['technical-condition', 'other']);
    });
  });

  it('leads to a download that is signed, and to nothing for a stranger', async () => {
    const { projectId, track } = await placeAt(host, 'council-approval');
    await uploadByLink(host, track, 'charter', held(fileOf('down')));
    const officer = await visitorOf(host, 'officer');
    const { status, location } = await officer.get(`/office/projects/${projectId}/documents/charter-1/1`);
    expect(status).toBe(303);
    const got = await fetch(location ?? '');
    expect(got.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(fileOf('down'));
    const stranger = await visitorOf(host, 'officer-kokand');
    expect((await stranger.get(`/office/projects/${projectId}/documents/charter-1/1`)).status).toBe(404);
    expect((await (await visitorOf(host, 'leadership')).get(`/office/projects/${projectId}/documents`)).status).toBe(
      403,
    );
    const other = await placeAt(host, 'council-approval');
    expect(
      (await fetch(`${host.endpoints.site}/l/${other.track}/documents/charter-1/1`, { redirect: 'manual' })).status,
    ).toBe(404);
  });
});
