import type { Names, Party, PartyKind, Zone } from '#core/reference/reference.ts';
import { partyKinds } from '#core/reference/reference.ts';
import { languages } from '#core/kernel/common.ts';
import { textsOf } from '#core/texts/index.ts';

/** The name of a kind of party in every language: demo parties are roles, never organisations that exist. */
const namesOf = (kind: PartyKind): Names =>
  Object.fromEntries(languages.map((language) => [language, textsOf(language).partyKinds[kind]])) as Names;

/** One party of each kind, with an address of its own and the language of the zone (the power company's is Russian). */
export const partiesOf = ({ zoneId, language }: Zone): readonly Party[] =>
  partyKinds.map((kind) => ({
    partyId: `${zoneId}-${kind}`,
    zoneId,
    kind,
    names: namesOf(kind),
    email: `${kind}.${zoneId}@example.org`,
    language: kind === 'power' && language === 'kk' ? 'ru' : language,
  }));
