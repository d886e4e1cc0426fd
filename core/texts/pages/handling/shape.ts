import type { Handling } from '#core/contracts/project-action.ts';

type Named<Key extends string> = Readonly<Record<Key, string>>;

/** What can be done, each on a page of its own; taking over from a colleague has other words than taking. */
export type HandlingStep = Handling | 'take-over' | 'tracking-link' | 'contact';

/** Words of what an office does with an assignment beside answering it, and with the investor's link and contact. */
export interface HandlingTexts extends Named<
  | 'more' | 'worksOn' | 'nobody' | 'you' | 'formerColleague' | 'answeredBy' | 'preview' | 'confirm' | 'check'
  | 'party' | 'otherKinds' | 'due' | 'from' | 'reason' | 'explanation' | 'sentAgain'
  | 'undelivered' | 'undeliveredText' | 'mendContact' | 'partysAddress'
  /** Above the form of the contact, where there is no address yet. */
  | 'firstAddress'
> {
  /** Texts may name `{worker}`, the colleague, and `{due}`, the due date. */
  readonly steps: Readonly<Record<HandlingStep, Named<'title' | 'text' | 'button' | 'done'>>>;
}
