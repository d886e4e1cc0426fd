import * as z from 'zod/mini';
import { DateText, Identifier, Instant, line, Money, nameLine, paragraph } from '../kernel/common.ts';
import { Company, Contact } from '../letter/letter-of-intent.ts';
import { ProjectName } from '../project/project.ts';

const Id = z.string().check(z.regex(/^[a-z0-9]{1,40}$/));
const amount = z.number().check(z.positive(), z.maximum(1_000_000_000));

/** Body of `POST /api/showcase/{itemId}/proposals`: somebody can make the item. */
export const ProposalRequest = z.object({
  company: Company,
  district: nameLine(100),
  plant: z.enum(['existing', 'new']),
  /** What is offered, and how it would be made. */
  offer: paragraph(2000),
  /** For one, delivered. */
  price: z.optional(Money),
  aYear: amount,
  /** Until the first delivery. */
  months: z.int().check(z.nonnegative(), z.maximum(120)),
  /** What is lacking to begin. */
  invest: z.optional(Money),
  jobs: z.optional(z.int().check(z.nonnegative(), z.maximum(100_000))),
  contact: Contact,
  consent: z.literal(true),
});
export type ProposalRequest = z.infer<typeof ProposalRequest>;

const proposalStates = ['waiting', 'accepted', 'declined', 'left'] as const;

/** What came of it: a letter of intent, or it is made where a plant stands already. */
const Outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('letter'), on: DateText, project: ProjectName }),
  z.object({ kind: z.literal('existing'), on: DateText, words: z.string() }),
]);

/** `on`: the day on which its address was confirmed; before, it counts for nobody. Its contact is gone once it was erased. */
export const Proposal = z.extend(z.omit(ProposalRequest, { consent: true, contact: true }), {
  contact: z.optional(Contact),
  proposalId: Id,
  itemId: Identifier,
  at: Instant,
  on: DateText,
  state: z.enum(proposalStates),
  answer: z.optional(z.object({ by: z.enum(['office', 'buyer']), on: DateText, reason: z.optional(z.string()) })),
  outcome: z.optional(Outcome),
});
export type Proposal = z.infer<typeof Proposal>;

/** What one proposer asks and everybody reads once it is answered, without who asked. */
export const Question = z.object({
  questionId: Id,
  proposalId: Id,
  text: z.string(),
  on: DateText,
  answer: z.optional(z.object({ by: z.enum(['office', 'buyer']), text: z.string(), on: DateText })),
});
export type Question = z.infer<typeof Question>;

export const askKinds = ['engineering', 'sample', 'test', 'certification', 'financing'] as const;
export type AskKind = (typeof askKinds)[number];
const askOutcomes = ['done', 'failed', 'yes', 'no'] as const;
const AskOutcome = z.enum(askOutcomes);

/** What is asked of somebody for a proposal, by a day: a step of a party or the proposer, or a bank's decision on its passport. */
export const Asked = z.object({
  askedId: Id,
  proposalId: Id,
  kind: z.enum(askKinds),
  /** Absent: the proposer. */
  partyId: z.optional(Identifier),
  note: z.optional(z.string()),
  openedAt: Instant,
  due: DateText,
  state: z.enum(['open', 'answered', 'over']),
  /** What the party asked the proposer, and was told. */
  talk: z.array(z.object({ by: z.enum(['party', 'proposer']), text: z.string(), on: DateText })),
  answer: z.optional(
    z.object({
      outcome: AskOutcome,
      on: DateText,
      amount: z.optional(Money),
      reason: z.optional(z.string()),
      /** On paper: who of the office entered it. */
      enteredBy: z.optional(z.string()),
    }),
  ),
});
export type Asked = z.infer<typeof Asked>;

const text = paragraph(1000);
const reason = paragraph(500);
const result = { outcome: AskOutcome, amount: z.optional(Money), reason: z.optional(reason) };
const person = z.string().check(z.minLength(1), z.maxLength(128));

/** All that is done with an item and what was said of it; who may do what stands in `act.ts`. */
export const ShowcaseAction = z.discriminatedUnion('action', [
  z.object({ action: z.literal('withdraw'), reason }),
  z.object({ action: z.literal('accept'), proposalId: Id }),
  z.object({ action: z.literal('decline'), proposalId: Id, reason }),
  /** Made in an existing plant: where, and since when. */
  z.object({ action: z.literal('existing'), proposalId: Id, words: reason }),
  z.object({ action: z.literal('leave'), proposalId: Id }),
  z.object({ action: z.literal('question'), proposalId: Id, text }),
  z.object({ action: z.literal('answer'), questionId: Id, text }),
  z.object({
    action: z.literal('ask'),
    proposalId: Id,
    kind: z.enum(askKinds),
    /** Parties of the zone by their ids, side by side; `proposer`: the proposer. */
    of: z.array(person).check(z.minLength(1), z.maxLength(10)),
    due: DateText,
    note: z.optional(line(300)),
  }),
  z.object({ action: z.literal('report'), askedId: Id, ...result }),
  z.object({ action: z.literal('inquire'), askedId: Id, text }),
  z.object({ action: z.literal('reply'), askedId: Id, text }),
]);
export type ShowcaseAction = z.infer<typeof ShowcaseAction>;

/** The same by a link, which says of itself which proposal or request is meant; `confirm`: the address of a proposal is its sender's. */
export const ShowcaseLinkRequest = z.discriminatedUnion('action', [
  z.object({ action: z.literal('confirm') }),
  z.object({ action: z.literal('accept'), proposalId: Id }),
  z.object({ action: z.literal('decline'), proposalId: Id, reason }),
  z.object({ action: z.literal('answer'), questionId: Id, text }),
  z.object({ action: z.literal('existing'), words: reason }),
  z.object({ action: z.literal('leave') }),
  z.object({ action: z.literal('question'), text }),
  z.object({ action: z.literal('reply'), askedId: Id, text }),
  z.object({ action: z.literal('report'), askedId: z.optional(Id), ...result }),
  z.object({ action: z.literal('inquire'), text }),
]);
export type ShowcaseLinkRequest = z.infer<typeof ShowcaseLinkRequest>;

/** Why somebody is written to; of whom it tells is said by ids alone. */
const showcaseTells = [
  'confirm',
  'proposed',
  'answered',
  'question',
  'told',
  'asked',
  'inquired',
  'replied',
  'reported',
  'due',
] as const;
export const ShowcaseTell = z.object({
  tell: z.enum(showcaseTells),
  zoneId: Identifier,
  itemId: Identifier,
  proposalId: z.optional(Id),
  questionId: z.optional(Id),
  askedId: z.optional(Id),
});
export type ShowcaseTell = z.infer<typeof ShowcaseTell>;
