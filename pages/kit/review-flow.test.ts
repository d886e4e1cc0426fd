import { renderToString } from 'preact-render-to-string';
import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { fail, ok, type Failure } from '#core/kernel/result.ts';
import { reviewPage, type Sheet } from '#pages/components/sheet.tsx';
import type { Frame } from '#pages/frame.ts';
import { frameOf } from '#pages/layout.tsx';
import { readForm } from './form.ts';
import { reviewFlow, staffForm, type StaffForm } from './review-flow.ts';
import type { StaffVisit } from './staff-page.ts';
import type { Reply, Visit } from './visit.ts';

interface About {
  readonly frame: Frame;
  readonly version: number;
}
interface Request {
  readonly reason: string;
}

const sheetOf = ({ frame }: About): Sheet => ({
  frame,
  title: 'Pause',
  caption: 'AQT-1',
  fields: [{ name: 'reason', kind: 'text', label: 'Why' }],
  address: '/office/thing',
  back: '/office',
  button: 'Look',
  review: { title: 'Check', caption: 'AQT-1', button: 'Pause it' },
});

/** One form with a store of its own. @param stored as much as may be kept */
function opened({
  more = {},
  stored = true,
}: { readonly more?: Partial<StaffForm<About, Request, string, string>>; readonly stored?: boolean } = {}) {
  const items = new Map<string, URLSearchParams>();
  const done: Request[] = [];
  let state = { version: 1, failure: undefined as Failure | undefined };
  const forms = {
    keep: async (name: string, fields: URLSearchParams) =>
      Promise.resolve(stored && Boolean(fields.size > 0 ? items.set(name, fields) : items.delete(name) || true)),
    find: async (name: string) => Promise.resolve(items.has(name) ? new URLSearchParams(items.get(name)) : undefined),
  };
  const form = staffForm<About, Request, string, string>(
    { forms },
    {
      open: async ({ frame }) => Promise.resolve(ok({ frame: frame(), version: state.version })),
      sheet: sheetOf,
      read: (typed, about) =>
        readForm(z.object({ reason: z.string().check(z.maxLength(20)) }), typed, sheetOf(about).fields),
      foresee: async () => Promise.resolve(state.failure ? fail(state.failure) : ok('two emails')),
      perform: async ({ request }) => {
        if (state.failure) return Promise.resolve(fail(state.failure));
        done.push(request);
        return Promise.resolve(ok('paused'));
      },
      review: ({ about, typed }, seen) => reviewPage(sheetOf(about), { typed, children: seen }),
      done: (_, __, word) => `/office?done=${word}`,
      ...more,
    },
  );
  const visit = (
    method: 'GET' | 'POST',
    query: string,
    fields: Readonly<Record<string, string>> = {},
    formToken = 'mine',
  ): StaffVisit => ({
    event: { requestContext: { http: { method } } } as StaffVisit['event'],
    params: {},
    query: new URLSearchParams(query),
    fields: new URLSearchParams(fields),
    files: [],
    now: 0,
    actor: {} as StaffVisit['actor'],
    account: { subject: 's', email: undefined, groups: [], since: 0 },
    frame: () => frameOf('en', '/office/thing', { formToken, menu: [] }),
  });
  return {
    done,
    items,
    set: (given: Partial<typeof state>) => {
      state = { ...state, ...given };
    },
    get: async (query = '', session?: string) => form.look(visit('GET', query, {}, session)),
    post: async (fields: Readonly<Record<string, string>>) =>
      form.send(visit('POST', '', { 'form-token': 'mine', ...fields })),
  };
}

const shown = (reply: Reply): string => (reply.kind === 'page' ? renderToString(reply.document) : reply.kind);
const statusOf = (reply: Reply): number => (reply.kind === 'page' ? reply.status : 0);
const toCheck = { kind: 'go', to: '/office/thing?check' };

