import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { assetFiles, assets } from './assets.ts';

describe('what pages load', () => {
  it('is what `npm run assets` would make', () => {
    for (const [name, text] of Object.entries(assetFiles())) {
      expect(
        readFileSync(new URL(`../../pages/assets/${name}`, import.meta.url), 'utf8'),
        `${name}: run npm run assets`,
      ).toBe(text);
    }
  });

  it('is light and loads nothing more: no font, no image, no typeface that is not ours', () => {
    const { style, script, upload } = assets();
    expect(gzipSync(style.text).length).toBeLessThan(13 * 1024);
    expect(gzipSync(script.text).length).toBeLessThan(1024);
    expect(gzipSync(upload.text).length).toBeLessThan(4 * 1024);
    expect(style.text).not.toMatch(/url\(|@import|@font-face|GDS Transport|attr\(href\)/i);
  });

  it('keeps the blocks the components draw and leaves out the rest', () => {
    const { text } = assets().style;
    for (const block of [
      'govuk-button',
      'govuk-radios__item',
      'govuk-error-summary',
      'govuk-summary-list__row',
      'govuk-table__cell',
    ])
      expect(text).toContain(`.${block}`);
    for (const block of ['govuk-accordion', 'govuk-cookie-banner', 'govuk-header', 'govuk-tabs'])
      expect(text).not.toContain(`.${block}`);
  });
});
