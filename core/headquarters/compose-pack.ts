import type { Language } from '../kernel/common.ts';
import type { Email, Ports } from '../kernel/ports.ts';
import { partyPageTarget } from '../links/link-targets.ts';
import { everythingIn, questionsIn, type Letter } from '../notices/letter.ts';
import { oneLine } from '../notices/one-line.ts';
import type { OutboxRow, Pack } from '../notices/outbox.ts';
import { cut, toEmail } from '../notices/to-email.ts';
import { wordsOf } from '../notices/words.ts';
import { today, type ZoneContext } from '../project/zone-context.ts';
import type { Party, StaffPerson } from '../reference/reference.ts';
import { replyAddressOf } from '../reference/zone-replies.ts';
import { headquartersTexts } from '../texts/areas/headquarters.ts';
import { countText, dateText, fill, numberText, textsOf } from '../texts/index.ts';
import type { AgendaItem, AgendaSection } from './agenda.ts';
import { dayText, matterText } from './agenda-text.ts';
import { memberOf } from './headquarters.ts';
import { meetingDays } from './meeting-days.ts';
import { agendaIn, headquartersAt, type AgendaView, type HeadquartersPorts } from './view-headquarters.ts';

type PackPorts = HeadquartersPorts & Pick<Ports, 'links'>;

/** Entries of a section: the email is short, the page has all of them. */
const mostEntries = 5;
const longestEntry = 300;

type Reader = { readonly party: Party } | { readonly person: StaffPerson };

async function readerOf(
  { reference }: Pick<Ports, 'reference'>,
  { zone }: ZoneContext,
  { to }: Pack,
): Promise<Reader | undefined> {
  if (to.kind === 'party') {
    const party = await reference.party(zone.zoneId, to.partyId);
    return party && { party };
  }
  const person = (await reference.staff(zone)).find(({ personId }) => personId === to.personId);
  return person && { person };
}

/** Of a party only what it holds or answers for: the rest is none of its business. */
const concerning = (sections: readonly AgendaSection[], party: Party): readonly AgendaSection[] =>
  sections.flatMap(({ section, items }) => {
    const own = items.filter(({ holder }) => holder === party.partyId || holder === `party:${party.partyId}`);
    return own.length > 0 ? [{ section, items: own }] : [];
  });

async function namesOf({ reference }: Pick<Ports, 'reference'>, sections: readonly AgendaSection[]) {
  const ids = sections.flatMap(({ items }) =>
    items.flatMap(({ holder }) => {
      const member = memberOf(holder);
      return member?.kind === 'staff' ? [member.personId] : [];
    }),
  );
  return ids.length > 0 ? reference.names([...new Set(ids)]) : new Map<string, string>();
}

function holderText(
  language: Language,
  { parties }: ZoneContext,
  names: ReadonlyMap<string, string>,
  { holder }: AgendaItem,
): string {
  const { holders, roles } = textsOf(language);
  if (holder === 'head') return roles.head;
  if (holder === 'office' || holder === 'investor') return holders[holder];
  const member = memberOf(holder);
  if (member?.kind === 'staff') return names.get(member.personId) ?? holders.office;
  const id = member?.kind === 'party' ? member.partyId : holder;
  return parties.find(({ partyId }) => partyId === id)?.names[language] ?? holders.party;
}

function listsOf(
  language: Language,
  context: ZoneContext,
  names: ReadonlyMap<string, string>,
  sections: readonly AgendaSection[],
): Letter['lists'] {
  const words = headquartersTexts(language);
  const { digest } = wordsOf(language);
  return sections.map(({ section, items }) => ({
    title: `${words.sections[section]} (${numberText(language, items.length)})`,
    entries: items.slice(0, mostEntries).map((item) => {
      const holder = holderText(language, context, names, item);
      const parts = [
        item.number,
        item.company,
        matterText(language, item, holder),
        item.unspent ? undefined : holder,
        dayText(language, item),
        item.overdueDays === undefined ? undefined : countText(language, digest.late, item.overdueDays),
      ];
      return { text: cut(oneLine(parts.filter((part) => part !== undefined).join(' · ')), longestEntry) };
    }),
    more:
      items.length > mostEntries
        ? fill(digest.more, { count: numberText(language, items.length - mostEntries) })
        : undefined,
  }));
}

async function agendaFor(ports: PackPorts, { headquartersId, meetingOn }: Pack, now: number) {
  const found = await headquartersAt(ports, headquartersId, now);
  if (found?.state === undefined) return undefined;
  const day = today(found.context);
  const meetings = meetingDays(found.state.headquarters, found.context.calendar, day);
  const agenda = await agendaIn(ports, { ...found, today: day, meetings });
  return agenda?.meetingOn === meetingOn ? { context: found.context, agenda } : undefined;
}

function letterTo(
  language: Language,
  { context, agenda }: { readonly context: ZoneContext; readonly agenda: AgendaView },
  { isParty, lists }: { readonly isParty: boolean; readonly lists: Letter['lists'] },
): Omit<Letter, 'action' | 'everything'> {
  const words = headquartersTexts(language);
  const { greeting } = wordsOf(language).email;
  const facts = { date: dateText(language, agenda.meetingOn ?? agenda.since), time: agenda.time };
  const { zone } = context;
  return {
    language,
    zone: zone.names[language],
    subject: `${zone.names[language]} · ${fill(words.pack.subject, facts)}`,
    heading: fill(words.pack.subject, facts),
    greeting: isParty ? greeting.party : greeting.headquarters,
    paragraphs:
      lists.length === 0
        ? [isParty ? fill(words.pack.nothing, facts) : `${fill(words.meets, facts)} ${words.nothing}`]
        : isParty
          ? [words.pack.own]
          : [words.pack.all],
    rows: [],
    quotes: [],
    lists,
    closing: questionsIn(language, isParty ? zone.office : undefined),
  };
}

/** The agenda of the next meeting to one of its members; undefined where they, or the meeting, are there no longer. */
export async function composePack(
  ports: PackPorts,
  row: OutboxRow,
  pack: Pack,
  now: number,
): Promise<Email | undefined> {
  const found = await agendaFor(ports, pack, now);
  const reader = found && (await readerOf(ports, found.context, pack));
  if (found === undefined || reader === undefined) return undefined;
  const { context, agenda } = found;
  const party = 'party' in reader ? reader.party : undefined;
  const to = 'party' in reader ? reader.party : reader.person;
  const sections = party ? concerning(agenda.sections, party) : agenda.sections;
  const { language } = to;
  const lists = listsOf(language, context, await namesOf(ports, sections), sections);
  const { email } = wordsOf(language);
  const content = toEmail({
    ...letterTo(language, found, { isParty: party !== undefined, lists }),
    action: party
      ? undefined
      : {
          label: headquartersTexts(language).pack.open,
          url: ports.links.officeUrlOf({ headquarters: { headquartersId: pack.headquartersId } }),
          copyAddress: email.copyAddress,
        },
    everything: party && everythingIn(language, await ports.links.urlOf(partyPageTarget(party))),
  });
  return {
    ...content,
    to: to.email,
    cc: party?.colleagues,
    replyTo: replyAddressOf(context.zone),
    language,
    notice: 'pack',
    row,
  };
}
