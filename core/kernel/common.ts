import * as z from 'zod/mini';
import { asciiAddress } from './email-address.ts';
import { countries } from '../calendar/country.ts';
import { visible } from './visible.ts';

/** Languages of texts and emails, as BCP 47 would have them but short: Kazakh, Russian, English, Uzbek Latin and Cyrillic. */
export const languages = ['kk', 'ru', 'en', 'uz', 'uz-cyrl'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

export const Country = z.enum(countries);
export type Country = z.infer<typeof Country>;

export const utilities = ['power', 'gas', 'water', 'sewerage', 'heat', 'telecom', 'road', 'rail'] as const;
export const Utility = z.enum(utilities);
export type Utility = z.infer<typeof Utility>;

export const currencies = ['KZT', 'UZS', 'USD', 'EUR', 'RUB', 'CNY'] as const;
export const Currency = z.enum(currencies);
export type Currency = z.infer<typeof Currency>;

/** Minor units: ten trillion. The greatest plants stay below it in soum; one delta of figures is a safe integer. */
export const mostMoney = 10 ** 15;

/** Money in minor units (tiyn, cents): a safe integer; never summed across currencies. */
export const Money = z.object({
  amountMinor: z.int().check(z.nonnegative(), z.maximum(mostMoney)),
  currency: Currency,
});
export type Money = z.infer<typeof Money>;

/** Many amounts in one currency, in minor units; what would be more than a safe integer is told as the greatest one. */
export const MoneySum = z.object({ amountMinor: z.int(), currency: Currency });
export type MoneySum = z.infer<typeof MoneySum>;

/** 'YYYY-MM-DD' that exists in the calendar, 1990-01-01 to 2100-12-31: one mistyped year must not run out of it. */
export const DateText = z.iso.date().check(z.regex(/^(?:199\d|20\d\d|2100)-/));

export const Identifier = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));

// Control characters (CR, LF, NUL …) have no place in a name: they forge email headers and CSV rows.
const noControls = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u;

/** One line a person typed: trimmed, 1 to `max` characters, no control characters; invisible marks are dropped. */
export const line = (max: number) =>
  z.string().check(
    z.overwrite((text) => visible(text) || text),
    z.trim(),
    z.minLength(1),
    z.maxLength(max),
    z.regex(noControls),
  );

/** A name as it is given: a line of which something can be seen. What was stored earlier may be less. */
export const nameLine = (max: number) =>
  z.string().check(z.overwrite(visible), z.trim(), z.minLength(1), z.maxLength(max), z.regex(noControls));

/** A paragraph a person typed: trimmed, line breaks kept, 1 to `max` characters. */
export const paragraph = (max: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(max), z.regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u));

/** Epoch milliseconds. */
export const Instant = z.int().check(z.nonnegative());

// As zod's own, and the last label may be a domain of another alphabet in its ASCII form: `.қаз` is `.xn--80ao21a`.
const emailPattern =
  /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?:[A-Za-z]{2,}|[Xx][Nn]--[A-Za-z0-9-]*[A-Za-z0-9])$/;

/** An address as mail servers take it: in lower case, a domain of any alphabet in its ASCII form. */
export const Email = z
  .string()
  .check(z.overwrite(asciiAddress), z.email({ pattern: emailPattern }), z.maxLength(254), z.toLowerCase());

export const quantity = (max: number) => z.number().check(z.nonnegative(), z.maximum(max));

/** How much a plant needs of one utility line; the unit is the key. Without an amount nobody knows it yet. */
export interface UtilityNeed {
  readonly amount?: number;
  readonly unit:
    | 'kilowatts'
    | 'cubicMetresPerHour'
    | 'cubicMetresPerDay'
    | 'gigacaloriesPerHour'
    | 'megabitsPerSecond'
    | 'trucksPerDay'
    | 'wagonsPerDay';
}