describe('the review flow', () => {
  it('looks at what a form would do after a redirect, and does it when that is confirmed', async () => {
    const { get, post, done, items } = opened();
    expect(await post({ reason: 'Late', step: 'check' })).toMatchObject(toCheck);
    for (const _ of ['at first', 'after a reload']) {
      const page = await get('check');
      for (const part of ['two emails', 'Late', 'value="send"', 'type="hidden" name="reason"'])
        expect(shown(page)).toContain(part);
    }
    expect(done).toEqual([]);
    expect(await post({ reason: 'Late', step: 'send' })).toMatchObject({ kind: 'go', to: '/office?done=paused' });
    expect(done).toEqual([{ reason: 'Late' }]);
    expect([...items.values()].some((one) => one.has('reason'))).toBe(false);
  });

  it('tells what is wrong after a redirect, beside what was typed', async () => {
    const { get, post } = opened();
    const reason = 'Much longer than it <may> be';
    expect(await post({ reason, step: 'check' })).toMatchObject(toCheck);
    const page = await get('check');
    expect([
      statusOf(page),
      shown(page).includes('Much longer than it &lt;may> be'),
      shown(page).includes('Why: '),
    ]).toEqual([400, true, true]);
    expect(shown(await get())).toContain('Much longer than it &lt;may> be');
    expect(shown(await get())).not.toContain('Why: ');
  });

  it('leads back to the form with what was typed, for this session alone and without its proof', async () => {
    const { get, post, items } = opened();
    expect(await post({ reason: 'Late', step: 'mend' })).toMatchObject({ kind: 'go', to: '/office/thing' });
    expect([shown(await get('', 'mine')).includes('Late'), shown(await get('', 'another')).includes('Late')]).toEqual([
      true,
      false,
    ]);
    expect([...items.values()].map((fields) => fields.has('form-token'))).toEqual([false]);
  });

  it('draws on the spot what is too long to be kept', async () => {
    const { post } = opened({ stored: false });
    expect(shown(await post({ reason: 'Late', step: 'check' }))).toContain('two emails');
    expect(statusOf(await post({ step: 'check' }))).toBe(400);
  });

  it.each<[string, Failure, Partial<StaffForm<About, Request, string, string>>, string]>([
    [
      'only the rules know, beside its field',
      { kind: 'invalid', issues: [{ path: 'reason', code: 'missing' }] },
      {},
      'Why: ',
    ],
    [
      'has words of its own, on top of the form',
      { kind: 'not-allowed', action: 'pause', because: 'last' },
      { words: () => 'You are the last one.' },
      'You are the last one.',
    ],
    [
      'has a page of its own, there',
      { kind: 'conflict', version: 2, state: 'ended' },
      {
        lost: ({ kind }, { about }) => ({
          kind: 'page',
          status: 409,
          document: reviewPage(sheetOf(about), { typed: new URLSearchParams(), children: `lost: ${kind}` }),
          cookies: [],
        }),
      },
      'lost: conflict',
    ],
  ])('tells a refusal that %s', async (_, failure, more, words) => {
    const { get, post, set } = opened({ more });
    set({ failure });
    for (const step of ['check', 'send']) {
      expect(await post({ reason: 'Late', step })).toMatchObject(toCheck);
      expect(shown(await get('check'))).toContain(words);
    }
  });

  it('tells any other refusal by itself', async () => {
    const { get, post, set } = opened();
    set({ failure: { kind: 'forbidden' } });
    expect(await post({ reason: 'Late', step: 'send' })).toMatchObject({
      kind: 'problem',
      trouble: { kind: 'forbidden' },
    });
    await post({ reason: 'Late', step: 'check' });
    expect(await get('check')).toMatchObject({ kind: 'problem' });
  });

  it('does at once what needs no look, and begins with the look where nothing is filled in', async () => {
    const plain = opened({ more: { atOnce: ({ request: { reason } }) => reason === 'Plain' } });
    expect(await plain.post({ reason: 'Plain', step: 'check' })).toMatchObject({ to: '/office?done=paused' });
    expect(await plain.post({ reason: 'Late', step: 'check' })).toMatchObject(toCheck);
    const bare = opened({ more: { isBare: () => true, begin: () => [['reason', 'as it is']] } });
    expect(shown(await bare.get())).toContain('two emails');
  });

  it('begins anew where values have changed since, and keeps words that were typed into an empty form', async () => {
    const version = ({ version: one }: About): [string, string] => ['version', String(one)];
    const values = opened({ more: { begin: (about) => [['reason', `of ${String(about.version)}`], version(about)] } });
    await values.post({ reason: 'Typed', version: '1', step: 'mend' });
    expect(shown(await values.get())).toContain('Typed');
    values.set({ version: 2 });
    expect(shown(await values.get())).toContain('of 2');
    const empty = opened({ more: { begin: (about) => [version(about)] } });
    await empty.post({ reason: 'Typed', version: '1', step: 'mend' });
    empty.set({ version: 2 });
    expect(shown(await empty.get())).toContain('Typed');
  });

  it('X33: the same once more is answered as the first, another one is not', async () => {
    const { post, set, get, done } = opened();
    const first = await post({ reason: 'Late', step: 'send' });
    set({ failure: { kind: 'conflict', version: 2, state: 'closed' } });
    expect(await post({ reason: 'Late', step: 'send' })).toEqual(first);
    expect(await post({ reason: 'Other', step: 'send' })).toMatchObject({ kind: 'problem' });
    expect(done).toHaveLength(1);
    expect(shown(await get())).not.toContain('Late');
  });
});

