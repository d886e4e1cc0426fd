import { ChangePartyRequest, PartyRequest, ZoneRequest, type AdminZoneView } from '#core/people/administration.ts';
import type { Language } from '#core/kernel/common.ts';
import type { Party } from '#core/reference/reference.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import { changeZone } from '#core/reference/change-zone.ts';
import { addParty, changeParty, endParty, heldBy, previewParty, viewAdminZone } from '#core/reference/parties.ts';
import type { ListPorts } from '#core/links/compose-party-links.ts';
import { filled } from '#web/components/filled.ts';
import { zonePageAddress } from '#web/admin/addresses.ts';
import { endPartyPage, movePartyPage, partiesPage, partyPage } from '#web/admin/parties-page.tsx';
import { editZonePage, zonePage } from '#web/admin/zone-page.tsx';
import { previewsOf } from '../office-pages/previews.ts';
import { check, type Labels } from '../pages/check.ts';
import type { StaffHandler, StaffVisit } from '../pages/staff-page.ts';
import { numberIn, present, textIn } from '../pages/values.ts';
import { goTo, problem, show, type Reply } from '../pages/visit.ts';
import { refused } from './admin-page.ts';
import { nameFields, nameLabels, namesIn } from './name-fields.ts';

/** A page about one zone of the reader's. */
export const aboutZone = (ports: AdminPorts, handler: (visit: StaffVisit, view: AdminZoneView) => Promise<Reply> | Reply): StaffHandler => async (visit) => {
  const { actor, now, params } = visit;
  const view = await viewAdminZone(ports, { actor, now, zoneId: params['zoneId'] ?? '' });
  return view.ok ? handler(visit, view.value) : problem(view.failure);
};

function labelsOf(language: Language): Labels {
  const { parties, zone } = adminTexts(language);
  return { ...nameLabels(language), kind: parties.kind, email: parties.email, language: parties.language, mailbox: zone.mailbox };
}

/** One zone. */
export const zone = (ports: AdminPorts): StaffHandler => aboutZone(ports, ({ frame, query }, view) => show(zonePage({ frame: frame(), view, isDone: query.has('done') })));

/** The form with a zone's names, mailbox and language. */
export const editZone = (ports: AdminPorts): StaffHandler => aboutZone(ports, ({ frame }, view) => {
  const { names, mailbox, language, version = 0 } = view.zone;
  return show(editZonePage({ frame: frame(), view, form: filled([...nameFields(names), ['mailbox', mailbox], ['language', language], ['version', String(version)]]) }));
});

/** Changes a zone. */
export const changeZoneByForm = (ports: AdminPorts): StaffHandler => aboutZone(ports, async (visit, view) => {
  const { actor, now, frame, fields } = visit;
  const { zoneId, version = 0 } = view.zone;
  const request = check(ZoneRequest, present({ version: numberIn(fields, 'version'), names: namesIn(fields), mailbox: textIn(fields, 'mailbox'), language: textIn(fields, 'language') }));
  const changed = request.ok ? await changeZone(ports, { actor, now, zoneId, ...request.value }) : undefined;
  if (changed?.ok) return goTo(zonePageAddress(zoneId, '', { done: 'yes' }));
  fields.set('version', String(version));
  return refused(visit, changed ? changed.failure : { kind: 'invalid', issues: request.ok ? [] : request.issues }, labelsOf(frame().language), (form) => editZonePage({ frame: frame(), view, form }));
});

type PartyPorts = AdminPorts & ListPorts;

/** The parties of a zone. */
export const parties = (ports: AdminPorts): StaffHandler => aboutZone(ports, ({ frame, query }, view) => show(partiesPage({ frame: frame(), view, done: query.get('done') ?? undefined })));

const partyIn = ({ query }: StaffVisit, { parties: all }: AdminZoneView) => all.find(({ partyId }) => partyId === query.get('party'));
const isUnknown = (visit: StaffVisit, view: AdminZoneView): boolean => visit.query.has('party') && partyIn(visit, view) === undefined;

