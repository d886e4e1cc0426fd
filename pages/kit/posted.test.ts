import { bodyLimits } from '#core/api/request-bodies.ts';
import { describe, expect, it } from 'vitest';
import type { HttpEvent } from '#functions/http/api.ts';
import { isFromOurPage, postedFields } from './posted.ts';

const host = 'site.example.org';
const event = (headers: Record<string, string>, body?: string, isBase64Encoded = false) =>
  ({ headers: { host, ...headers }, ...(body !== undefined && { body }), isBase64Encoded }) as unknown as HttpEvent;
const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('a form', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'cross-site', origin: `https://${host}` }, false],
    [{ origin: `https://${host}` }, true],
    [{ origin: 'https://elsewhere.example.org' }, false],
    [{ origin: 'null' }, false],
    [{}, true],
  ])('sent with %j is ours: %s', async (headers, ours) => {
    expect(isFromOurPage(event(headers))).toBe(ours);
    if (!ours)
      expect(await postedFields(event({ ...form, ...headers }, 'a=1'))).toEqual({
        ok: false,
        trouble: { kind: 'forbidden' },
      });
  });

  it.each([
    ['https://site.example.org:8443', 'https://site.example.org:8443', true],
    ['https://site.example.org:9443', 'https://site.example.org:8443', false],
    ['http://site.example.org:8443', 'https://site.example.org:8443', false],
    ['https://elsewhere.example.org', 'https://site.example.org:8443', false],
  ])('X38: from %s to the site at %s behind a proxy that takes the port away is ours: %s', (origin, site, ours) => {
    expect(isFromOurPage(event({ origin }), site)).toBe(ours);
  });

  it('X38: is ours in capitals', () => {
    expect(isFromOurPage({ headers: { host: 'SITE.example.org', origin: `https://${host}` } })).toBe(true);
  });

  it('is read as it was sent, also as API Gateway packs it', async () => {
    const body = new URLSearchParams([
      ['a', 'қ 1'],
      ['a', '2'],
      ['note', 'x\r\ny'],
    ]).toString();
    for (const posted of [
      await postedFields(event(form, body)),
      await postedFields(event(form, Buffer.from(body).toString('base64'), true)),
    ]) {
      expect(posted.ok && [...posted.fields]).toEqual([
        ['a', 'қ 1'],
        ['a', '2'],
        ['note', 'x\ny'],
      ]);
    }
  });

  it('that is something else is refused', async () => {
    expect(await postedFields(event({ ...form, 'content-type': 'text/plain' }, 'a=1'))).toMatchObject({
      trouble: { kind: 'unsupported-media-type' },
    });
  });

  it('with a file has no longer texts than one without', async () => {
    const body = new FormData();
    body.append('company.name', 'a'.repeat(bodyLimits.form + 1));
    const request = new Request('https://x/', { method: 'POST', body });
    const raw = Buffer.from(await request.arrayBuffer()).toString('base64');
    expect(
      await postedFields(event({ 'content-type': request.headers.get('content-type') ?? '' }, raw, true)),
    ).toMatchObject({ trouble: { kind: 'payload-too-large' } });
  });

  it('S4: of thousands of fields is refused before they are taken apart', async () => {
    const fields = (count: number) => postedFields(event(form, Array.from({ length: count }, () => 'a=1').join('&')));
    expect(await fields(1001)).toMatchObject({ trouble: { kind: 'payload-too-large' } });
    expect((await fields(1000)).ok).toBe(true);
  });

  it('S4: of thousands of parts is refused before they are taken apart, however the boundary is written', async () => {
    const part = 'Content-Disposition: form-data; name="file"; filename=""\r\n\r\n\r\n';
    for (const type of [
      'multipart/form-data; boundary=x',
      'multipart/form-data; boundary="x"',
      'Multipart/Form-Data; charset=y; BOUNDARY=x',
    ]) {
      const body = `--x\r\n${Array.from({ length: 201 }, () => part).join('--x\r\n')}--x--\r\n`;
      expect(await postedFields(event({ 'content-type': type }, body)), type).toMatchObject({
        trouble: { kind: 'payload-too-large' },
      });
    }
  });

  it('brings its files, byte for byte', async () => {
    const body = new FormData();
    body.append('kind', 'charter');
    body.append('file.charter', new File([new Uint8Array([0, 255, 13, 10, 128])], 'C:\\устав.pdf'));
    body.append('other', new File([], 'empty.pdf'));
    const request = new Request('https://x/', { method: 'POST', body });
    const raw = Buffer.from(await request.arrayBuffer()).toString('base64');
    const posted = await postedFields(event({ 'content-type': request.headers.get('content-type') ?? '' }, raw, true));
    expect(posted).toMatchObject({
      ok: true,
      files: [
        { field: 'file.charter', name: 'C:\\устав.pdf', content: new Uint8Array([0, 255, 13, 10, 128]) },
        { field: 'other', name: 'empty.pdf', content: new Uint8Array() },
      ],
    });
    expect(posted.ok && [...posted.fields]).toEqual([['kind', 'charter']]);
    expect(await postedFields(event({ 'content-type': 'multipart/form-data; boundary=x' }, 'none'))).toMatchObject({
      trouble: { kind: 'malformed' },
    });
  });

  it('X29: brings an empty file that was chosen; none where none was chosen', async () => {
    const posted = async (...files: readonly File[]) => {
      const body = new FormData();
      for (const file of files) body.append('file', file);
      const request = new Request('https://x/', { method: 'POST', body });
      return postedFields(
        event(
          { 'content-type': request.headers.get('content-type') ?? '' },
          Buffer.from(await request.arrayBuffer()).toString('base64'),
          true,
        ),
      );
    };
    const [empty, full, unchosen] = [new File([], 'a.pdf'), new File(['x'], 'b.pdf'), new File([], '')];
    expect(await posted(unchosen, empty)).toMatchObject({ files: [{ name: 'a.pdf', content: new Uint8Array() }] });
    expect(await posted(empty, full)).toMatchObject({ files: [{ name: 'a.pdf' }, { name: 'b.pdf' }] });
    expect(await posted(unchosen)).toMatchObject({ files: [] });
  });
});
