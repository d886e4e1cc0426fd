import { describe, expect, it } from 'vitest';
import type { NoticeContent } from './notice-content.ts';
import { renderNotice } from './render-notice.ts';

const names = { kk: 'А', ru: 'А', en: 'Zone', uz: 'A', 'uz-cyrl': 'А' };
const content = (change: Partial<NoticeContent>): NoticeContent => ({
  notice: 'assignment',
  audience: 'party',
  language: 'en',
  number: 'AQT-2025-0001',
  noticeNumber: 'AQT-2025-0001/9-1',
  zone: names,
  stage: 'technical-conditions',
  assignment: 'technical-condition',
  line: 'power',
  due: '2026-01-12',
  company: 'Steel <b>&\r\nBcc: x',
  ...change,
});

describe('the company of the investor in a notice', () => {
  it.each(['party', 'office'] as const)('tells the %s for whom it works, as plain text on one line', (audience) => {
    const { text, html } = renderNotice(content({ audience }));
    expect(text).toContain('Investor: Steel <b>& Bcc: x\n');
    expect(html).toContain('Steel &lt;b&gt;&amp; Bcc: x');
  });

  it('is never quoted to an investor', () => {
    const { text, html } = renderNotice(
      content({ audience: 'investor', notice: 'receipt', assignment: undefined, line: undefined }),
    );
    expect(text + html).not.toContain('Steel');
  });
});
