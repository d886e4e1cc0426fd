import { ChangePartyRequest, PartyRequest, type AdminZoneView } from '#core/people/administration.ts';
import type { Party } from '#core/reference/reference.ts';
import { peopleText } from '#core/reference/party-people.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import { addParty, changeParty, endParty, heldBy, previewParty, type PartyPreview } from '#core/reference/parties.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import type { Held, ListPorts } from '#core/links/compose-party-links.ts';
import type { Frame } from '#pages/frame.ts';
import { zonePageAddress } from '#pages/admin/addresses.ts';
import { endPartySheet, movePartyPage, partiesPage, partyRows, partySheet } from '#pages/admin/parties/page.tsx';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import { previewsOf } from '../../kit/previews.ts';
import { staffForm, type FormHandlers, type Judged } from '../../kit/review-flow.ts';
import type { StaffHandler, StaffVisit } from '../../kit/staff-page.ts';
import { render } from '../../kit/visit.ts';
import { adminForm, adminWords, namesAtFirst } from '../admin-form.ts';
import { formIn, listFile } from '../list-file.ts';
import { aboutZone, openZone } from '../zone/handler.ts';

type PartyPorts = AdminPorts & ListPorts & FormPorts;

export const parties = (ports: AdminPorts): StaffHandler =>
  aboutZone(ports, (visit, view) => {
    const frame = visit.frame();
    const form = formIn(visit);
    return form
      ? listFile(visit, form, 'parties', adminTexts(frame.language).parties.title, partyRows(frame, view))
      : render(partiesPage({ frame, view, done: visit.query.get('done') ?? undefined }));
  });

interface About {
  readonly frame: Frame;
  readonly view: AdminZoneView;
  readonly party: Party | undefined;
}

async function opened(ports: AdminPorts, visit: StaffVisit): Promise<Result<About>> {
  const view = await openZone(ports, visit);
  if (!view.ok) return view;
  const partyId = visit.query.get('party');
  const party = view.value.parties.find((one) => one.partyId === partyId);
  return partyId !== null && party === undefined
    ? fail({ kind: 'not-found' })
    : ok({ frame: visit.frame(), view: view.value, party });
}

type PartyJudged = Judged<About, PartyRequest | ChangePartyRequest>;

/** What another address would end and send; undefined for a new party and for one whose address stays. */
const foreseen = async (
  ports: PartyPorts,
  {
    about: {
      view: {
        zone: { zoneId },
      },
      party,
    },
    request,
    visit: { actor, now },
  }: PartyJudged,
): Promise<Result<PartyPreview | undefined>> =>
  party && 'version' in request
    ? previewParty(ports, { actor, now, zoneId, partyId: party.partyId, ...request })
    : ok(undefined);

const save = (
  ports: PartyPorts,
  {
    about: {
      view: {
        zone: { zoneId },
      },
      party,
    },
    request,
    visit: { actor, now },
  }: PartyJudged,
): Promise<Result<Party>> => {
  if (party && 'version' in request)
    return changeParty(ports, { actor, now, zoneId, partyId: party.partyId, ...request });
  return 'kind' in request
    ? addParty(ports, { actor, now, zoneId, ...request })
    : Promise.resolve(fail({ kind: 'not-found' }));
};

export const party = (ports: PartyPorts): FormHandlers =>
  staffForm<About, PartyRequest | ChangePartyRequest, PartyPreview | undefined, Party>(ports, {
    open: (visit) => opened(ports, visit),
    sheet: partySheet,
    begin: ({ view, party: known }) =>
      known
        ? [
            ...namesAtFirst(known.names),
            ['email', known.email],
            ['colleagues', (known.colleagues ?? []).join('\n')],
            ['people', peopleText(known.people)],
            ['language', known.language],
            ['version', String(known.version ?? 0)],
          ]
        : [['language', view.zone.language]],
    read: (typed, about) => readForm(about.party ? ChangePartyRequest : PartyRequest, typed, partySheet(about).fields),
    foresee: (judged) => foreseen(ports, judged),
    perform: (judged) => save(ports, judged),
    atOnce: ({ about: { party: known }, request: { email, colleagues = [] } }) =>
      known === undefined ||
      (known.email === email && (known.colleagues ?? []).every((one) => colleagues.includes(one))),
    review: ({ about: { frame, view, party: known }, typed }, preview) => {
      if (known === undefined || preview === undefined)
        throw new Error('Only another address of a party is looked at first');
      return movePartyPage({
        frame,
        view,
        party: known,
        preview,
        emails: preview.email ? previewsOf([preview.email]) : [],
        typed,
      });
    },
    done: ({ view, party: known }) =>
      zonePageAddress(view.zone.zoneId, '/parties', { done: known ? 'party-changed' : 'party-added' }),
    words: adminWords,
  });

interface Ending extends About {
  readonly party: Party;
  readonly held: readonly Held[];
}

export const partyEnd = (ports: PartyPorts): FormHandlers =>
  adminForm<typeof ports, Ending, object, Party>(ports, {
    open: async (visit) => {
      const found = await opened(ports, visit);
      if (!found.ok) return found;
      const { party: ending } = found.value;
      return ending
        ? ok({ ...found.value, party: ending, held: await heldBy(ports, ending) })
        : fail({ kind: 'not-found' });
    },
    sheet: endPartySheet,
    read: () => ({ ok: true, value: {} }),
    act: (
      on,
      {
        about: {
          view,
          party: { partyId },
        },
        visit: { actor, now },
      },
    ) => endParty(on, { actor, now, zoneId: view.zone.zoneId, partyId }),
    done: ({ view }) => zonePageAddress(view.zone.zoneId, '/parties', { done: 'party-ended' }),
  });
