import { expect } from 'vitest';
import { addDays } from '#core/calendar/local-date.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import { answers, confirms, corrects, handsIn, type WrittenLetter } from './investor.ts';
import { sees } from './leadership.ts';
import { approvesLetter, asksForCorrection, finds, holdsPapers, recordsPaper, reportsLines } from './office.ts';
import { returns, suspends } from './party.ts';
import { asks, type Play } from './steps.ts';

/** The letter is handed in, its address confirmed, once returned and corrected, and taken. Gives the project's number. */
export async function letterOfIntent(play: Play, site: string, letter: WrittenLetter): Promise<string> {
  const { investor, officer, leadership, investorOpens, officeOpens } = play;
  const before = await sees(leadership, 'letter-of-intent');
  const reference = await handsIn(investor, site, letter);
  expect(await sees(leadership, 'letter-of-intent')).toBe(before);
  await investorOpens((words) => [words.notices.receipt.investor.subject]);
  await confirms(investor);
  expect(await sees(leadership, 'letter-of-intent')).toBe(before + 1);

  await officeOpens((words) => [words.notices['letter-received'].office.subject]);
  const number = /[A-Z]{3}-\d{4}-\d{4}/.exec(await officer.reads())?.[0] ?? '';
  expect(number).not.toBe('');
  expect(await officer.reads()).not.toContain(reference);
  await asksForCorrection(officer);
  await investorOpens((words) => [words.notices.correction.investor.subject]);
  expect(await investor.reads()).toContain('2024 жылғы есеп жоқ.');
  await corrects(investor);
  await officeOpens((words) => [words.notices.corrected.office.subject]);
  await approvesLetter(officer);
  return number;
}

/** The investor is asked for the documents by email and brings them on paper. */
export async function councilApproval(
  { officer, head, leadership, hasCouncil, investorOpens, officeDoes, partyGives, approved }: Play,
  number: string,
): Promise<void> {
  const before = await sees(leadership, 'contract-and-land');
  await investorOpens((words) => [words.assignments.documents.name]);
  await finds(officer, number);
  await holdsPapers(officer);
  await officeDoes('document-check');
  if (hasCouncil) await partyGives('council-secretary', 'council-protocol');
  await approved('council-approval', head);
  expect(await sees(leadership, 'contract-and-land')).toBe(before + 1);
}

export async function contractAndLand({ officeDoes, partyGives, approved }: Play): Promise<void> {
  await officeDoes('contract');
  await partyGives('land-department', 'plot');
  await officeDoes('register-entry');
  await approved('contract-and-land');
}

/** Power returns the papers once, gas stops its work for a while, water answers on paper. */
export async function technicalConditions(play: Play, number: string): Promise<void> {
  const { investor, officer, investorOpens, partyOpens, partyGives, approved, today, advance } = play;
  await returns(await partyOpens('power', 'technical-condition', 'power'));
  await suspends(await partyOpens('gas', 'technical-condition', 'gas'), addDays(await today(), 14));
  await partyGives('architecture', 'architectural-planning');
  await investorOpens((words) => [words.notices.correction.investor.subject, words.utilities.power]);
  await corrects(investor);
  await partyGives('power', 'technical-condition', 'power');
  await finds(officer, number);
  await recordsPaper(officer, 'water', await today());
  await advance('P15D');
  await partyGives('gas', 'technical-condition', 'gas');
  await approved('technical-conditions');
}

export async function designDocumentation({
  investor,
  investorOpens,
  officeDoes,
  approved,
  today,
}: Play): Promise<void> {
  await investorOpens(asks('documentation'));
  await answers(investor, 'documentation', await today());
  await officeDoes('documentation-check');
  await approved('design-documentation');
}

export async function expertise({ officer, officeDoes, partyGives, approved }: Play): Promise<void> {
  await partyGives('expertise-body', 'expertise');
  await partyGives('bank', 'financing');
  await reportsLines(officer, ['power', 'gas', 'water']);
  await officeDoes('line-readiness');
  await approved('expertise');
}

export async function constructionStart({
  investor,
  leadership,
  investorOpens,
  officeDoes,
  approved,
  today,
}: Play): Promise<void> {
  const before = await sees(leadership, 'construction-started');
  await investorOpens(asks('start-notification'));
  await answers(investor, 'start-notification', await today());
  await officeDoes('site-confirmation');
  await approved('construction-start');
  await investorOpens((words) => [words.notices['construction-started'].investor.subject]);
  expect(await investor.reads()).toContain(trackingTexts(investor.language).ended);
  expect(await sees(leadership, 'construction-started')).toBe(before + 1);
}
