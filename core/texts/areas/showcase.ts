import { en } from '../en/showcase.ts';
import { inLanguages } from '../in-languages.ts';
import { kk } from '../kk/showcase.ts';
import { ru } from '../ru/showcase.ts';
import { uzCyrl } from '../uz-cyrl/showcase.ts';
import type { AskKind, Asked, Proposal } from '../../showcase/proposal.ts';
import type { ItemRequest } from '../../showcase/showcase.ts';

/** `otherLanguage`: `{language}`; `becameLetter`: `{number}`; `becameExisting`: `{words}`. */
export type ShowcaseTexts = Readonly<
  Record<
    | 'title'
    | 'lead'
    | 'find'
    | 'q'
    | 'hs'
    | 'hsHint'
    | 'hsDigits'
    | 'zone'
    | 'search'
    | 'nothing'
    | 'item'
    | 'about'
    | 'aYear'
    | 'unit'
    | 'price'
    | 'notTold'
    | 'buyer'
    | 'order'
    | 'orderAYear'
    | 'orderYears'
    | 'orderWorth'
    | 'terms'
    | 'until'
    | 'otherLanguage'
    | 'over'
    | 'office'
    | 'state'
    | 'name'
    | 'textHint'
    | 'buyerEmail'
    | 'buyerLanguage'
    | 'pricePublic'
    | 'pricePublicYes'
    | 'save'
    | 'done'
    | 'edit'
    | 'remove'
    | 'reason'
    | 'views'
    | 'none'
    | 'public'
    | 'can'
    | 'canLead'
    | 'country'
    | 'company'
    | 'companyNumber'
    | 'district'
    | 'plant'
    | 'offer'
    | 'offerPrice'
    | 'offerAYear'
    | 'months'
    | 'invest'
    | 'jobs'
    | 'person'
    | 'email'
    | 'phone'
    | 'language'
    | 'consent'
    | 'consentYes'
    | 'send'
    | 'sent'
    | 'confirmTitle'
    | 'confirm'
    | 'proposal'
    | 'proposals'
    | 'noProposals'
    | 'since'
    | 'questions'
    | 'question'
    | 'answer'
    | 'unanswered'
    | 'noQuestions'
    | 'forAll'
    | 'what'
    | 'steps'
    | 'step'
    | 'noSteps'
    | 'of'
    | 'ofHint'
    | 'proposer'
    | 'due'
    | 'note'
    | 'amount'
    | 'result'
    | 'talk'
    | 'passport'
    | 'contact'
    | 'outcome'
    | 'becameLetter'
    | 'becameExisting'
    | 'letter'
    | 'letterHint'
    | 'paper'
    | 'overview'
    | 'withoutProposal'
    | 'allProposed'
    | 'withoutAnswer'
    | 'allAnswered'
    | 'workingDays'
    | 'groups'
    | 'companies'
    | 'chosen'
    | 'banksYes'
    | 'became'
    | 'gone'
    | 'lateAsked'
    | 'reasonOrWhere'
    | 'reasonOrQuestion'
    | 'see',
    string
  >
> & {
  readonly view: Readonly<Record<'items' | 'add', string>>;
  readonly standings: Readonly<Record<'shown' | 'over' | 'withdrawn', string>>;
  readonly units: Readonly<Record<ItemRequest['unit'], string>>;
  readonly plants: Readonly<Record<Proposal['plant'], string>>;
  readonly states: Readonly<Record<Proposal['state'], string>>;
  readonly kinds: Readonly<Record<AskKind, string>>;
  readonly outcomes: Readonly<Record<NonNullable<Asked['answer']>['outcome'], string>>;
  readonly askStates: Readonly<Record<Asked['state'], string>>;
  readonly actions: Readonly<
    Record<
      'accept' | 'decline' | 'existing' | 'leave' | 'question' | 'answer' | 'ask' | 'report' | 'inquire' | 'reply',
      string
    >
  >;
};

export const showcaseTexts = inLanguages({ kk, ru, en, 'uz-cyrl': uzCyrl });
