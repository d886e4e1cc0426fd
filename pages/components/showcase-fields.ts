import type { Language } from '#core/kernel/common.ts';
import { askKinds, type AskKind, type Asked, type Proposal } from '#core/showcase/proposal.ts';
import { showcaseTexts } from '#core/texts/areas/showcase.ts';
import { capital } from '#core/texts/capital.ts';
import type { Choice } from './choices.tsx';
import type { Field } from './fields.tsx';

/** What is filled in about an item, by whoever may: the office, a buyer, a proposer, a party. */
export const showcaseForms = ['decide', 'answer', 'question', 'reply', 'report', 'ask', 'remove'] as const;
export type ShowcaseForm = (typeof showcaseForms)[number];

/** What a form is about: a proposal, a question or a request; who fills it in. */
export interface FormAbout {
  readonly by: 'staff' | 'buyer' | 'proposer' | 'party';
  readonly proposal?: Proposal | undefined;
  readonly asked?: Asked | undefined;
  /** Whom something can be asked of. */
  readonly parties?: readonly Choice[];
}

type Decision = 'accept' | 'decline' | 'existing' | 'leave';

function decisionsOf({ by, proposal }: FormAbout): readonly Decision[] {
  const isChosen = proposal?.state === 'accepted';
  if (by === 'proposer') return isChosen ? ['existing', 'leave'] : ['leave'];
  if (!isChosen) return ['accept', 'decline'];
  return by === 'staff' ? ['existing', 'decline'] : ['decline'];
}

/** A bank says yes or no, others that it is done or failed; whoever comes by their own link may ask instead. */
const resultsOf = ({ by, asked }: FormAbout) => [
  ...(asked?.kind === 'financing' ? (['yes', 'no'] as const) : (['done', 'failed'] as const)),
  ...(by === 'party' ? (['inquire'] as const) : []),
];

export function showcaseFields(language: Language, form: ShowcaseForm, about: FormAbout): readonly Field[] {
  const words = showcaseTexts(language);
  const text = (name: string, label: string, optional = false): Field => ({
    name,
    kind: 'text',
    label,
    optional,
    rows: 4,
  });
  switch (form) {
    case 'decide':
      return [
        {
          name: 'action',
          kind: 'radios',
          label: words.what,
          choices: decisionsOf(about).map((value) => ({ value, text: words.actions[value] })),
        },
        text('reason', words.reasonOrWhere, true),
      ];
    case 'answer':
      return [text('text', words.answer)];
    case 'question':
      return [text('text', words.question)];
    case 'reply':
      return [text('text', words.answer)];
    case 'report':
      return [
        {
          name: 'outcome',
          kind: 'radios',
          label: words.result,
          choices: resultsOf(about).map((value) => ({
            value,
            text: capital(language, value === 'inquire' ? words.actions.inquire : words.outcomes[value]),
          })),
        },
        text('reason', words.reasonOrQuestion, true),
      ];
    case 'ask':
      return [
        {
          name: 'kind',
          kind: 'radios',
          label: words.step,
          choices: askKinds.map((value: AskKind) => ({ value, text: words.kinds[value] })),
        },
        {
          name: 'of',
          kind: 'tick',
          label: words.of,
          hint: words.ofHint,
          choices: [{ value: 'proposer', text: words.proposer }, ...(about.parties ?? [])],
        },
        { name: 'due', kind: 'date', label: words.due },
        { name: 'note', kind: 'line', label: words.note, optional: true },
      ];
    case 'remove':
      return [text('reason', words.reason)];
  }
}

/** Whether a form asks for an amount beside its fields. */
export const asksAmount = (form: ShowcaseForm, { asked }: FormAbout): boolean =>
  form === 'report' && asked?.kind === 'financing';
