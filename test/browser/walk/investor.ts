import { languageNames } from '#core/texts/index.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { documentPageTexts } from '#core/texts/areas/document-pages.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import { sectorTexts } from '#core/texts/areas/sectors.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import type { AssignmentKind } from '#core/stages/facts.ts';
import { letterLabels } from '#pages/letter/labels.ts';
import { fillFacts } from './facts-form.ts';
import type { Person } from './person.ts';

/** What one investor writes; numbers as people type them. */
export interface WrittenLetter {
  readonly zone: string;
  readonly country: 'KZ' | 'UZ';
  readonly name: string;
  readonly number: string;
  readonly currency: string;
  readonly email: string;
}

const signed = { name: 'хат.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\n') };

/** Brings the signed letter on the page of documents. */
async function addsLetter({ page, press, language }: Person): Promise<void> {
  const { form } = documentPageTexts(language);
  const name = documentTexts(language).names['signed-letter'];
  await page.getByLabel(`${form.file}: ${name}`, { exact: true }).setInputFiles(signed);
  await press(`${form.send} (${name})`);
}

async function fillLetter(person: Person, letter: WrittenLetter): Promise<void> {
  const { type, select, choose, press, group, words } = person;
  const texts = letterTexts(person.language);
  const labels = letterLabels(person.language);
  const next = () => press(words.save);
  await select(labels.zoneId, letter.zone);
  await choose(labels['company.country'], texts.countries[letter.country]);
  await type(labels['company.name'], letter.name);
  await type(labels['company.number'], letter.number);
  await next();
  await type(labels.production, 'Базальт тақталары');
  await select(labels.sector, sectorTexts(person.language).other);
  await type(words.amount, '12 000 000 000', group(labels['investment.amount']));
  await select(words.currency, letter.currency, group(labels['investment.amount']));
  await type(labels.jobs, '120');
  await type(labels.exportShare, '30');
  await choose(labels.financing, texts.financing.mixed);
  await next();
  for (const [line, amount] of [
    ['power', '4 500'],
    ['gas', '800,5'],
    ['water', '120'],
  ] as const)
    await type(labels[`utilities.${line}`], amount);
  await next();
  await type(labels.landHectares, '4,5');
  await type(labels.wantedStart, '2026-11-16');
  await next();
  await type(labels['contact.name'], 'Өкіл');
  await type(labels['contact.email'], letter.email);
  await choose(labels['contact.language'], languageNames[person.language]);
  await next();
  await addsLetter(person);
  await person.press(documentPageTexts(person.language).goOn);
  await choose(labels.consent, texts.check.consent);
}

/** From the start page, which is in English for this browser, to the receipt, in a language chosen on the way. Gives the letter's reference. */
export async function handsIn(person: Person, site: string, letter: WrittenLetter): Promise<string> {
  const { start, check, receipt } = letterTexts(person.language);
  await person.open(site);
  if (person.language !== 'en') await person.follow(languageNames[person.language]);
  await person.press(start.button);
  await fillLetter(person, letter);
  await person.press(check.button);
  const text = await person.reads();
  const number = /[A-Z]{3}-\d{4}-[A-Z][A-Z2-9]{5}/.exec(text)?.[0];
  if (number === undefined || !text.includes(receipt.title)) throw new Error(`No receipt: ${text}`);
  return number;
}

/** On the page that the receipt's link opens. */
export const confirms = (person: Person): Promise<void> => person.press(trackingTexts(person.language).confirm.button);

/** Answers a correction or a party's remarks, from the page of the project. */
export async function corrects(person: Person): Promise<void> {
  const { answer } = trackingTexts(person.language);
  await person.press(answer.correct);
  await person.type(answer.note, 'Түзетілді: 2024 жылғы есеп қосылды.');
  await person.press(answer.correct);
}

/** Answers an assignment of the investor's own with facts. */
export async function answers(person: Person, kind: AssignmentKind, day: string): Promise<void> {
  await person.press(trackingTexts(person.language).answer.open);
  await fillFacts(person, kind, day);
  await person.press(person.words.send);
}
