import * as z from 'zod/mini';
import type { Country } from '../calendar/country.ts';
import { Identifier, Instant, line, Utility } from '../kernel/common.ts';
import { LineNeed, SayNeed } from '../lines/need.ts';
import { LineNeedView } from '../lines/view-needs.ts';

/** By what other registers know a project. Stored: for ever. */
export const numberKinds = [
  'ndip',
  'e-licensing',
  'construction-object',
  'cadastre',
  'auction-lot',
  'register-entry',
] as const;
const NumberKind = z.enum(numberKinds);
export type NumberKind = z.infer<typeof NumberKind>;

const code = /^[A-Z0-9][A-Z0-9/.-]{2,38}$/;

/** How each is written where its register says so, else as a code of letters and digits. `only`: of one country. */
export const numberRules: Readonly<Record<NumberKind, { readonly form: RegExp; readonly only?: Country }>> = {
  ndip: { form: code, only: 'KZ' },
  // KZ12VUA01234567, or the number of the request alone.
  'e-licensing': { form: /^[A-Z]{2}\d{2}[A-Z]{3}\d{8}$|^\d{8,15}$/, only: 'KZ' },
  'construction-object': { form: code },
  // 02-036-098-123 in Kazakhstan, 10:01:01:02:03:0001 in Uzbekistan.
  cadastre: { form: /^\d{2}[:-]\d{3}[:-]\d{3}[:-]\d{1,6}$|^\d{2}(?::\d{2}){2,5}(?::\d{3,5}){1,2}$/ },
  'auction-lot': { form: /^\d{4,12}$/, only: 'UZ' },
  'register-entry': { form: /^[A-Z0-9][A-Z0-9/.-]{0,38}$/ },
};

/** Written as it is compared: without spaces, in capitals, with plain hyphens. */
export const plainNumber = (typed: string): string =>
  typed
    .replaceAll(/[\s№]/gu, '')
    .replaceAll(/[\u2010-\u2015\u2212]/gu, '-')
    .toUpperCase();

export const ExternalNumber = z.object({ kind: NumberKind, number: z.string() });
export type ExternalNumber = z.infer<typeof ExternalNumber>;

/** `companion`: who of the office is there for the investor; `verified`: when somebody last said that all is as it stands. Staff by their ids. */
export const careShape = {
  numbers: z.array(ExternalNumber),
  companion: z.optional(z.string()),
  verified: z.optional(z.object({ at: Instant, by: z.string() })),
} as const;

/** `lineNeeds`: what it needs of lines of the zone, said or inferred. `roadMap`, once it is approved: since when, and how many changes wait for somebody above. */
export const careView = {
  ...careShape,
  roadMap: z.optional(z.object({ at: Instant, hash: z.string(), asked: z.int() })),
  lineNeeds: z.array(LineNeedView),
} as const;

export const careEvents = [
  z.object({ type: z.literal('number-noted'), ...ExternalNumber.shape }),
  z.object({ type: z.literal('number-removed'), ...ExternalNumber.shape }),
  /** Who of the office is there for the investor. */
  z.object({ type: z.literal('companion-named'), personId: z.string() }),
  /** Somebody has looked: all is as it stands. */
  z.object({ type: z.literal('verified') }),
  /** The office says that it needs a line of the zone, in the place of what was said of the line before. */
  z.object({ type: z.literal('need-said'), ...LineNeed.shape }),
  z.object({ type: z.literal('need-removed'), lineId: Identifier, utility: Utility }),
] as const;

export const CareRequest = z.discriminatedUnion('act', [
  z.object({ act: z.literal('note-number'), kind: NumberKind, number: line(60) }),
  z.object({ act: z.literal('remove-number'), kind: NumberKind, number: line(60) }),
  z.object({ act: z.literal('name-companion'), personId: z.string().check(z.minLength(1), z.maxLength(128)) }),
  z.object({ act: z.literal('verify') }),
  z.object({ act: z.literal('say-need'), ...SayNeed.shape }),
  z.object({ act: z.literal('remove-need'), lineId: Identifier }),
]);
export type CareRequest = z.infer<typeof CareRequest>;

/** In the order of their kinds, then by number. */
export const numbersOf = ({
  numbers = [],
}: {
  readonly numbers?: readonly ExternalNumber[] | undefined;
}): readonly ExternalNumber[] =>
  numbers.toSorted((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.number < b.number ? -1 : 1));
