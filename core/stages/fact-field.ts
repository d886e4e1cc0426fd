import * as z from 'zod/mini';
import type { Country } from '../calendar/country.ts';
import { DateText, Money, nameLine, paragraph, quantity } from '../kernel/common.ts';
import type { Outcome } from './decision.ts';

export const mostPhases = 20;

/** Facts go into the event log, so they hold no personal data: organisations and document numbers only. */
export interface FactField {
  readonly kind: 'text' | 'paragraph' | 'date' | 'number' | 'money' | 'hectares' | 'statement' | 'documents' | 'phases';
  readonly contract: z.ZodMiniType;
  readonly optional?: boolean;
  /** Asked with this outcome alone: a refusal asks for nothing else. */
  readonly only?: Outcome;
  /** An optional one is needed with this outcome, or in this country. */
  readonly needed?: { readonly outcome: Outcome } | { readonly country: Country };
  /** Written by us with the answer: shown, never asked for. */
  readonly ours?: boolean;
  /** A day on which something was signed, issued or seen: it is not still to come. */
  readonly past?: boolean;
  /** A day that comes after that of another fact. */
  readonly after?: string;
}

export const text = (max: number): FactField => ({ kind: 'text', contract: nameLine(max) });
export const numbered = text(60);
/** As it stands in the paper, with its unit; what is nought is a refusal. */
export const capacity: FactField = {
  kind: 'text',
  contract: nameLine(60).check(z.regex(/^(?!0+(?:[.,]0+)?(?![\d.,]))/)),
};
export const words: FactField = { kind: 'paragraph', contract: paragraph(2000) };
export const day: FactField = { kind: 'date', contract: DateText };
export const pastDay: FactField = { ...day, past: true };
export const dayAfter = (after: string): FactField => ({ ...day, after });
export const money: FactField = { kind: 'money', contract: Money };
export const hectares: FactField = { kind: 'hectares', contract: quantity(100_000) };
export const whole = (least: number, most: number): FactField => ({
  kind: 'number',
  contract: z.int().check(z.minimum(least), z.maximum(most)),
});
export const statement: FactField = { kind: 'statement', contract: z.literal(true) };
/** What was looked through, written by us from what is there: what somebody ticks proves nothing. */
export const lookedThrough = (kinds: readonly string[]): FactField => ({
  kind: 'documents',
  contract: z.array(z.enum(kinds)).check(z.maxLength(kinds.length)),
  optional: true,
  ours: true,
});
export const phases: FactField = {
  kind: 'phases',
  contract: z
    .array(z.object({ name: nameLine(120), from: DateText, to: DateText }))
    .check(z.minLength(1), z.maxLength(mostPhases)),
};
export const optional = (field: FactField, needed?: FactField['needed']): FactField => ({
  ...field,
  optional: true,
  ...(needed && { needed }),
});
/** Of an answer with one outcome, and needed there. */
export const only = (outcome: Outcome, field: FactField): FactField => ({ ...field, optional: true, only: outcome });
