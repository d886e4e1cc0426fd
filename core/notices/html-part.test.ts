import { describe, expect, it } from 'vitest';
import { htmlPart } from './html-part.ts';
import type { Letter } from './letter.ts';
import { textPart } from './text-part.ts';

const letter: Letter = {
  language: 'uz-cyrl',
  zone: 'Zone',
  subject: 'Subject',
  heading: 'Heading',
  greeting: 'Dear reader,',
  paragraphs: ['First.'],
  rows: [
    { label: 'Stage', value: 'one' },
    { label: 'Due', value: 'tomorrow', strong: true },
  ],
  quotes: [{ label: 'Said', text: 'a\r\nb\rc\n\nd' }],
  lists: [],
  action: { label: 'Go', url: 'https://example.org/x', copyAddress: 'Copy:' },
  closing: ['Bye.'],
};
const html = htmlPart(letter);
const stylesOf = (text: string): readonly string[] =>
  [...text.matchAll(/ style="([^"]*)"/g)].map(([, style = '']) => style);

describe('htmlPart', () => {
  it('marks what must not be missed, and only that', () => {
    expect(html).toMatch(/font-weight:700">tomorrow<\/dd>/);
    expect(html).not.toMatch(/font-weight:700">one/);
  });

  it('keeps the lines of a quote, however they were broken', () => {
    expect(html).toContain('>a<br>b<br>c<br><br>d</blockquote>');
    expect(textPart(letter)).toContain('Said:\n> a\n> b\n> c\n>\n> d\n');
  });

  it('leaves light and dark to the mail program: no colours but those of the button', () => {
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toMatch(/^<!doctype html><html lang="uz-Cyrl" style="color-scheme:light dark">/);
    const coloured = stylesOf(html).filter((style) =>
      /(?:^|;)(?:color|background)[^;]*:/.test(style.replace('color-scheme:light dark', '')),
    );
    expect(coloured).toEqual([expect.stringContaining('background:#00665e;color:#fff')]);
  });

  it('fits a screen of 320 px: nothing has a width of its own, long words break', () => {
    expect(stylesOf(html).join()).toContain('overflow-wrap:anywhere');
    expect(html.replace('name="viewport" content="width=device-width', '')).not.toMatch(
      /(?<!max-)(?<!border-)width[:=]|nowrap|<table|<img/,
    );
  });

  it('asks for nothing from the network', () => {
    expect(html).not.toMatch(/src=|url\(|<link|<style|<script/);
  });
});
