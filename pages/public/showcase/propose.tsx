import type { JSX } from 'preact';
import type { Company } from '#core/letter/letter-of-intent.ts';
import { languages } from '#core/kernel/common.ts';
import type { Item } from '#core/showcase/showcase.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import { showcaseTexts } from '#core/texts/areas/showcase.ts';
import { capital } from '#core/texts/capital.ts';
import { languageNames } from '#core/texts/index.ts';
import { addressOf } from '#pages/routes.ts';
import { Notification } from '../../components/facts.tsx';
import type { Field } from '../../components/fields.tsx';
import type { FormState } from '../../components/form-state.ts';
import { ErrorSummary } from '../../components/form.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { SheetForm, type Sheet } from '../../components/sheet.tsx';
import { itemName } from '../../components/showcase.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';

export interface ProposeProps {
  readonly frame: Frame;
  readonly item: Item;
  readonly isSent: boolean;
}

const countries: readonly Exclude<Company['country'], 'other'>[] = ['KZ', 'UZ'];

export function proposeFields({ language }: Frame): readonly Field[] {
  const words = showcaseTexts(language);
  const line = (name: string, label: string, more: Partial<Field> = {}): Field => ({
    name,
    kind: 'line',
    label,
    ...more,
  });
  return [
    line('company.name', words.company, { autoComplete: 'organization' }),
    {
      name: 'company.country',
      kind: 'select',
      label: words.country,
      choices: countries.map((value) => ({ value, text: letterTexts(language).countries[value] })),
    },
    line('company.number', words.companyNumber, { width: 20 }),
    line('district', words.district),
    {
      name: 'plant',
      kind: 'radios',
      label: words.plant,
      choices: (['existing', 'new'] as const).map((value) => ({ value, text: capital(language, words.plants[value]) })),
    },
    { name: 'offer', kind: 'text', label: words.offer, rows: 5 },
    line('aYear', words.offerAYear, { width: 10 }),
    { name: 'months', kind: 'whole', label: words.months },
    { name: 'jobs', kind: 'whole', label: words.jobs, optional: true },
    line('contact.name', words.person, { autoComplete: 'name' }),
    { name: 'contact.email', kind: 'email', label: words.email, autoComplete: 'email' },
    { name: 'contact.phone', kind: 'tel', label: words.phone, optional: true },
    {
      name: 'contact.language',
      kind: 'select',
      label: words.language,
      choices: languages.map((value) => ({ value, text: languageNames[value] })),
    },
    { name: 'consent', kind: 'tick', label: words.consent, choices: [{ value: 'true', text: words.consentYes }] },
  ];
}

export const proposeSheet = ({ frame, item }: ProposeProps): Sheet => {
  const words = showcaseTexts(frame.language);
  const { itemId } = item;
  return {
    frame,
    title: words.can,
    caption: itemName(frame.language, item.names),
    text: words.canLead,
    fields: proposeFields(frame),
    address: addressOf('/showcase/{itemId}/proposal', { itemId }),
    back: addressOf('/showcase/{itemId}', { itemId }),
    button: words.send,
  };
};

export function proposePage(props: ProposeProps, form: FormState): JSX.Element {
  const { frame, isSent } = props;
  const words = showcaseTexts(frame.language);
  const sheet = proposeSheet(props);
  return (
    <Layout frame={frame} title={`${sheet.title} · ${sheet.caption}`} failed={form.errors.length > 0} back={sheet.back}>
      {isSent && <Notification frame={frame}>{words.sent}</Notification>}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{sheet.caption}</span>
        {sheet.title}
      </h1>
      {!isSent && <p class="govuk-body">{sheet.text}</p>}
      {!isSent && (
        <SheetForm sheet={sheet} form={form}>
          <MoneyField frame={frame} form={form} name="price" label={words.offerPrice} optional />
          <MoneyField frame={frame} form={form} name="invest" label={words.invest} optional />
        </SheetForm>
      )}
    </Layout>
  );
}
