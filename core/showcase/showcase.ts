import * as z from 'zod/mini';
import type { OutboxRow } from '../notices/outbox.ts';
import { Asked, Proposal, type Question } from './proposal.ts';
import {
  DateText,
  Email,
  Identifier,
  Language,
  languages,
  line,
  Money,
  nameLine,
  paragraph,
} from '../kernel/common.ts';

/** In which an amount of an item is counted. */
export const units = ['piece', 'set', 'tonne', 'kilogram', 'metre', 'square-metre', 'cubic-metre', 'litre'] as const;
const Unit = z.enum(units);

/** What was typed, by language: one or more of them. */
const told = <Text extends z.ZodMiniType<string>>(text: Text) => z.partialRecord(z.enum(languages), text);
export type Told = Readonly<Partial<Record<Language, string>>>;

const amount = z.number().check(z.positive(), z.maximum(1_000_000_000));

/** Of a buyer everybody reads the company, which may be a role; where they are written to nobody outside the office does. */
const Buyer = z.object({ company: nameLine(200), email: Email, language: Language });

/** The order that the buyer would sign: so much a year for so many years, and on what terms. */
const Order = z.object({
  aYear: amount,
  years: z.int().check(z.positive(), z.maximum(20)),
  terms: z.optional(paragraph(500)),
});

/** Body of `PUT /api/showcase/{itemId}`; what it does not name is no more. `version`: the one that was seen, 0 of a new item. */
export const ItemRequest = z.object({
  zoneId: Identifier,
  names: told(nameLine(160)),
  about: told(paragraph(1500)),
  /** Of the Harmonized System: 4, 6, 8 or 10 digits. */
  hs: z.string().check(z.regex(/^\d{4}(?:\d{2}){0,3}$/)),
  aYear: amount,
  unit: Unit,
  /** What one costs now. */
  price: z.optional(Money),
  pricePublic: z.boolean(),
  buyer: Buyer,
  order: Order,
  validUntil: DateText,
  version: z.int().check(z.nonnegative()),
});
export type ItemRequest = z.infer<typeof ItemRequest>;

export const Item = z.extend(ItemRequest, {
  itemId: Identifier,
  since: DateText,
  /** How often the buyer's address became another. */
  buyerVersion: z.int(),
  withdrawn: z.optional(z.object({ on: DateText, reason: z.string() })),
});
export type Item = z.infer<typeof Item>;

/** An item as lists have it, with as much of its proposals as they need. */
export const ListedItem = z.object({
  item: Item,
  proposals: z.array(
    z.object({
      ...z.pick(Proposal, { proposalId: true, district: true, state: true, on: true }).shape,
      company: z.string(),
      outcome: z.optional(z.enum(['letter', 'existing'])),
      /** Of whom an answer is awaited, by which day. */
      open: z.array(z.pick(Asked, { askedId: true, kind: true, partyId: true, openedAt: true, due: true })),
      /** Banks that have said yes, and no. */
      yes: z.int(),
      no: z.int(),
    }),
  ),
  /** Questions that nobody has answered. */
  questions: z.int(),
});
export type ListedItem = z.infer<typeof ListedItem>;

/** An item with all that was said of it. */
export interface Showcased {
  readonly item: Item;
  readonly proposals: readonly Proposal[];
  readonly questions: readonly Question[];
  readonly asked: readonly Asked[];
}

/** An entry of an item's log: ids alone, the words lie in what it is about. */
interface ShowcaseEvent {
  readonly at: number;
  /** `staff:` and a person, `party:` and a party, `buyer`, `proposer`. */
  readonly by: string;
  readonly what: string;
  readonly about: string;
}

/** All that is written of a change, at once: what has changed, the row of lists, the emails that it sends. Its version is that of the item. */
export interface ShowcaseChange extends Showcased {
  /** What was not so before. */
  readonly fresh: Omit<Showcased, 'item'>;
  readonly listed: ListedItem;
  readonly event: ShowcaseEvent;
  readonly rows: readonly OutboxRow[];
  /** A proposal whose address was confirmed: it lies apart no more. */
  readonly confirmed?: string | undefined;
}

export interface Showcase {
  /** Items of a zone, those that are over too. */
  readonly list: (zoneId: string) => Promise<readonly ListedItem[]>;
  readonly load: (itemId: string) => Promise<Showcased | undefined>;
  /** A proposal whose address nobody has confirmed. */
  readonly unconfirmed: (proposalId: string) => Promise<Proposal | undefined>;
  /** Keeps it apart, and queues the email that has it confirmed; the same once more is the same. */
  readonly propose: (proposal: Proposal, row: OutboxRow) => Promise<void>;
  /** `conflict`: it was changed meanwhile, nothing is written. */
  readonly commit: (change: ShowcaseChange) => Promise<'committed' | 'conflict'>;
}

export const PublicItem = z.object({
  itemId: Identifier,
  zoneId: Identifier,
  names: told(z.string()),
  about: told(z.string()),
  hs: z.string(),
  aYear: z.number(),
  unit: Unit,
  /** Absent: it is not told, or not known. */
  price: z.optional(Money),
  buyer: z.string(),
  order: Order,
  validUntil: DateText,
  proposals: z.int(),
});
export type PublicItem = z.infer<typeof PublicItem>;

/** Query of `GET /api/showcase`. */
export const ShowcaseWish = z.object({
  zone: z.optional(Identifier),
  /** The beginning of a code. */
  hs: z.optional(z.string().check(z.regex(/^\d{1,10}$/))),
  q: z.optional(line(80)),
});
export type ShowcaseWish = z.infer<typeof ShowcaseWish>;

export const ShowcaseView = z.object({ today: DateText, items: z.array(PublicItem) });
export type ShowcaseView = z.infer<typeof ShowcaseView>;