/** The form of a party, new or known. */
export const partyForm = (ports: AdminPorts): StaffHandler => aboutZone(ports, (visit, view) => {
  const party = partyIn(visit, view);
  if (isUnknown(visit, view)) return problem({ kind: 'not-found' });
  const known: [string, string][] = party ? [...nameFields(party.names), ['email', party.email], ['language', party.language], ['version', String(party.version ?? 0)]] : [['language', view.zone.language]];
  return show(partyPage({ frame: visit.frame(), view, party, form: filled(known) }));
});

/** What another address would end and send, to be confirmed; undefined when the address stays or nothing can be said of it yet. */
async function moveOf(ports: PartyPorts, visit: StaffVisit, { zone: { zoneId } }: AdminZoneView, party: Party, change: ChangePartyRequest): Promise<Reply | undefined> {
  const { actor, now, frame, fields } = visit;
  if (fields.get('step') === 'send') return undefined;
  const preview = await previewParty(ports, { actor, now, zoneId, partyId: party.partyId, ...change });
  if (!preview.ok || preview.value === undefined) return undefined;
  return show(movePartyPage({ frame: frame(), party, preview: preview.value, email: change.email, emails: preview.value.email ? previewsOf([preview.value.email]) : [], fields }));
}

/** Adds a party, or changes one; another address is looked at before it is saved. */
export const savePartyByForm = (ports: PartyPorts): StaffHandler => aboutZone(ports, async (visit, view) => {
  const { actor, now, frame, fields } = visit;
  const { zoneId } = view.zone;
  const party = partyIn(visit, view);
  if (isUnknown(visit, view)) return problem({ kind: 'not-found' });
  const given = { names: namesIn(fields), email: textIn(fields, 'email'), language: textIn(fields, 'language') };
  const change = party && check(ChangePartyRequest, present({ ...given, version: numberIn(fields, 'version') }));
  if (party && fields.get('step') === 'mend') return show(partyPage({ frame: frame(), view, party, form: filled(fields) }));
  const move = change?.ok && party ? await moveOf(ports, visit, view, party, change.value) : undefined;
  if (move) return move;
  const addition = party ? undefined : check(PartyRequest, present({ ...given, kind: textIn(fields, 'kind') }));
  const saved = change?.ok && party ? await changeParty(ports, { actor, now, zoneId, partyId: party.partyId, ...change.value }) : addition?.ok ? await addParty(ports, { actor, now, zoneId, ...addition.value }) : undefined;
  if (saved?.ok) return goTo(zonePageAddress(zoneId, '/parties', { done: party ? 'party-changed' : 'party-added' }));
  if (party) fields.set('version', String(party.version ?? 0));
  const issues = [change, addition].flatMap((checked) => (checked && !checked.ok ? checked.issues : []));
  return refused(visit, saved ? saved.failure : { kind: 'invalid', issues }, labelsOf(frame().language), (form) => partyPage({ frame: frame(), view, party, form }));
});

/** What a party still holds, or the button that ends it. */
export const endPartyForm = (ports: PartyPorts): StaffHandler => aboutZone(ports, async (visit, view) => {
  const party = partyIn(visit, view);
  return party ? show(endPartyPage({ frame: visit.frame(), view, party, held: await heldBy(ports, party), form: filled() })) : problem({ kind: 'not-found' });
});

/** Ends a party. */
export const endPartyByForm = (ports: PartyPorts): StaffHandler => aboutZone(ports, async (visit, view) => {
  const { actor, now, frame } = visit;
  const party = partyIn(visit, view);
  if (party === undefined) return problem({ kind: 'not-found' });
  const { zoneId, partyId } = party;
  const ended = await endParty(ports, { actor, now, zoneId, partyId });
  if (ended.ok) return goTo(zonePageAddress(zoneId, '/parties', { done: 'party-ended' }));
  const held = await heldBy(ports, party);
  return refused(visit, ended.failure, {}, (form) => endPartyPage({ frame: frame(), view, party, held, form }));
});
