import type { Language } from '#core/kernel/common.ts';
import type { PartyKind } from '#core/reference/reference.ts';
import { languageTags } from '#core/texts/index.ts';
import { partiesOf } from '#seeds/reference-items.ts';
import { demoPeople } from '#seeds/people.ts';
import { zones } from '#seeds/zones.ts';
import { signsIn } from './office.ts';
import { personOf, type Manner, type Person } from './person.ts';
import type { Mailbox } from './mailbox.ts';
import type { Screens } from '../browser.ts';
import type { Watch } from './watch.ts';

/** Who takes part in one run. */
export interface Setting extends Manner {
  readonly browser: Screens;
  readonly watch: Watch;
  readonly mailbox: Mailbox;
  readonly site: string;
  readonly zoneId: string;
  readonly investorsLanguage: Language;
  readonly investorsEmail: string;
}

export interface Personas {
  readonly investor: Person;
  readonly officer: Person;
  readonly head: Person;
  readonly leadership: Person;
  readonly parties: ReadonlyMap<PartyKind, Person>;
}

const asked: readonly PartyKind[] = [
  'council-secretary',
  'land-department',
  'power',
  'gas',
  'water',
  'architecture',
  'expertise-body',
  'bank',
];

async function staffOf(
  { browser, watch, mailbox, site, zoneId, ...manner }: Setting,
  role: 'officer' | 'head' | 'leadership',
): Promise<Person> {
  const zone = zones.find((one) => one.zoneId === zoneId);
  const found = demoPeople.find(({ memberships }) =>
    memberships.some(
      (one) => one.role === role && ('zone' in one ? one.zone === zoneId : one.region === zone?.regionId),
    ),
  );
  if (found === undefined || zone === undefined) throw new Error(`Nobody is ${role} in ${zoneId}`);
  const person = await personOf(browser, watch, {
    ...manner,
    language: found.language,
    locale: languageTags[found.language],
  });
  await signsIn(person, site, found.account);
  mailbox.belongs(found.email, person);
  if (role === 'officer') mailbox.belongs(zone.mailbox, person);
  return person;
}

/** Everybody with a browser of their own. Parties and the investor have one in English, so that their pages' language is their emails'. */
export async function personasOf(setting: Setting): Promise<Personas> {
  const { browser, watch, mailbox, zoneId, investorsLanguage, investorsEmail, ...manner } = setting;
  const zone = zones.find((one) => one.zoneId === zoneId);
  const outside = async (language: Language, address: string): Promise<Person> => {
    const person = await personOf(browser, watch, { ...manner, language, locale: 'en-GB' });
    mailbox.belongs(address, person);
    return person;
  };
  for (const { email, memberships } of demoPeople)
    if (memberships.some((one) => 'zone' in one && one.zone !== zoneId)) mailbox.leaves(email);
  const parties = new Map<PartyKind, Person>();
  for (const { kind, language, email } of zone ? partiesOf(zone) : [])
    if (asked.includes(kind)) parties.set(kind, await outside(language, email));
  return {
    parties,
    investor: await outside(investorsLanguage, investorsEmail),
    officer: await staffOf(setting, 'officer'),
    head: await staffOf(setting, 'head'),
    leadership: await staffOf(setting, 'leadership'),
  };
}
