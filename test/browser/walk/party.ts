import type { AssignmentKind } from '#core/stages/facts.ts';
import { textsOf } from '#core/texts/index.ts';
import { partyTexts } from '#core/texts/areas/party.ts';
import type { PartyOutcome } from '#pages/answer/fields.ts';
import { fillFacts } from './facts-form.ts';
import type { Person } from './person.ts';

async function chooses(person: Person, outcome: PartyOutcome): Promise<void> {
  const words = partyTexts(person.language);
  // A kind that has one answer asks for no choice.
  if ((await person.group(words.question).count()) === 0) return;
  await person.choose(words.question, words.choices[outcome]);
  await person.press(words.continue);
}

/** Looks at the answer once more, and sends it. */
async function sends(person: Person): Promise<void> {
  await person.press(partyTexts(person.language).continue);
  await person.press(partyTexts(person.language).send);
}

/** Gives what is asked, on the page that the email opened. */
export async function gives(person: Person, kind: AssignmentKind, day: string): Promise<void> {
  await chooses(person, kind === 'technical-condition' ? 'issued' : 'done');
  await fillFacts(person, kind, day);
  await sends(person);
}

/** Returns the investor's papers with remarks. */
export async function returns(person: Person): Promise<void> {
  const { fields } = partyTexts(person.language);
  await chooses(person, 'returned');
  await person.select(fields.reasonCode, textsOf(person.language).reasons.remarks);
  await person.type(fields.reason, 'Жүктеме көрсетілмеген.');
  await person.type(fields.daysToCure, '5');
  await sends(person);
}

/** Stops its work until a day. */
export async function suspends(person: Person, until: string): Promise<void> {
  const { fields } = partyTexts(person.language);
  await chooses(person, 'suspended');
  await person.select(fields.reasonCode, textsOf(person.language).reasons['supplier-late']);
  await person.type(fields.reason, 'Қосалқы станса жөнделуде.');
  await person.type(fields.until, until);
  await sends(person);
}
