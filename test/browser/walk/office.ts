import type { Outcome } from '#core/stages/decision.ts';
import type { Utility } from '#core/kernel/common.ts';
import type { AssignmentKind } from '#core/stages/facts.ts';
import { assignmentName } from '#core/notices/names.ts';
import { capital } from '#core/texts/capital.ts';
import { textsOf } from '#core/texts/index.ts';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { fillFacts } from './facts-form.ts';
import type { Person } from './person.ts';

/** Signs in from the start page, at the issuer's own page. */
export async function signsIn(person: Person, site: string, account: string): Promise<void> {
  await person.open(site);
  await person.follow(person.words.signIn);
  await person.press(person.words.signInPage.start);
  await person.press(new RegExp(`^${account} `));
}

/** Looks at what will be sent, and sends it. */
async function sends(person: Person): Promise<void> {
  const { answer } = officeTexts(person.language);
  await person.press(answer.preview);
  await person.press(answer.confirm);
}

/** An answer of the office's own. */
const chooses = (person: Person, outcome: Outcome): Promise<void> =>
  person.follow(officeTexts(person.language).choices[outcome]);

/** From a project's page to one of its assignments that the reader can answer: what is next stands on top, the others in a list. */
async function opens(person: Person, kind: AssignmentKind, line?: Utility): Promise<void> {
  const name = capital(person.language, assignmentName(textsOf(person.language), kind, line));
  await person.follow(name, person.page.locator('.call, .govuk-task-list'));
}

/** Does an assignment of the office, on the page that its email opened; one that needs no words with a note, which is folded. */
export async function does(person: Person, kind: AssignmentKind, day: string): Promise<void> {
  const folded = person.page.getByText(officeTexts(person.language).answer.withNote, { exact: true });
  if ((await folded.count()) > 0) await folded.click();
  await fillFacts(person, kind, day);
  await sends(person);
}

/** Approves the stage, on the page that its email opened: the emails are read where the button is. */
export async function approves(person: Person): Promise<void> {
  const { choices, answer } = officeTexts(person.language);
  await person.page.getByText(choices.approved, { exact: true }).click();
  await person.press(answer.confirm);
}

/** From the project's page. */
export async function approvesLetter(person: Person): Promise<void> {
  await opens(person, 'office-decision');
  await approves(person);
}

/** Asks the investor for a correction, from the project's page. */
export async function asksForCorrection(person: Person): Promise<void> {
  const { answer } = officeTexts(person.language);
  await opens(person, 'office-decision');
  await chooses(person, 'returned');
  await person.select(answer.reasonCode, textsOf(person.language).reasons.incomplete);
  await person.type(answer.reason, '2024 жылғы есеп жоқ.');
  await person.type(answer.daysToCure, '5');
  await sends(person);
}

/** Finds a project by its number in the work list. */
export async function finds(person: Person, number: string): Promise<void> {
  const { list } = officeTexts(person.language);
  await person.follow(person.words.siteName);
  await person.type(list.search, number);
  await person.press(list.find);
  await person.follow(new RegExp(number), person.page.locator('.desk'));
}

/** Writes down a party's answer that came on paper, from the project's page. */
export async function recordsPaper(person: Person, line: Utility, day: string): Promise<void> {
  const { answer } = officeTexts(person.language);
  await opens(person, 'technical-condition', line);
  await person.follow(capital(person.language, textsOf(person.language).outcomes.issued));
  const paper = person.group(answer.paper);
  await person.type(answer.paperNumber, '03-11/214', paper);
  await person.type(answer.paperDate, day, paper);
  await fillFacts(person, 'technical-condition', day);
  await sends(person);
}

/** Reports that utility lines of the zone are ready. */
export async function reportsLines(person: Person, lines: readonly Utility[]): Promise<void> {
  const { list, lines: words } = officeTexts(person.language);
  await person.follow(person.words.siteName);
  await person.follow(list.lines);
  for (const line of lines) {
    await person.select(words.line, textsOf(person.language).utilities[line]);
    await person.choose(words.state, words.ready);
    await person.press(words.save);
  }
}

/** Says that the originals of all documents that lack lie with the office, from the project's page. */
export async function holdsPapers(person: Person): Promise<void> {
  const { link, original } = documentPageTexts(person.language);
  await person.follow(link);
  for (const box of await person.page.locator('input[name="kinds"]').all()) await box.check();
  await person.press(original.button);
}
