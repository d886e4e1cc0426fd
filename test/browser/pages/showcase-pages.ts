import { examples } from '#core/api/examples.ts';
import type { Showcased } from '#core/showcase/showcase.ts';
import { linkOf } from '#test/support/walk.ts';
import { sent, type Entries, type State } from './state.ts';
import type { PagesWorld } from './world.ts';

const [itemId, bare, ended] = ['guide-rail', 'pallet-film', 'door-seal'];

/** An item with two proposals side by side, a question, a step and a bank that has asked; one nobody offers to make; one taken off. */
async function shown({ host }: PagesWorld) {
  const path = (id: string) => `/api/showcase/${id}`;
  const put = (id: string, more: object = {}) =>
    host.ask(path(id), { as: 'officer', method: 'PUT', body: { ...examples.showcaseItem, ...more } });
  const act = (body: object, id = itemId) => host.ask<Showcased>(path(id), { as: 'officer', body });
  const linkIn = async (address: string) => {
    await host.settle();
    const email = (await host.mail()).findLast(({ to }) => to === address);
    return linkOf(email?.links.find((link) => link.includes('/l/s.')) ?? '');
  };
  const propose = async (email: string, more: object = {}) => {
    const contact = { ...examples.proposal.contact, email };
    await host.ask(`${path(itemId)}/proposals`, { body: { ...examples.proposal, ...more, contact } });
    return linkIn(email);
  };
  const byLink = (link: string, body: object) => host.ask(`/api/links/${link}/showcase`, { body });
  await put(itemId);
  await put(bare, { names: { ru: `Плёнка ${'Ө'.repeat(100)}` }, about: {}, pricePublic: false });
  await put(ended);
  await act({ action: 'withdraw', reason: 'Bought.' }, ended);
  const [first, second, unconfirmed] = [
    await propose('first@example.org'),
    await propose('second@example.org', { offer: `Line\n${'Ө'.repeat(140)}`, district: 'Otyrar' }),
    await propose('third@example.org'),
  ];
  for (const link of [first, second]) await byLink(link, { action: 'confirm' });
  await byLink(first, { action: 'question', text: 'Which steel?' });
  const buyer = await linkIn('purchasing@lifts.example.org');
  const { body } = await host.ask<Showcased>(path(itemId), { as: 'officer' });
  const [proposal, other] = ['Sauran', 'Otyrar'].map(
    (district) => body.proposals.find((one) => one.district === district)?.proposalId ?? '',
  );
  await act({ action: 'accept', proposalId: proposal });
  const due = '2027-01-12';
  await act({ action: 'ask', proposalId: proposal, kind: 'sample', of: ['proposer'], due });
  const asked = await act({ action: 'ask', proposalId: proposal, kind: 'financing', of: ['aqtobe-bank'], due });
  const bank = await linkIn('bank.aqtobe@example.org');
  await byLink(bank, { action: 'inquire', text: 'Which collateral?' });
  const idOf = (kind: string) => asked.body.asked.find((one) => one.kind === kind)?.askedId ?? '';
  return {
    ...{ first, buyer, bank, unconfirmed },
    ...{ proposal, other, question: body.questions[0]?.questionId ?? '' },
    ...{ sample: idOf('sample'), financing: idOf('financing') },
  };
}

/** Pages of the showcase: of everybody, of its office, of leadership, and behind the links of a buyer, a proposer and a bank. */
export async function showcasePages(
  world: PagesWorld,
): Promise<{ readonly pages: Entries; readonly behindLinks: readonly State[] }> {
  const { first, buyer, bank, unconfirmed, proposal, other, question, sample, financing } = await shown(world);
  const office = (view: string, more: Record<string, string | undefined> = {}) => {
    const query = Object.entries({ zone: 'aqtobe', view, ...more }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as [string, string]],
    );
    return `/office/showcase?${new URLSearchParams(query).toString()}`;
  };
  const item = { item: itemId };
  const officers: readonly State[] = [
    { name: 'the showcase of an office', path: office('items') },
    { name: 'an item to be added', path: office('add') },
    { name: 'an item of nothing', path: office('add'), act: sent() },
    { name: 'an item of an office', path: office('item', item) },
    { name: 'an item to be changed', path: office('edit', item) },
    { name: 'an item to be taken off', path: office('remove', item) },
    { name: 'an item that was taken off', path: office('item', { item: ended }) },
    { name: 'a proposal to be answered', path: office('decide', { ...item, id: other }) },
    { name: 'a proposal without an answer', path: office('decide', { ...item, id: other }), act: sent() },
    { name: 'what is to be asked', path: office('ask', { ...item, id: proposal }) },
    { name: 'nothing asked', path: office('ask', { ...item, id: proposal }), act: sent() },
    { name: 'a question to be answered', path: office('answer', { ...item, id: question }) },
    { name: 'a bank’s answer on paper', path: office('report', { ...item, id: financing }) },
    { name: 'an item that is not there', path: office('item', { item: 'none' }), status: 404 },
  ].map((state) => ({ ...state, as: 'officer' }));
  const at = (link: string, name?: string, id = ''): string =>
    name === undefined ? `/l/${link}` : `/l/${link}?${new URLSearchParams({ do: name, id }).toString()}`;
  return {
    pages: {
      '/showcase': [
        { name: 'the showcase', path: '/showcase' },
        { name: 'a showcase in which nothing fits', path: '/showcase?q=nothing' },
        { name: 'a showcase of no code', path: '/showcase?hs=code', status: 400 },
      ],
      '/showcase/{itemId}': [
        { name: 'an item of the showcase', path: `/showcase/${itemId}` },
        { name: 'an item in another language', path: `/showcase/${bare}` },
        { name: 'an item that is on show no more', path: `/showcase/${ended}`, status: 410 },
      ],
      '/showcase/{itemId}/proposal': [
        { name: 'a proposal', path: `/showcase/${bare}/proposal` },
        { name: 'a proposal of nothing', path: `/showcase/${bare}/proposal`, act: sent() },
        { name: 'a proposal that was sent', path: `/showcase/${bare}/proposal?sent` },
      ],
      '/office/showcase': [
        { name: 'a showcase of nothing', path: '/office/showcase?zone=kokand', as: 'leadership-kokand' },
        ...officers,
      ],
      '/region/showcase': [
        { name: 'what waits on the showcase', path: '/region/showcase', as: 'leadership' },
        { name: 'nothing waits on the showcase', path: '/region/showcase', as: 'leadership-kokand' },
        { name: 'a showcase of no zone', path: '/region/showcase?zone=nowhere', as: 'leadership', status: 404 },
      ],
    },
    behindLinks: [
      { name: 'a proposal to be confirmed', path: at(unconfirmed) },
      { name: 'a proposal, to its proposer', path: at(first) },
      { name: 'a question of a proposer', path: at(first, 'question', proposal) },
      { name: 'an answer to a bank', path: at(first, 'reply', financing) },
      { name: 'a sample to be told of', path: at(first, 'report', sample), act: sent() },
      { name: 'what came of a proposal', path: at(first, 'decide', proposal) },
      { name: 'an item, to its buyer', path: at(buyer) },
      { name: 'a proposal, to the buyer', path: at(buyer, 'decide', other), act: sent() },
      { name: 'a passport, to a bank', path: at(bank) },
      { name: 'a passport that a bank answers with nothing', path: at(bank), act: sent() },
    ],
  };
}
