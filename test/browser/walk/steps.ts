import type { Utility } from '#core/kernel/common.ts';
import type { AssignmentKind } from '#core/stages/facts.ts';
import type { PartyKind } from '#core/reference/reference.ts';
import type { StageId } from '#core/stages/stage-id.ts';
import { withoutOn } from '#core/stages/asked-setting.ts';
import { placeName } from '#core/notices/names.ts';
import { partiesOf } from '#seeds/reference-items.ts';
import { zones } from '#seeds/zones.ts';
import { today } from '#test/support/walk.ts';
import type { World } from '#test/support/host.ts';
import { personasOf, type Personas, type Setting } from './personas.ts';
import type { About } from './mailbox.ts';
import { approves, does } from './office.ts';
import { gives } from './party.ts';
import type { Person } from './person.ts';

/** Who does what in a scene: each goes to work from an email of their own. */
export interface Play extends Personas {
  /** Its zone has a council that is asked. */
  readonly hasCouncil: boolean;
  readonly today: () => Promise<string>;
  readonly advance: World['advance'];
  /** The investor opens an email. */
  readonly investorOpens: (about: About) => Promise<void>;
  readonly officeOpens: (about: About, reader?: Person) => Promise<void>;
  /** A party opens what it is asked, and is on its page then. */
  readonly partyOpens: (party: PartyKind, kind: AssignmentKind, line?: Utility) => Promise<Person>;
  readonly partyGives: (party: PartyKind, kind: AssignmentKind, line?: Utility) => Promise<void>;
  readonly officeDoes: (kind: AssignmentKind) => Promise<void>;
  /** The office approves a stage of which all answers are in. */
  readonly approved: (stage: StageId, by?: Person) => Promise<void>;
}

/** An email that asks for an assignment: with its line, or by its own name. */
export const asks =
  (kind: AssignmentKind, line?: Utility): About =>
  (words) => [line ? words.utilities[line] : words.assignments[kind].name];

export async function playOf(world: World, setting: Setting): Promise<Play> {
  const { mailbox, zoneId, investorsEmail } = setting;
  const zone = zones.find((one) => one.zoneId === zoneId);
  if (zone === undefined) throw new Error(`No zone ${zoneId}`);
  const cast = await personasOf(setting);
  const day = () => today(world);
  const officeOpens: Play['officeOpens'] = (about, reader) => mailbox.openFor(zone.mailbox, about, reader);
  const partyOpens: Play['partyOpens'] = async (party, kind, line) => {
    const found = partiesOf(zone).find((one) => one.kind === party);
    const person = cast.parties.get(party);
    if (found === undefined || person === undefined) throw new Error(`No ${party} takes part`);
    await mailbox.openFor(found.email, asks(kind, line));
    return person;
  };
  return {
    ...cast,
    hasCouncil: !withoutOn(zone, 'council-approval', await day()).includes('council-protocol'),
    today: day,
    advance: world.advance,
    investorOpens: (about) => mailbox.openFor(investorsEmail, about),
    officeOpens,
    partyOpens,
    partyGives: async (party, kind, line) => gives(await partyOpens(party, kind, line), kind, await day()),
    officeDoes: async (kind) => {
      await officeOpens(asks(kind));
      await does(cast.officer, kind, await day());
    },
    approved: async (stage, by = cast.officer) => {
      await officeOpens(
        (words) => [placeName(words, { stage }), words.notices['ready-for-decision'].office.subject],
        by,
      );
      await approves(by);
    },
  };
}
