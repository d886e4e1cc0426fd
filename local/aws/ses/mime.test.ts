import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { describe, expect, it } from 'vitest';
import { readMime } from './mime.ts';

const compose = (mail: ConstructorParameters<typeof MailComposer>[0]) => new MailComposer(mail).compile().build();
const kazakh = 'Құрметті инвестор! Ниет хаты тіркелді: ZH-2025-000123. '.repeat(6).trim();

describe('a raw message', () => {
  it.each(['base64', 'quoted-printable'] as const)('with both parts in %s is read', async (textEncoding) => {
    const raw = await compose({
      from: 'Аймақ <a@example.org>',
      to: 'b@example.org',
      subject: kazakh,
      text: `${kazakh}\nсілтеме`,
      html: `<p>${kazakh}</p>`,
      textEncoding,
      attachments: [{ filename: 'x.txt', content: 'attached' }],
    });
    const message = readMime(raw);
    expect(message.text.trim()).toBe(`${kazakh}\nсілтеме`);
    expect(message.html?.trim()).toBe(`<p>${kazakh}</p>`);
    expect(message.headers.find(({ name }) => name === 'Subject')?.value).toBe(kazakh);
    expect(message.headers.find(({ name }) => name === 'From')?.value).toBe('Аймақ <a@example.org>');
  });

  it('with one plain part has no HTML', () => {
    expect(readMime(Buffer.from('Subject: Hi\r\n\r\nHello\r\n'))).toEqual({
      headers: [{ name: 'Subject', value: 'Hi' }],
      text: 'Hello\n',
    });
  });

  it('takes a plain attachment for no text', async () => {
    const message = readMime(
      await compose({ html: '<p>x</p>', attachments: [{ filename: 'x.txt', content: 'attached' }] }),
    );
    expect(message).toMatchObject({ text: '', html: expect.stringContaining('<p>x</p>') });
  });

  it('of headers alone, or of nothing, is empty', () => {
    expect(readMime(Buffer.from('Subject: Hi'))).toEqual({ headers: [{ name: 'Subject', value: 'Hi' }], text: '' });
    expect(readMime(Buffer.from(''))).toEqual({ headers: [], text: '' });
  });
});
