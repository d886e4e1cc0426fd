import { rolesAt } from '../kernel/actor.ts';
import type { Language } from '../kernel/common.ts';
import type { Email, Ports } from '../kernel/ports.ts';
import { partyPageTarget } from '../links/link-targets.ts';
import { everythingIn, questionsIn, type Letter } from '../notices/letter.ts';
import { oneLine } from '../notices/one-line.ts';
import type { OutboxRow, Pack } from '../notices/outbox.ts';
import { cut, toEmail } from '../notices/to-email.ts';
import { wordsOf } from '../notices/words.ts';
import { today } from '../project/zone-context.ts';
import type { Party, StaffPerson, Zone } from '../reference/reference.ts';
import { replyAddressOf } from '../reference/zone-replies.ts';
import { headquartersTexts } from '../texts/areas/headquarters.ts';
import { countText, dateText, fill, numberText, textsOf } from '../texts/index.ts';
import type { AgendaItem, AgendaSection } from './agenda.ts';
import { dayText, matterText } from './agenda-text.ts';
import { memberOf } from './headquarters.ts';
import { meetingDays } from './meeting-days.ts';
import { partyIn, remitName, staffIn, zoneNameIn, type Remit } from './remit.ts';
import { agendaIn, headquartersAt, type AgendaView, type HeadquartersPorts } from './view-headquarters.ts';

type PackPorts = HeadquartersPorts & Pick<Ports, 'links'>;

/** Entries of a section: the email is short, the page has all of them. */
const mostEntries = 5;
const longestEntry = 300;

/** `zone`: in whose name it goes out. */
type Reader = { readonly zone: Zone } & ({ readonly party: Party } | { readonly person: StaffPerson });

async function readerOf(ports: Pick<Ports, 'reference'>, remit: Remit, { to }: Pack): Promise<Reader | undefined> {
  const zones = remit.contexts.map(({ zone }) => zone);
  if (to.kind === 'party') {
    const zone = zones.find(({ zoneId }) => zoneId === partyIn(remit, to.partyId)?.zoneId);
    const party = zone && (await ports.reference.party(zone.zoneId, to.partyId));
    return party && { party, zone };
  }
  const person = (await staffIn(ports, remit)).find(({ personId }) => personId === to.personId);
  const zone = zones.find((one) => rolesAt(person?.memberships ?? [], one).length > 0);
  return person && zone && { person, zone };
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
  remit: Remit,
  names: ReadonlyMap<string, string>,
  { holder }: AgendaItem,
): string {
  const { holders, roles } = textsOf(language);
  if (holder === 'head') return roles.head;
  if (holder === 'office' || holder === 'investor') return holders[holder];
  const member = memberOf(holder);
  if (member?.kind === 'staff') return names.get(member.personId) ?? holders.office;
  const id = member?.kind === 'party' ? member.partyId : holder;
  return partyIn(remit, id)?.names[language] ?? holders.party;
}

function listsOf(
  language: Language,
  remit: Remit,
  names: ReadonlyMap<string, string>,
  sections: readonly AgendaSection[],
): Letter['lists'] {
  const words = headquartersTexts(language);
  const { digest } = wordsOf(language);
  return sections.map(({ section, items }) => ({
    title: `${words.sections[section]} (${numberText(language, items.length)})`,
    entries: items.slice(0, mostEntries).map((item) => {
      const holder = holderText(language, remit, names, item);
      const parts = [
        item.instructionId === undefined ? zoneNameIn(language, remit, item.zoneId) : undefined,
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

async function agendaFor(ports: PackPorts, { meetingOn, to: _, ...name }: Pack, now: number) {
  const found = await headquartersAt(ports, name, now);
  if (found?.state === undefined) return undefined;
  const day = today(found);
  const meetings = meetingDays(found.state.headquarters, found.calendar, day);
  const agenda = await agendaIn(ports, { ...found, today: day, meetings });
  return agenda?.meetingOn === meetingOn ? { remit: found, agenda } : undefined;
}

function letterTo(
  language: Language,
  { remit, agenda }: { readonly remit: Remit; readonly agenda: AgendaView },
  { zone, isParty, lists }: { readonly zone: Zone; readonly isParty: boolean; readonly lists: Letter['lists'] },
): Omit<Letter, 'action' | 'everything'> {
  const words = headquartersTexts(language);
  const { greeting } = wordsOf(language).email;
  const facts = { date: dateText(language, agenda.meetingOn ?? agenda.since), time: agenda.time };
  const name = remitName(language, remit);
  return {
    language,
    zone: name,
    subject: `${name} · ${fill(words.pack.subject, facts)}`,
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
  const reader = found && (await readerOf(ports, found.remit, pack));
  if (found === undefined || reader === undefined) return undefined;
  const { remit, agenda } = found;
  const { zone } = reader;
  const party = 'party' in reader ? reader.party : undefined;
  const to = 'party' in reader ? reader.party : reader.person;
  const sections = party ? concerning(agenda.sections, party) : agenda.sections;
  const { language } = to;
  const lists = listsOf(language, remit, await namesOf(ports, sections), sections);
  const { email } = wordsOf(language);
  const content = toEmail({
    ...letterTo(language, found, { zone, isParty: party !== undefined, lists }),
    action: party
      ? undefined
      : {
          label: headquartersTexts(language).pack.open,
          url: ports.links.officeUrlOf({ headquarters: remit.name }),
          copyAddress: email.copyAddress,
        },
    everything: party && everythingIn(language, await ports.links.urlOf(partyPageTarget(party))),
  });
  return {
    ...content,
    to: to.email,
    cc: party?.colleagues,
    replyTo: replyAddressOf(zone),
    language,
    notice: 'pack',
    row,
  };
}
