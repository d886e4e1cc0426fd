import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneContextOf } from '../project/zone-context-of.ts';
import { memoryPorts } from '#test/support/memory-ports.ts';
import { actOn, type Act, type Who } from './act.ts';
import { proposeItem } from './propose.ts';
import type { Asked, Proposal, ProposalRequest, ShowcaseAction } from './proposal.ts';
import type { Item, Showcased } from './showcase.ts';
import { actByShowcaseLink, openShowcase } from './showcase-by-link.ts';
import { linkViewOf } from './showcase-views.ts';
import { changed } from './change-item.ts';

const now = Date.parse('2025-12-12T06:00:00Z');
const item: Item = {
  zoneId: 'alpha',
  itemId: 'a-1',
  names: { en: 'Guide rail' },
  about: {},
  hs: '843131',
  aYear: 100,
  unit: 'piece',
  pricePublic: false,
  price: { amountMinor: 100, currency: 'KZT' },
  buyer: { company: 'Plant', email: 'buyer@example.org', language: 'ru' },
  order: { aYear: 50, years: 1 },
  validUntil: '2026-06-30',
  since: '2025-12-01',
  buyerVersion: 0,
  version: 1,
};
const said: ProposalRequest = {
  company: { country: 'KZ', name: 'Rails', number: '251240000001' },
  district: 'Sauran',
  plant: 'new',
  offer: 'Rolled here.',
  aYear: 80,
  months: 6,
  contact: { name: 'Aru', email: 'aru@example.org', language: 'kk' },
  consent: true,
};
const { consent: _, ...kept } = said;
const proposal = (more: Partial<Proposal> = {}): Proposal => ({
  ...kept,
  proposalId: 'o1',
  itemId: 'a-1',
  at: now,
  on: '2025-12-12',
  state: 'waiting',
  ...more,
});
const asked = (more: Partial<Asked> = {}): Asked => ({
  askedId: 'r1',
  proposalId: 'o1',
  kind: 'financing',
  partyId: 'alpha-bank',
  openedAt: now,
  due: '2025-12-30',
  state: 'open',
  talk: [],
  ...more,
});
const whole = (more: Partial<Showcased> = {}): Showcased => ({
  item,
  proposals: [proposal()],
  questions: [],
  asked: [],
  ...more,
});

const context = async () => {
  const found = await zoneContextOf(memoryPorts(), 'alpha', now);
  if (found === undefined) throw new Error('No zone');
  const bank = { ...found.parties[0]!, partyId: 'alpha-bank', kind: 'bank' as const };
  const power = { ...found.parties[0]!, partyId: 'alpha-power', kind: 'power' as const };
  return { ...found, parties: [bank, { ...bank, partyId: 'alpha-bank-2' }, power] };
};
const staff: Who = { kind: 'staff', personId: 'demo' };
const buyer: Who = { kind: 'buyer' };
const proposer: Who = { kind: 'proposer', proposalId: 'o1' };
const bank: Who = { kind: 'party', partyId: 'alpha-bank', askedId: 'r1' };
const act = async (showcased: Showcased, who: Who, action: ShowcaseAction) =>
  actOn(showcased, { who, action, id: 'x' } satisfies Act, await context());

const accepted = whole({ proposals: [proposal({ state: 'accepted' })], asked: [asked()] });
const ask: Extract<ShowcaseAction, { action: 'ask' }> = {
  action: 'ask',
  proposalId: 'o1',
  kind: 'financing',
  of: ['alpha-bank'],
  due: '2026-01-15',
};