describe('the review flow behind a link', () => {
  const link = 'a.secret-of-the-link';
  const visit = (query: string, fields: Readonly<Record<string, string>> = {}): Visit => ({
    event: {} as Visit['event'],
    params: { link },
    query: new URLSearchParams(query),
    fields: new URLSearchParams(fields),
    files: [],
    now: 0,
    frame: () => frameOf('en', `/l/${link}`),
  });
  const about = { frame: frameOf('en', `/l/${link}`), version: 1 };

  function opened(failure?: Failure, most = Infinity) {
    const items = new Map<string, { fields: string; days: number | undefined }>();
    let times = 0;
    const forms = {
      keep: async (name: string, fields: URLSearchParams, days?: number) => {
        if (fields.toString().length > most) return Promise.resolve(false);
        items.set(name, { fields: fields.toString(), days });
        return Promise.resolve(true);
      },
      find: async (name: string) =>
        Promise.resolve(items.has(name) ? new URLSearchParams(items.get(name)?.fields) : undefined),
    };
    const flow = reviewFlow<About, Request, string, string, Visit>(
      { forms },
      {
        sheet: () => ({ ...sheetOf(about), address: `/l/${link}` }),
        kept: () => ({ name: 'its place', days: 14 }),
        isOwn: (_, typed) => typed.get('answer') !== 'another',
        aside: (_, fields) => (fields.get('then') === 'time' ? `/l/${link}?time` : undefined),
        read: (typed) => readForm(z.object({ reason: z.string() }), typed, sheetOf(about).fields),
        foresee: async () => Promise.resolve(ok('')),
        perform: async () =>
          Promise.resolve((failure ?? (times += 1) > 1) ? fail(failure ?? { kind: 'forbidden' }) : ok('')),
        done: () => `/l/${link}?done`,
        words: ({ kind }) => (kind === 'too-many' ? 'Too many today.' : undefined),
      },
    );
    return { ...flow, items };
  }

  it('keeps half an answer for its days while its writer looks at something else', async () => {
    const { posted, shown: look, items } = opened();
    expect(await posted(visit('', { reason: 'Half', then: 'time' }), about)).toMatchObject({ to: `/l/${link}?time` });
    expect(items.get('its place')?.days).toBe(14);
    expect(shown(await look(visit(''), about))).toContain('Half');
  });

  it('shows nothing of another form that lies in the same place', async () => {
    const { posted, shown: look } = opened();
    await posted(visit('', { reason: 'Not mine', answer: 'another', step: 'mend' }), about);
    for (const query of ['', 'check']) expect(shown(await look(visit(query), about))).not.toContain('Not mine');
  });

  it('keeps no link where a form was done, and leads there once more all the same', async () => {
    const { posted, items } = opened();
    const first = await posted(visit('', { reason: 'Late' }), about);
    expect(first).toMatchObject({ to: `/l/${link}?done` });
    expect([...items.values()].some(({ fields }) => fields.includes('secret'))).toBe(false);
    expect(await posted(visit('', { reason: 'Late' }), about)).toEqual(first);
  });

  it('tells what another look would not, in the answer to it, with what was typed', async () => {
    const { posted } = opened({ kind: 'too-many', retryAfterSeconds: 9 });
    const page = await posted(visit('', { reason: 'Late' }), about);
    expect([statusOf(page), shown(page).includes('Too many today.'), shown(page).includes('Late')]).toEqual([
      429,
      true,
      true,
    ]);
  });

  it('hands what was typed on to the page of a refusal that is no matter of the form', async () => {
    const { posted } = opened({ kind: 'link-expired' });
    const reply = await posted(visit('', { reason: 'Not lost' }), about);
    expect(reply.kind === 'problem' && [reply.preferred, reply.typed?.get('reason')]).toEqual(['en', 'Not lost']);
  });
});
