import type { JSX } from 'preact';
import type { Zone } from '#core/reference/reference.ts';
import type { Question } from '#core/showcase/proposal.ts';
import type { PublicItem, ShowcaseView } from '#core/showcase/showcase.ts';
import { toldIn } from '#core/showcase/told-text.ts';
import { showcaseTexts } from '#core/texts/areas/showcase.ts';
import { languageTags, numberText, shortDateText } from '#core/texts/index.ts';
import { moneyText } from '#core/texts/money.ts';
import { addressOf } from '#pages/routes.ts';
import { Table } from '../../components/facts.tsx';
import { FieldInput, type Field } from '../../components/fields.tsx';
import type { FormState } from '../../components/form-state.ts';
import { Button, ErrorSummary } from '../../components/form.tsx';
import { Questions } from '../../components/proposals.tsx';
import { amountText, ItemFacts, itemName } from '../../components/showcase.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';

export function wishFields({ language }: Frame, zones: readonly Zone[]): readonly Field[] {
  const words = showcaseTexts(language);
  return [
    { name: 'q', kind: 'line', label: words.q, optional: true },
    { name: 'hs', kind: 'line', label: words.hs, hint: words.hsHint, optional: true, width: 10 },
    {
      name: 'zone',
      kind: 'select',
      label: words.zone,
      optional: true,
      choices: zones.map(({ zoneId, names }) => ({ value: zoneId, text: names[language] })),
    },
  ];
}

function Items({ frame, items }: { readonly frame: Frame; readonly items: readonly PublicItem[] }): JSX.Element {
  const { language } = frame;
  const words = showcaseTexts(language);
  return (
    <Table
      frame={frame}
      caption={words.title}
      captionHidden
      columns={[
        { text: words.item },
        { text: words.aYear, numeric: true },
        { text: words.price, numeric: true },
        { text: words.buyer },
        { text: words.until },
      ]}
      rows={items.map(({ itemId, names, hs, aYear, unit, price, buyer, validUntil }) => {
        const name = toldIn(names, language);
        return [
          <>
            <a
              class="govuk-link"
              href={addressOf('/showcase/{itemId}', { itemId })}
              {...(name && name.language !== language && { lang: languageTags[name.language] })}
            >
              {name?.text}
            </a>
            <span class="news__day">{`${words.hs} ${hs}`}</span>
          </>,
          amountText(language, aYear, unit),
          price ? moneyText(language, price) : words.notTold,
          buyer,
          shortDateText(language, validUntil),
        ];
      })}
    />
  );
}

export function showcasePage({
  frame,
  fields,
  form,
  view: { items },
}: {
  readonly frame: Frame;
  readonly fields: readonly Field[];
  readonly form: FormState;
  readonly view: ShowcaseView;
}): JSX.Element {
  const words = showcaseTexts(frame.language);
  return (
    <Layout frame={frame} title={words.title} description={words.lead} failed={form.errors.length > 0} wide>
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      <form method="get" action={addressOf('/showcase', {})} role="search" aria-label={words.find} noValidate>
        {fields.map((field) => (
          <FieldInput key={field.name} frame={frame} form={form} field={field} />
        ))}
        <Button>{words.search}</Button>
      </form>
      {items.length === 0 ? <p class="govuk-inset-text">{words.nothing}</p> : <Items frame={frame} items={items} />}
    </Layout>
  );
}

export function itemPage({
  frame,
  item,
  questions,
  isOn,
}: {
  readonly frame: Frame;
  readonly item: PublicItem;
  readonly questions: readonly Question[];
  readonly isOn: boolean;
}): JSX.Element {
  const words = showcaseTexts(frame.language);
  const name = itemName(frame.language, item.names);
  return (
    <Layout frame={frame} title={`${name} · ${words.title}`} back={addressOf('/showcase', {})}>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{words.title}</span>
        {name}
      </h1>
      {isOn ? (
        <>
          <ItemFacts
            frame={frame}
            item={item}
            more={[{ term: words.proposals, value: numberText(frame.language, item.proposals) }]}
          />
          <Button href={addressOf('/showcase/{itemId}/proposal', { itemId: item.itemId })}>{words.can}</Button>
          <Questions frame={frame} questions={questions} />
        </>
      ) : (
        <p class="govuk-inset-text">{words.over}</p>
      )}
    </Layout>
  );
}