describe('who may do what', () => {
  it.each<[string, Showcased, Who, ShowcaseAction, string]>([
    ['a proposer accepts no proposal', whole(), proposer, { action: 'accept', proposalId: 'o1' }, 'forbidden'],
    ['a bank declines none', accepted, bank, { action: 'decline', proposalId: 'o1', reason: 'x' }, 'forbidden'],
    ['a buyer asks no bank', accepted, buyer, { ...ask, of: ['alpha-bank-2'] }, 'forbidden'],
    [
      'nobody withdraws another’s proposal',
      whole(),
      { kind: 'proposer', proposalId: 'o2' },
      { action: 'leave', proposalId: 'o1' },
      'forbidden',
    ],
    [
      'a bank answers no other request',
      accepted,
      { ...bank, askedId: 'r2' },
      { action: 'report', askedId: 'r1', outcome: 'no', reason: 'x' },
      'not-found',
    ],
    [
      'a proposer answers for no bank',
      accepted,
      proposer,
      { action: 'report', askedId: 'r1', outcome: 'no', reason: 'x' },
      'not-found',
    ],
    ['what was accepted is not accepted again', accepted, staff, { action: 'accept', proposalId: 'o1' }, 'not-allowed'],
    ['no bank is asked before a proposal is accepted', whole(), staff, ask, 'not-allowed'],
    ['no bank is asked twice at once', accepted, staff, ask, 'invalid'],
    ['only a bank finances', accepted, staff, { ...ask, of: ['alpha-power'] }, 'invalid'],
    ['a proposer finances nothing', accepted, staff, { ...ask, of: ['proposer'] }, 'invalid'],
    ['nothing is asked by today', accepted, staff, { ...ask, of: ['alpha-bank-2'], due: '2025-12-12' }, 'invalid'],
    ['a bank’s yes has an amount', accepted, bank, { action: 'report', askedId: 'r1', outcome: 'yes' }, 'invalid'],
    ['a bank’s no has a reason', accepted, bank, { action: 'report', askedId: 'r1', outcome: 'no' }, 'invalid'],
    ['a bank does no step', accepted, bank, { action: 'report', askedId: 'r1', outcome: 'done' }, 'invalid'],
  ])('%s', async (_name, showcased, who, action, kind) => {
    expect(await act(showcased, who, action)).toMatchObject({ ok: false, failure: { kind } });
  });
});

