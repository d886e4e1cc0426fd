import type { Language } from '../kernel/common.ts';
import type { Email, LinkTarget, Ports } from '../kernel/ports.ts';
import { addressVersionOf } from '../links/link-status.ts';
import { questionsIn } from '../notices/letter.ts';
import type { OutboxRow } from '../notices/outbox.ts';
import { toEmail } from '../notices/to-email.ts';
import { wordsOf } from '../notices/words.ts';
import { replyAddressOf } from '../reference/zone-replies.ts';
import { showcaseTexts } from '../texts/areas/showcase.ts';
import { showcaseEmailTexts } from '../texts/areas/showcase-emails.ts';
import { dateText } from '../texts/index.ts';
import type { Asked, Proposal, ShowcaseTell } from './proposal.ts';
import type { Showcased } from './showcase.ts';
import { toldIn } from './told-text.ts';

type ComposePorts = Pick<Ports, 'showcase' | 'reference' | 'links'>;

interface Told {
  readonly showcased: Showcased;
  readonly proposal: Proposal | undefined;
  readonly asked: Asked | undefined;
}

interface Reader {
  readonly to: {
    readonly email: string;
    readonly language: Language;
    readonly colleagues?: readonly string[] | undefined;
  };
  readonly target: LinkTarget;
}

/** To whom each goes: a party is asked and told an answer, the buyer of proposals and questions, the proposer of the rest. */
async function readerOf(
  { reference }: ComposePorts,
  { tell, zoneId, itemId }: ShowcaseTell,
  { showcased: { item }, proposal, asked }: Told,
): Promise<Reader | undefined> {
  const target = { kind: 'showcase', zoneId, itemId } as const;
  if (tell === 'proposed' || tell === 'question')
    return { to: item.buyer, target: { ...target, who: 'buyer', id: '', version: item.buyerVersion } };
  if ((tell === 'asked' || tell === 'replied') && asked?.partyId !== undefined) {
    const party = await reference.party(zoneId, asked.partyId);
    return (
      party && { to: party, target: { ...target, who: 'asked', id: asked.askedId, version: addressVersionOf(party) } }
    );
  }
  return (
    proposal?.contact && {
      to: proposal.contact,
      target: { ...target, who: 'proposer', id: proposal.proposalId, version: 0 },
    }
  );
}

async function toldOf({ showcase }: ComposePorts, tell: ShowcaseTell): Promise<Told | undefined> {
  const showcased = await showcase.load(tell.itemId);
  if (showcased === undefined) return undefined;
  const asked = showcased.asked.find(({ askedId }) => askedId === tell.askedId);
  const wanted = tell.proposalId ?? asked?.proposalId;
  const known = showcased.proposals.find(({ proposalId }) => proposalId === wanted);
  const proposal =
    known ?? (tell.tell === 'confirm' && wanted !== undefined ? await showcase.unconfirmed(wanted) : undefined);
  // What nobody waits for any more is not asked.
  const isOver = (tell.tell === 'asked' || tell.tell === 'due') && asked?.state !== 'open';
  return isOver ? undefined : { showcased, proposal, asked };
}

function rowsOf(language: Language, { tell }: ShowcaseTell, { showcased: { item }, proposal, asked }: Told) {
  const words = showcaseTexts(language);
  const row = (label: string, value: string | undefined, strong?: true) =>
    value === undefined ? [] : [{ label, value, ...(strong && { strong }) }];
  return [
    ...row(words.item, toldIn(item.names, language)?.text),
    // What a stranger typed goes to no address that they typed, before it is known whose it is.
    ...row(words.company, tell === 'confirm' ? undefined : proposal?.company.name),
    ...row(words.step, asked && words.kinds[asked.kind]),
    ...row(words.due, asked?.state === 'open' ? dateText(language, asked.due) : undefined, true),
    ...row(
      words.state,
      tell === 'answered' && proposal
        ? words.states[proposal.state]
        : tell === 'reported' && asked?.answer
          ? words.outcomes[asked.answer.outcome]
          : undefined,
      true,
    ),
    ...row(words.reason, tell === 'answered' ? proposal?.answer?.reason : undefined),
    ...row(words.reason, tell === 'reported' ? asked?.answer?.reason : undefined),
  ];
}

/** What an email of the showcase says to whom, by what there is when it is sent; undefined when they, or what it tells of, are gone. */
export async function composeShowcaseEmail(
  ports: ComposePorts,
  row: OutboxRow,
  tell: ShowcaseTell,
): Promise<Email | undefined> {
  const [told, context] = await Promise.all([toldOf(ports, tell), ports.reference.setting(tell.zoneId)]);
  const reader = told && (await readerOf(ports, tell, told));
  if (told === undefined || context === undefined || reader === undefined) return undefined;
  const { zone } = context;
  const { language, email: to, colleagues } = reader.to;
  const { email } = wordsOf(language);
  const text = showcaseEmailTexts(language)[tell.tell];
  const item = toldIn(told.showcased.item.names, language)?.text ?? '';
  return {
    ...toEmail({
      language,
      zone: zone.names[language],
      subject: `${text.subject} · ${item}`,
      heading: text.subject,
      greeting: email.greeting.party,
      paragraphs: [text.text],
      rows: rowsOf(language, tell, told),
      quotes: [],
      lists: [],
      action: { label: text.action, url: await ports.links.urlOf(reader.target), copyAddress: email.copyAddress },
      closing: questionsIn(language, zone.office),
    }),
    to,
    ...(colleagues && { cc: colleagues }),
    replyTo: replyAddressOf(zone),
    language,
    notice: 'showcase',
    row,
  };
}
