import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { senderOf } from './sender.ts';

const decoded = (sender: string): string =>
  sender
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, text: string) => Buffer.from(text, 'base64').toString());

describe('the sender of an email', () => {
  it.each([
    ['notices@example.org', 'notices@example.org'],
    ['Zone office <zone@example.org>', 'zone@example.org'],
    ['"A, B" <zone@example.org>', 'zone@example.org'],
  ])('keeps the address of %s', (from, address) => {
    expect(decoded(senderOf('«Ақтөбе» АЭА · Инвестордың жол картасы', from))).toBe(
      `«Ақтөбе» АЭА · Инвестордың жол картасы <${address}>`,
    );
  });

  it('is seven-bit text on one line, its words no longer than the standard allows, and nothing of a name is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), (name) => {
        const sender = senderOf(name, 'a@example.org');
        expect(sender).toMatch(/^[\x20-\x7e]+$/);
        for (const word of sender.split(' ').slice(0, -1)) expect(word.length).toBeLessThanOrEqual(75);
        expect(decoded(sender)).toBe(`${name} <a@example.org>`);
      }),
    );
  });
});
