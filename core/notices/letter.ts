import type { Language } from '../kernel/common.ts';
import type { Office } from '../reference/reference.ts';
import { fill, textsOf } from '../texts/index.ts';
import { oneLine } from './one-line.ts';
import { emailTextsOf } from '../texts/areas/emails.ts';

export interface Row {
  readonly label: string;
  readonly value: string;
  readonly strong?: boolean;
  /** What stands above what is to be done even where other facts stand below it. */
  readonly first?: boolean;
}

export interface ListEntry {
  readonly text: string;
  readonly url?: string | undefined;
}

export interface Letter {
  readonly language: Language;
  readonly zone: string;
  readonly subject: string;
  readonly heading: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly rows: readonly Row[];
  /** Whether facts that bind nobody stand below what is to be done: then only the days and the decision stand above it. */
  readonly factsLast?: boolean;
  readonly quotes: readonly { readonly label: string; readonly text: string }[];
  readonly lists: readonly {
    readonly title: string;
    readonly entries: readonly ListEntry[];
    readonly more?: string | undefined;
  }[];
  readonly action?: { readonly label: string; readonly url: string; readonly copyAddress: string } | undefined;
  readonly closing: readonly string[];
  /** The last line: where the reader finds all of it. */
  readonly everything?: { readonly label: string; readonly url: string } | undefined;
}

/** The last line of every email to a party. */
export const everythingIn = (language: Language, url: string | undefined): Letter['everything'] =>
  url === undefined ? undefined : { label: emailTextsOf(language).email.everything, url };

/** In every email to an investor: who of the office is there for them, where somebody is named. */
export const companionIn = (language: Language, name: string | undefined): readonly string[] =>
  name === undefined ? [] : [fill(emailTextsOf(language).email.companion, { name: oneLine(name) })];

/** Whom the reader of an email turns to with a question. */
export function questionsIn(
  language: Language,
  office: Office | undefined,
  questions = emailTextsOf(language).email.questions,
): readonly string[] {
  const { office: words } = textsOf(language);
  const { phone, hours } = office ?? {};
  return [
    questions,
    ...(phone === undefined
      ? []
      : [`${words.phone}: ${phone}${hours === undefined ? '' : `, ${fill(words.hours, { hours })}`}`]),
  ];
}

export const splitRows = ({
  rows,
  factsLast = false,
}: Letter): { readonly above: readonly Row[]; readonly below: readonly Row[] } =>
  factsLast
    ? { above: rows.filter((row) => row.first === true), below: rows.filter((row) => row.first !== true) }
    : { above: rows, below: [] };