describe('what is done', () => {
  it('asks several banks side by side, each by a request of its own', async () => {
    const done = await act(whole({ proposals: [proposal({ state: 'accepted' })] }), staff, {
      ...ask,
      of: ['alpha-bank', 'alpha-bank-2'],
    });
    if (!done.ok || done.value === undefined) throw new Error('Nothing was asked');
    expect(done.value.fresh.asked.map(({ partyId }) => partyId)).toEqual(['alpha-bank', 'alpha-bank-2']);
    expect(done.value.rows.map(({ errand }) => errand)).toMatchObject([
      { kind: 'showcase', of: { tell: 'asked', askedId: 'x0' } },
      { kind: 'showcase', of: { tell: 'asked', askedId: 'x1' } },
    ]);
    expect(done.value.fresh.proposals).toEqual([]);
  });

  it('tells of a yes with its amount, and of nothing that was answered twice', async () => {
    const amount = { amountMinor: 1_000, currency: 'KZT' as const };
    const done = await act(accepted, bank, { action: 'report', askedId: 'r1', outcome: 'yes', amount });
    expect(done).toMatchObject({
      value: {
        asked: [{ state: 'answered', answer: { outcome: 'yes', amount } }],
        listed: { proposals: [{ yes: 1, no: 0, open: [] }] },
        rows: [{ errand: { of: { tell: 'reported', proposalId: 'o1' } } }],
      },
    });
    if (!done.ok || done.value === undefined) throw new Error('Nothing was said');
    const again = await act(done.value, bank, { action: 'report', askedId: 'r1', outcome: 'yes', amount });
    expect(again).toMatchObject({ failure: { kind: 'not-allowed' } });
  });

  it('answers a question for all that are still in it', async () => {
    const others = whole({
      proposals: [proposal(), proposal({ proposalId: 'o2' }), proposal({ proposalId: 'o3', state: 'declined' })],
      questions: [{ questionId: 'q1', proposalId: 'o1', text: 'Which steel?', on: '2025-12-12' }],
    });
    const done = await act(others, buyer, { action: 'answer', questionId: 'q1', text: 'S235.' });
    expect(done.ok && done.value?.rows.map(({ errand }) => 'of' in errand && errand.of)).toMatchObject([
      { tell: 'told', proposalId: 'o1' },
      { tell: 'told', proposalId: 'o2' },
    ]);
  });

  it('asks the same question once', async () => {
    const question = { action: 'question', proposalId: 'o1', text: 'Which steel?' } as const;
    const first = await act(whole(), proposer, question);
    if (!first.ok || first.value === undefined) throw new Error('Nothing was asked');
    expect(await act(first.value, proposer, question)).toEqual({ ok: true, value: undefined });
  });

  it.each<[string, ShowcaseAction, Who]>([
    ['declined', { action: 'decline', proposalId: 'o1', reason: 'Too dear.' }, staff],
    ['withdrawn', { action: 'leave', proposalId: 'o1' }, proposer],
    ['made in an existing plant', { action: 'existing', proposalId: 'o1', words: 'Since May.' }, proposer],
  ])('nobody waits for what was asked of one that is %s', async (_name, action, who) => {
    const done = await act(accepted, who, action);
    expect(done).toMatchObject({ value: { asked: [{ state: 'over' }], listed: { proposals: [{ open: [] }] } } });
  });

  it('whatever is done in whatever order, the row of lists says what the item says', async () => {
    const there = await context();
    const actions: readonly (readonly [Who, ShowcaseAction])[] = [
      [staff, { action: 'accept', proposalId: 'o1' }],
      [staff, { ...ask, of: ['alpha-bank'] }],
      [staff, { ...ask, of: ['alpha-bank-2'] }],
      [staff, { action: 'report', askedId: 'x0', outcome: 'no', reason: 'Risk.' }],
      [proposer, { action: 'leave', proposalId: 'o1' }],
      [buyer, { action: 'decline', proposalId: 'o1', reason: 'Dear.' }],
      [proposer, { action: 'question', proposalId: 'o1', text: 'How long?' }],
      [buyer, { action: 'answer', questionId: 'x', text: '5 m.' }],
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions), { maxLength: 12 }), (some) => {
        let showcased = whole();
        for (const [who, action] of some) {
          const done = actOn(showcased, { who, action, id: 'x' }, there);
          if (!done.ok || done.value === undefined) continue;
          expect(done.value.item.version).toBe(showcased.item.version + 1);
          showcased = done.value;
          const [row] = done.value.listed.proposals;
          const own = done.value.proposals[0];
          expect(row?.state).toBe(own?.state);
          expect(row?.open.length).toBe(done.value.asked.filter(({ state }) => state === 'open').length);
          // Nobody is waited for in what does not go on.
          if (own?.state !== 'accepted') expect(row?.open).toEqual([]);
          expect(done.value.listed.questions).toBe(done.value.questions.filter(({ answer }) => !answer).length);
        }
      }),
    );
  });
});

