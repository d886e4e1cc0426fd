import * as z from 'zod/mini';
import { DateText, Email, Identifier, Language, line, Money, paragraph, quantity } from './common.ts';
import { Sector } from './sector.ts';

/** Company numbers: Kazakhstan's BIN has 12 digits, Uzbekistan's TIN 9; elsewhere what the register gives. */
export const Company = z.discriminatedUnion('country', [
  z.object({ country: z.literal('KZ'), name: line(200), number: z.string().check(z.regex(/^\d{12}$/)) }),
  z.object({ country: z.literal('UZ'), name: line(200), number: z.string().check(z.regex(/^\d{9}$/)) }),
  z.object({
    country: z.literal('other'),
    name: line(200),
    number: z.string().check(z.trim(), z.regex(/^[\p{L}\p{N}][\p{L}\p{N}./ -]{1,39}$/u)),
    /** ISO 3166-1 alpha-2. */
    registeredIn: z.string().check(z.regex(/^[A-Z]{2}$/)),
  }),
]);
export type Company = z.infer<typeof Company>;

/** Who speaks for the investor: personal data, kept apart from everything else and erasable. */
export const Contact = z.object({
  name: line(120),
  email: Email,
  phone: z.optional(z.string().check(z.trim(), z.regex(/^\+?[0-9 ()-]{5,24}$/))),
  language: Language,
});
export type Contact = z.infer<typeof Contact>;

/** More than nought: what is not needed is left out. */
const needed = (max: number) => z.number().check(z.positive(), z.maximum(max));

/** What the plant needs from the zone's utility lines; a line that is absent is not needed. */
export const UtilityNeeds = z.object({
  power: z.optional(z.object({ kilowatts: needed(2_000_000) })),
  gas: z.optional(z.object({ cubicMetresPerHour: needed(1_000_000) })),
  water: z.optional(z.object({ cubicMetresPerDay: needed(1_000_000) })),
  sewerage: z.optional(z.object({ cubicMetresPerDay: needed(1_000_000) })),
  heat: z.optional(z.object({ gigacaloriesPerHour: needed(10_000) })),
  telecom: z.optional(z.object({ megabitsPerSecond: needed(1_000_000) })),
  road: z.optional(z.object({ trucksPerDay: needed(10_000) })),
  rail: z.optional(z.object({ wagonsPerDay: needed(10_000) })),
});
export type UtilityNeeds = z.infer<typeof UtilityNeeds>;

export const financingSources = ['own-funds', 'bank-loan', 'development-institution', 'foreign-investment', 'mixed'] as const;

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
  /** The forum of the zone at which it was handed in or prepared. */
  forum: z.optional(Identifier),
  /** The investor agrees that the data are used to handle the letter. */
  consent: z.literal(true),
});
export type LetterOfIntent = z.infer<typeof LetterOfIntent>;

/** ≥ 128 random bits: 22 base64url characters or a UUID. */
export const IdempotencyKey = z.string().check(z.regex(/^[\w-]{22,128}$/));

export const SubmitLetterResponse = z.object({
  projectId: z.string(),
  number: z.string(),
  trackingUrl: z.url(),
});
export type SubmitLetterResponse = z.infer<typeof SubmitLetterResponse>;
