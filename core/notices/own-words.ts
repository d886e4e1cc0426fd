import * as z from 'zod/mini';
import { nameLine, paragraph, type Language } from '../kernel/common.ts';
import type { Issue } from '../kernel/result.ts';
import { emailTextsOf, type NoticeText } from '../texts/areas/emails.ts';
import { placesOf } from '../texts/fill.ts';
import { inLatin } from '../texts/uzbek-latin.ts';
import { writtenLanguages, type NoticeVersion } from '../reference/reference.ts';
import { audiences, type NoticeAudience } from './notice.ts';
import type { NoticeContent } from './notice-content.ts';

type WrittenLanguage = (typeof writtenLanguages)[number];

/** A notice to one kind of reader: 'rejected.investor'. */
export type NoticeName = `${NoticeContent['notice']}.${NoticeAudience}`;

export const noticeName = ({ notice, audience }: Pick<NoticeContent, 'notice' | 'audience'>): NoticeName =>
  `${notice}.${audience}`;

export const noticeNames: readonly NoticeName[] = Object.entries(audiences).flatMap(([notice, readers]) =>
  notice === 'digest' ? [] : readers.map((audience) => `${notice}.${audience}` as NoticeName),
);
export const NoticeName = z.enum(noticeNames);

export const partsOf = (name: NoticeName): Pick<NoticeContent, 'notice' | 'audience'> => {
  const [notice, audience] = name.split('.') as [NoticeContent['notice'], NoticeAudience];
  return { notice, audience };
};

/** What an administrator may say otherwise: a few words of the subject, heading, opening sentences (an empty line between two paragraphs), last line. */
export const OwnWords = z.object({
  subject: nameLine(60),
  heading: nameLine(120),
  opening: z.optional(paragraph(1500)),
  closing: z.optional(nameLine(300)),
});
export type OwnWords = z.infer<typeof OwnWords>;
export const wordParts = ['subject', 'heading', 'opening', 'closing'] as const satisfies readonly (keyof OwnWords)[];

export const OwnTexts = z.object({ kk: OwnWords, ru: OwnWords, en: OwnWords, 'uz-cyrl': OwnWords });
export type OwnTexts = z.infer<typeof OwnTexts>;

export function productText(language: Language, name: NoticeName): NoticeText {
  const { notice, audience } = partsOf(name);
  const byAudience: Readonly<Partial<Record<NoticeAudience, NoticeText>>> = emailTextsOf(language).notices[notice];
  const text = byAudience[audience];
  if (text === undefined) throw new RangeError(`No notice '${notice}' goes to: ${audience}`);
  return text;
}

/** The office's own mailbox is where replies go: it is not told to write to itself. */
export const hasClosing = (name: NoticeName): boolean => partsOf(name).audience !== 'office';

export function productWords(language: Language, name: NoticeName): OwnWords {
  const { subject, heading, paragraphs } = productText(language, name);
  return {
    subject,
    heading,
    ...(paragraphs.length > 0 && { opening: paragraphs.join('\n\n') }),
    ...(hasClosing(name) && { closing: emailTextsOf(language).email.questions }),
  };
}

export interface Placeholders {
  /** For which an email has a value. */
  readonly known: readonly string[];
  /** Which the words may not drop. */
  readonly needed: readonly string[];
}

export function placeholdersOf(name: NoticeName): Placeholders {
  const { heading, opening = '' } = productWords('en', name);
  const needed = placesOf(`${heading} ${opening}`);
  return { known: [...new Set(['number', 'stage', ...needed])], needed };
}

const link = /:\/\/|\bwww\./i;

function wordsIssues({ heading, opening = '', ...words }: OwnWords, name: NoticeName, places: Placeholders) {
  const filled = (text: string): string =>
    places.known.reduce((left, place) => left.replaceAll(`{${place}}`, ''), text);
  const product = productWords('en', name);
  const found = new Set(placesOf(`${heading} ${opening}`));
  return wordParts
    .flatMap((part): Issue[] => {
      const text = { heading, opening, ...words }[part] ?? '';
      if (text === '') return product[part] === undefined ? [] : [{ path: part, code: 'missing' }];
      // Number, stage and day stand in every subject by themselves.
      const rest = part === 'heading' || part === 'opening' ? filled(text) : text;
      if (/[{}]/.test(rest)) return [{ path: part, code: 'unknown-placeholder' }];
      return link.test(text) ? [{ path: part, code: 'web-address' }] : [];
    })
    .concat(
      places.needed.every((place) => found.has(place))
        ? []
        : [{ path: product.opening === undefined ? 'heading' : 'opening', code: 'dropped-placeholder' }],
    );
}

/** What is wrong with a zone's words for a notice, as the product is now: a language without words, a placeholder that is not known or was dropped, a link. */
export function ownIssues(
  name: NoticeName,
  texts: Readonly<Record<string, unknown>>,
  places: Placeholders = placeholdersOf(name),
): readonly Issue[] {
  return writtenLanguages.flatMap((language) => {
    const words = OwnWords.safeParse(texts[language]);
    const issues = words.success ? wordsIssues(words.data, name, places) : [{ path: '', code: 'missing' }];
    return issues.map(({ path, code }) => ({ path: `texts.${language}.${path}`, code }));
  });
}

/** The zone's own words for a reader; undefined where the product's hold: none were kept, or the product has outgrown them. */
export function ownWords(
  name: NoticeName,
  version: NoticeVersion | undefined,
  language: Language,
  places?: Placeholders,
): OwnWords | undefined {
  if (version?.texts === undefined || ownIssues(name, version.texts, places).length > 0) return undefined;
  const texts = OwnTexts.parse(version.texts);
  return language === 'uz' ? inLatin(texts['uz-cyrl']) : texts[language satisfies WrittenLanguage];
}

/** Paragraphs are parted by an empty line; single line breaks are the form's. */
export const paragraphsOf = (opening: string): readonly string[] =>
  opening
    .split(/\r?\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