describe('a proposal', () => {
  const shown = async () => {
    const ports = memoryPorts();
    await ports.showcase.commit(
      changed(
        undefined,
        { ...whole({ proposals: [] }), item: { ...item, version: 0 } },
        { by: 'x', what: 'shown', about: 'a-1', now },
      ),
    );
    const propose = (more: Partial<ProposalRequest> = {}, at = now) =>
      proposeItem(ports, { itemId: 'a-1', request: { ...said, ...more }, sourceIp: '203.0.113.7', now: at });
    const emails = () => [...ports.memory.rows.values()].filter(({ errand }) => errand.kind === 'showcase');
    return { ports, propose, emails };
  };
  const linkTo = (ports: ReturnType<typeof memoryPorts>, id: string) =>
    ports.links.urlOf({ kind: 'showcase', who: 'proposer', zoneId: 'alpha', itemId: 'a-1', id, version: 0 });

  it('counts for nobody until its address is confirmed, and then once', async () => {
    const { ports, propose, emails } = await shown();
    const sent = await propose();
    if (!sent.ok) throw new Error(sent.failure.kind);
    const link = await linkTo(ports, sent.value.proposalId);
    expect((await ports.showcase.load('a-1'))?.proposals).toEqual([]);
    expect(emails()).toHaveLength(1);
    const opened = await openShowcase(ports, { link, now });
    expect(opened.ok && linkViewOf(opened.value).actions).toEqual(['confirm']);
    const question = { action: 'question', text: 'Which steel?' } as const;
    expect(await actByShowcaseLink(ports, { link, now, request: question })).toMatchObject({
      failure: { kind: 'address-unconfirmed' },
    });
    const confirm = () => actByShowcaseLink(ports, { link, now, request: { action: 'confirm' } });
    expect(await confirm()).toMatchObject({ value: { proposals: [{ state: 'waiting' }] } });
    expect(await confirm()).toMatchObject({ value: { item: { version: 2 } } });
    expect(emails().map(({ errand }) => 'of' in errand && 'tell' in errand.of && errand.of.tell)).toEqual([
      'confirm',
      'proposed',
    ]);
  });

  it('is the same once more, whose email goes again a minute later', async () => {
    const { propose, emails } = await shown();
    const [first, second] = [await propose(), await propose()];
    expect(second).toEqual(first);
    expect(emails()).toHaveLength(1);
    await propose({}, now + 60_000);
    expect(emails()).toHaveLength(2);
  });

  it('is not confirmed after fourteen days', async () => {
    const { ports, propose } = await shown();
    const sent = await propose();
    const link = await linkTo(ports, sent.ok ? sent.value.proposalId : '');
    const later = now + 14 * 86_400_000;
    expect((await openShowcase(ports, { link, now: later })).ok).toBe(true);
    expect(await openShowcase(ports, { link, now: later + 1 })).toMatchObject({ failure: { kind: 'link-expired' } });
  });

  it('of one mailbox is limited as letters are', async () => {
    const { propose } = await shown();
    for (let count = 0; count < 20; count += 1) await propose({ offer: `Offer ${String(count)}` });
    expect(await propose({ offer: 'One more' })).toMatchObject({ failure: { kind: 'too-many' } });
  });

  it('of an item that is over is not taken', async () => {
    const { propose } = await shown();
    expect(await propose({}, Date.parse('2026-07-01T06:00:00Z'))).toMatchObject({ failure: { kind: 'not-found' } });
  });
});

describe('what is seen by a link', () => {
  const opened = async (who: Who, more: Partial<Showcased> = {}) => {
    const showcased = { ...accepted, ...more };
    const own = who.kind === 'party' ? showcased.asked[0] : undefined;
    if (who.kind === 'staff') throw new Error('Staff come by no link');
    return linkViewOf({ who, showcased, context: await context(), ...(own && { asked: own }) });
  };
  const talked = [asked({ talk: [{ by: 'party', text: 'Which collateral?', on: '2025-12-12' }] })];
  const two = [proposal({ state: 'accepted' }), proposal({ proposalId: 'o2' })];

  it('a buyer sees all proposals, the contact of the chosen one alone, and no talk of banks', async () => {
    const view = await opened(buyer, { asked: talked, proposals: two });
    expect(view.proposals.map(({ contact }) => contact?.email)).toEqual(['aru@example.org', undefined]);
    expect(JSON.stringify(view.asked)).not.toContain('collateral');
  });

  it('a proposer sees their own alone, without the price that is not told', async () => {
    const view = await opened(proposer, { asked: talked, proposals: two });
    expect(view.proposals.map(({ proposalId }) => proposalId)).toEqual(['o1']);
    expect(view.item.price).toBeUndefined();
    expect(view.actions).toContain('reply');
  });

  it('a bank sees the passport of one', async () => {
    const view = await opened(bank, {
      asked: [...talked, asked({ askedId: 'r2', partyId: 'alpha-bank-2' })],
      proposals: two,
    });
    expect(view.proposals.map(({ proposalId }) => proposalId)).toEqual(['o1']);
    expect(view.asked.map(({ askedId }) => askedId)).toEqual(['r1']);
    expect(view.actions).toEqual(['report', 'inquire']);
  });
});
