import type { ComponentChildren, JSX } from 'preact';
import type { Language } from '#core/kernel/common.ts';
import type { Item, PublicItem, Told } from '#core/showcase/showcase.ts';
import { toldIn } from '#core/showcase/told-text.ts';
import { showcaseTexts } from '#core/texts/areas/showcase.ts';
import { dateText, fill, languageNames, languageTags, numberText } from '#core/texts/index.ts';
import { moneyText } from '#core/texts/money.ts';
import type { Frame } from '../frame.ts';
import { SummaryList, type Fact } from './facts.tsx';

type Shown = Pick<PublicItem, 'names' | 'about' | 'hs' | 'aYear' | 'unit' | 'order' | 'validUntil'> &
  Partial<Pick<Item, 'price'>> & { readonly buyer: string };

export const itemName = (language: Language, names: Told): string => toldIn(names, language)?.text ?? '';

export const amountText = (language: Language, amount: number, unit: PublicItem['unit']): string =>
  `${numberText(language, amount)} ${showcaseTexts(language).units[unit]}`;

/** A text in the reader's language; another one is marked as what it is. */
function ToldText({ frame: { language }, told }: { readonly frame: Frame; readonly told: Told }): JSX.Element | null {
  const found = toldIn(told, language);
  if (found === undefined) return null;
  return found.language === language ? (
    <span class="said">{found.text}</span>
  ) : (
    <span class="said" lang={languageTags[found.language]}>
      {found.text}
    </span>
  );
}

/** Said where the name or the description is in another language than the reader's. */
function OtherLanguage({
  frame: { language },
  item: { names, about },
}: {
  readonly frame: Frame;
  readonly item: Pick<Shown, 'names' | 'about'>;
}): JSX.Element | null {
  const others = [names, about].flatMap((told) => {
    const found = toldIn(told, language);
    return found && found.language !== language ? [languageNames[found.language]] : [];
  });
  return others.length === 0 ? null : (
    <p class="govuk-hint">
      {fill(showcaseTexts(language).otherLanguage, { language: [...new Set(others)].join(', ') })}
    </p>
  );
}

/** What is known of an item, to whoever may read of it. */
export function ItemFacts({
  frame,
  item,
  more = [],
}: {
  readonly frame: Frame;
  readonly item: Shown;
  readonly more?: readonly Fact[];
}): JSX.Element {
  const { language } = frame;
  const words = showcaseTexts(language);
  const { price, order, unit } = item;
  const fact = (term: string, value: ComponentChildren): Fact[] => (value === undefined ? [] : [{ term, value }]);
  return (
    <>
      <OtherLanguage frame={frame} item={item} />
      <SummaryList
        frame={frame}
        facts={[
          ...(toldIn(item.about, language) ? fact(words.about, <ToldText frame={frame} told={item.about} />) : []),
          ...fact(words.hs, item.hs),
          ...fact(words.aYear, amountText(language, item.aYear, unit)),
          ...fact(words.price, price ? moneyText(language, price) : words.notTold),
          ...fact(words.buyer, item.buyer),
          ...fact(words.orderAYear, amountText(language, order.aYear, unit)),
          ...fact(words.orderYears, numberText(language, order.years)),
          ...fact(
            words.orderWorth,
            price &&
              moneyText(language, { ...price, amountMinor: Math.round(price.amountMinor * order.aYear * order.years) }),
          ),
          ...fact(words.terms, order.terms && <span class="said">{order.terms}</span>),
          ...fact(words.until, dateText(language, item.validUntil)),
          ...more,
        ]}
      />
    </>
  );
}
