import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMailFolder, type MailFolder } from './mail-folder.ts';
import type { Draft } from './message.ts';
import { retention } from './retention.ts';

const day = 86_400_000;
const start = Date.parse('2026-03-02T09:00:00Z');
const draft: Draft = {
  from: 'office@example.org',
  to: 'a@example.org',
  subject: 'AQT-2026-0001',
  text: 'Go on: http://127.0.0.1/l/t.secret',
  html: '<p>Go on</p>',
  tags: { lane: 'p1', row: '000001-000' },
  links: ['http://127.0.0.1/l/t.secret'],
  headers: [{ name: 'X', value: 'y' }],
};

let folder: string;
let mail: MailFolder;
let now: number;
const errors: unknown[] = [];
const work = (days = 30) =>
  retention({ mail, file: join(folder, 'seen.json'), days, now: () => now, onError: (error) => errors.push(error) });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zholkarta-'));
  mail = openMailFolder(join(folder, 'mail'));
  now = start;
  errors.length = 0;
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('S15: words of emails', () => {
  it('S15: go when they are old enough; that the email was sent, when, to whom and for which row stays', async () => {
    const old = await mail.keep(draft, start);
    const young = await mail.keep(draft, start + 2 * day);
    now = start + 31 * day;
    await work().run();
    const { html: _, ...kept } = old;
    expect(mail.read(old.id)).toEqual({
      ...kept,
      text: '',
      links: [],
      headers: [],
      erasedAt: new Date(now).toISOString(),
    });
    expect(mail.read(young.id)).toEqual(young);
  });

  it('S15: are looked at once a day, at midnight, also over a restart', async () => {
    const first = work();
    expect(first.nextAt(false)).toBe(Date.parse('2026-03-02T00:00:00Z'));
    await first.run();
    expect(work().nextAt(false)).toBe(Date.parse('2026-03-03T00:00:00Z'));
  });

  it.each([
    [1, 2, 2],
    [3, 3, 1],
    [10, 2, 0],
  ])('S15: kept for %i days: after %i days and a bit %i of two are without', async (days, later, gone) => {
    await mail.keep(draft, start);
    await mail.keep(draft, start + day / 2);
    now = start + later * day + day / 4;
    await work(days).run();
    expect(mail.list().filter(({ erasedAt }) => erasedAt !== undefined)).toHaveLength(gone);
  });

  it('S15: an email that cannot be read is told and keeps no other from it; none is erased twice', async () => {
    const [one, , three] = [
      await mail.keep(draft, start),
      await mail.keep(draft, start),
      await mail.keep(draft, start),
    ];
    writeFileSync(join(folder, 'mail', '000000002.json'), '{');
    now = start + 40 * day;
    await work().run();
    expect(errors).toHaveLength(1);
    const erased = mail.read(three.id);
    now += day;
    await work().run();
    expect([mail.read(one.id)?.text, mail.read(three.id)]).toEqual(['', erased]);
    expect(errors).toHaveLength(1);
  });
});
