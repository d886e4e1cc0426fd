import * as z from 'zod/mini';
import {
  DateText,
  Email,
  Identifier,
  Language,
  Money,
  nameLine,
  paragraph,
  quantity,
  type UtilityNeed,
} from '../kernel/common.ts';
import { bareDigits } from '../kernel/company-number.ts';
import { visible } from '../kernel/visible.ts';
import { Sector } from './sector.ts';

const digits = (pattern: RegExp) => z.string().check(z.overwrite(bareDigits), z.regex(pattern));

/** Company numbers: Kazakhstan's BIN and IIN have 12 digits, Uzbekistan's STIR 9 and a sole trader's PINFL 14; elsewhere what the register gives. */
const companyNamed = <Name extends z.ZodMiniType<string>>(name: Name) =>
  z.discriminatedUnion('country', [
    z.object({ country: z.literal('KZ'), name, number: digits(/^\d{12}$/) }),
    z.object({ country: z.literal('UZ'), name, number: digits(/^(?:\d{9}|\d{14})$/) }),
    z.object({
      country: z.literal('other'),
      name,
      number: z.string().check(z.overwrite(visible), z.trim(), z.regex(/^[\p{L}\p{N}][\p{L}\p{N}./ -]{1,39}$/u)),
      /** ISO 3166-1 alpha-2. */
      registeredIn: z.string().check(z.regex(/^[A-Z]{2}$/)),
    }),
  ]);

export const Company = companyNamed(nameLine(200));
export type Company = z.infer<typeof Company>;

/** Who speaks for the investor: personal data, kept apart from everything else and erasable. */
export const Contact = z.object({
  name: nameLine(120),
  email: Email,
  phone: z.optional(z.string().check(z.overwrite(visible), z.trim(), z.regex(/^\+?[0-9 ()-]{5,24}$/))),
  language: Language,
});
export type Contact = z.infer<typeof Contact>;

/** Of a letter on paper: whoever has no email address is told by telephone. */
export const PaperContact = z.extend(Contact, { email: z.optional(Email) });
export type PaperContact = z.infer<typeof PaperContact>;

/** More than nought: what is not needed is left out. */
const needed = (max: number) => z.number().check(z.positive(), z.maximum(max));

/** How much is needed, under its unit; or that it is needed and nobody knows yet how much. */
const need = <Unit extends UtilityNeed['unit']>(unit: Unit, max: number) =>
  z.optional(
    z.union([
      z.object({ [unit]: needed(max) } as Record<Unit, ReturnType<typeof needed>>),
      z.object({ notKnown: z.literal(true) }),
    ]),
  );

/** What the plant needs from the zone's utility lines; a line that is absent is not needed. */
export const UtilityNeeds = z.object({
  power: need('kilowatts', 2_000_000),
  gas: need('cubicMetresPerHour', 1_000_000),
  water: need('cubicMetresPerDay', 1_000_000),
  sewerage: need('cubicMetresPerDay', 1_000_000),
  heat: need('gigacaloriesPerHour', 10_000),
  telecom: need('megabitsPerSecond', 1_000_000),
  road: need('trucksPerDay', 10_000),
  rail: need('wagonsPerDay', 10_000),
});
export type UtilityNeeds = z.infer<typeof UtilityNeeds>;

export const financingSources = [
  'own-funds',
  'bank-loan',
  'development-institution',
  'foreign-investment',
  'mixed',
] as const;

/** A letter of intent as an investor hands it in. Its signature is a document of the project: what somebody says of a file proves nothing. */
export const LetterOfIntent = z.object({
  zoneId: Identifier,
  company: Company,
  contact: Contact,
  production: paragraph(1000),
  sector: Sector,
  investment: Money,
  jobs: z.int().check(z.nonnegative(), z.maximum(1_000_000)),
  /** Share of the output for export, per cent. */
  exportShare: quantity(100),
  landHectares: quantity(100_000),
  utilities: UtilityNeeds,
  wantedStart: DateText,
  financing: z.enum(financingSources),
  forum: z.optional(Identifier),
  /** The plot that it asks for, of the zone. */
  plotId: z.optional(Identifier),
  consent: z.literal(true),
});
export type LetterOfIntent = z.infer<typeof LetterOfIntent>;

export const PaperLetter = z.extend(LetterOfIntent, { contact: PaperContact });
export type PaperLetter = z.infer<typeof PaperLetter>;

/** A letter as it lies in the table, without its contact: names were judged when they came in, by the rules of then. */
export const StoredLetter = z.extend(z.omit(LetterOfIntent, { contact: true, consent: true }), {
  company: companyNamed(z.string()),
});
export const StoredContact = z.extend(PaperContact, { name: z.string() });

/** ≥ 128 random bits: 22 base64url characters or a UUID. */
export const IdempotencyKey = z.string().check(z.regex(/^[\w-]{22,128}$/));

export const SubmitLetterResponse = z.object({ projectId: z.string(), number: z.string(), trackingUrl: z.url() });
export type SubmitLetterResponse = z.infer<typeof SubmitLetterResponse>;
