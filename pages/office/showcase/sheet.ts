import { acting, rolesAt, type Actor } from '#core/kernel/actor.ts';
import { languages } from '#core/kernel/common.ts';
import { units, type Item, type Showcased } from '#core/showcase/showcase.ts';
import type { OfficeShowcase } from '#core/showcase/view-showcase.ts';
import { showcaseTexts } from '#core/texts/areas/showcase.ts';
import { languageNames } from '#core/texts/index.ts';
import { seenNumber, type Field } from '../../components/fields.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import { itemName } from '../../components/showcase.tsx';
import type { Frame } from '../../frame.ts';
import { showcaseFields, type FormAbout } from '../../components/showcase-fields.ts';
import { showcaseAddress, type ShowcaseShown } from '../addresses.ts';

export interface ShowcaseProps {
  readonly frame: Frame;
  readonly actor: Actor;
  readonly view: OfficeShowcase;
  readonly shown: ShowcaseShown;
  readonly whole?: Showcased | undefined;
  readonly item?: Item | undefined;
  /** Of a proposal, a question or a request that a form is about. */
  readonly id: string;
  readonly isDone: boolean;
}

export const mayAct = ({ actor, view }: Pick<ShowcaseProps, 'actor' | 'view'>): boolean =>
  actor.kind === 'staff' &&
  rolesAt(actor.memberships, view.context.zone).some((role) => acting.some((one) => one === role));

const numberAs = (typed: string): number => Number(typed.replaceAll(/[\s\u00a0]/g, '').replace(',', '.'));

function itemFields({ frame: { language } }: ShowcaseProps): readonly Field[] {
  const words = showcaseTexts(language);
  const textIn = (name: 'names' | 'about', kind: 'line' | 'text', label: string): Field[] =>
    languages.map((one) => ({
      name: `${name}.${one}`,
      kind,
      label: `${label} (${languageNames[one]})`,
      optional: true,
      ...(kind === 'text' && { rows: 3 }),
    }));
  const amount = (name: string, label: string): Field => ({ name, kind: 'line', label, width: 10, value: numberAs });
  return [
    seenNumber('version'),
    ...textIn('names', 'line', words.name),
    { name: 'hs', kind: 'line', label: words.hs, hint: words.hsDigits, width: 10 },
    amount('aYear', words.aYear),
    {
      name: 'unit',
      kind: 'select',
      label: words.unit,
      choices: units.map((value) => ({ value, text: words.units[value] })),
    },
    {
      name: 'pricePublic',
      kind: 'tick',
      label: words.pricePublic,
      optional: true,
      choices: [{ value: 'true', text: words.pricePublicYes }],
    },
    { name: 'buyer.company', kind: 'line', label: words.buyer },
    { name: 'buyer.email', kind: 'email', label: words.buyerEmail },
    {
      name: 'buyer.language',
      kind: 'select',
      label: words.buyerLanguage,
      choices: languages.map((value) => ({ value, text: languageNames[value] })),
    },
    amount('order.aYear', words.orderAYear),
    { name: 'order.years', kind: 'whole', label: words.orderYears },
    { name: 'order.terms', kind: 'text', label: words.terms, optional: true, rows: 3 },
    { name: 'validUntil', kind: 'date', label: words.until },
    ...textIn('about', 'text', words.about),
  ];
}

/** What a form is about. */
export function aboutOf({ frame: { language }, view, whole, id }: ShowcaseProps): FormAbout {
  return {
    by: 'staff',
    proposal: whole?.proposals.find(({ proposalId }) => proposalId === id),
    asked: whole?.asked.find(({ askedId }) => askedId === id),
    parties: view.context.parties
      .filter(({ endedOn }) => endedOn === undefined)
      .toSorted((a, b) => Number(b.kind === 'bank') - Number(a.kind === 'bank'))
      .map(({ partyId, names }) => ({ value: partyId, text: names[language] })),
  };
}

function fieldsOf(props: ShowcaseProps): readonly Field[] {
  switch (props.shown) {
    case 'add':
    case 'edit':
      return itemFields(props);
    case 'items':
    case 'item':
      return [];
    default:
      return showcaseFields(props.frame.language, props.shown, aboutOf(props));
  }
}

export function titleOf({ frame: { language }, shown, item }: ShowcaseProps): string {
  const words = showcaseTexts(language);
  switch (shown) {
    case 'items':
    case 'add':
      return words.view[shown];
    case 'edit':
    case 'remove':
      return words[shown];
    case 'ask':
    case 'answer':
      return words.actions[shown];
    case 'decide':
      return words.proposal;
    case 'report':
      return words.paper;
    default:
      return item ? itemName(language, item.names) : '';
  }
}

const hereOf = ({ view, shown, item, id }: ShowcaseProps): string =>
  showcaseAddress(view.context.zone.zoneId, shown, { item: item?.itemId, ...(id !== '' && { id }) });

/** Where a form leads back to. */
export const backOf = ({ view, item }: Pick<ShowcaseProps, 'view' | 'item'>): string =>
  showcaseAddress(view.context.zone.zoneId, item ? 'item' : 'items', { item: item?.itemId });

export const showcaseSheet = (props: ShowcaseProps): Sheet => ({
  frame: props.frame,
  title: titleOf(props),
  caption: showcaseTexts(props.frame.language).office,
  address: hereOf(props),
  back: backOf(props),
  button: showcaseTexts(props.frame.language).save,
  fields: fieldsOf(props),
});
