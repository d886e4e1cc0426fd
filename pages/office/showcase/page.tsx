import type { JSX } from 'preact';
import type { Item } from '#core/showcase/showcase.ts';
import { isShown } from '#core/showcase/view-showcase.ts';
import { today } from '#core/project/zone-context.ts';
import { showcaseTexts } from '#core/texts/areas/showcase.ts';
import { languageNames, shortDateText } from '#core/texts/index.ts';
import { addressOf } from '#pages/routes.ts';
import { ChoiceLinks } from '../../components/choice-links.tsx';
import { Notification, Table, Tag } from '../../components/facts.tsx';
import type { FormState } from '../../components/form-state.ts';
import { ErrorSummary } from '../../components/form.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { SheetForm } from '../../components/sheet.tsx';
import { amountText, ItemFacts, itemName } from '../../components/showcase.tsx';
import { Layout } from '../../layout.tsx';
import { showcaseAddress, type ShowcaseShown } from '../addresses.ts';
import { mayAct, showcaseSheet, titleOf, type ShowcaseProps } from './sheet.ts';

type Standing = 'shown' | 'over' | 'withdrawn';
const standingOf = ({ view }: ShowcaseProps, item: Item): Standing => {
  if (item.withdrawn) return 'withdrawn';
  return isShown(item, today(view.context)) ? 'shown' : 'over';
};

function Items(props: ShowcaseProps): JSX.Element {
  const { frame, view } = props;
  const { language } = frame;
  const words = showcaseTexts(language);
  const order: readonly Standing[] = ['shown', 'over', 'withdrawn'];
  const rows = view.items
    .map(({ item }) => ({ item, standing: standingOf(props, item) }))
    .toSorted(
      (a, b) =>
        order.indexOf(a.standing) - order.indexOf(b.standing) || (a.item.validUntil < b.item.validUntil ? -1 : 1),
    );
  return (
    <Table
      frame={frame}
      caption={words.view.items}
      captionHidden
      empty={words.none}
      columns={[
        { text: words.item },
        { text: words.aYear, numeric: true },
        { text: words.buyer },
        { text: words.until },
        { text: words.state },
      ]}
      rows={rows.map(({ item, standing }) => [
        <a
          key="item"
          class="govuk-link"
          href={showcaseAddress(view.context.zone.zoneId, 'item', { item: item.itemId })}
        >
          {itemName(language, item.names)}
        </a>,
        amountText(language, item.aYear, item.unit),
        item.buyer.company,
        shortDateText(language, item.validUntil),
        <Tag key="state" colour={standing === 'shown' ? 'green' : 'grey'}>
          {words.standings[standing]}
        </Tag>,
      ])}
    />
  );
}

function ItemPart(props: ShowcaseProps & { readonly item: Item }): JSX.Element {
  const { frame, view, item } = props;
  const { language } = frame;
  const words = showcaseTexts(language);
  const { zoneId } = view.context.zone;
  const standing = standingOf(props, item);
  const link = (href: string, text: string) => (
    <li key={href}>
      <a class="govuk-link" href={href}>
        {text}
      </a>
    </li>
  );
  return (
    <>
      <ItemFacts
        frame={frame}
        item={{ ...item, buyer: item.buyer.company }}
        more={[
          { term: words.state, value: words.standings[standing] },
          ...(item.withdrawn ? [{ term: words.reason, value: item.withdrawn.reason }] : []),
          { term: words.pricePublic, value: item.pricePublic ? words.pricePublicYes : words.notTold },
          { term: words.buyerEmail, value: item.buyer.email },
          { term: words.buyerLanguage, value: languageNames[item.buyer.language] },
        ]}
      />
      <ul class="govuk-list">
        {standing === 'shown' && link(addressOf('/showcase/{itemId}', { itemId: item.itemId }), words.public)}
        {mayAct(props) && link(showcaseAddress(zoneId, 'edit', { item: item.itemId }), words.edit)}
        {mayAct(props) &&
          standing === 'shown' &&
          link(showcaseAddress(zoneId, 'remove', { item: item.itemId }), words.remove)}
      </ul>
    </>
  );
}

function Part(props: ShowcaseProps & { readonly form: FormState }): JSX.Element {
  const { frame, shown, item, form } = props;
  const words = showcaseTexts(frame.language);
  if (shown === 'items') return <Items {...props} />;
  if (shown === 'item' && item) return <ItemPart {...props} item={item} />;
  const isItem = shown === 'add' || shown === 'edit';
  return (
    <>
      {isItem && <p class="govuk-body">{words.textHint}</p>}
      <SheetForm sheet={showcaseSheet(props)} form={form}>
        {isItem && <MoneyField frame={frame} form={form} name="price" label={words.price} optional />}
      </SheetForm>
    </>
  );
}

export function showcasePage(props: ShowcaseProps, form: FormState): JSX.Element {
  const { frame, view, shown, item, isDone } = props;
  const { language } = frame;
  const words = showcaseTexts(language);
  const { zone } = view.context;
  const views: readonly ShowcaseShown[] = mayAct(props) ? ['items', 'add'] : ['items'];
  return (
    <Layout
      frame={frame}
      title={`${titleOf(props)} · ${words.office}`}
      failed={form.errors.length > 0}
      {...(item && { back: showcaseAddress(zone.zoneId, shown === 'item' ? 'items' : 'item', { item: item.itemId }) })}
      wide
    >
      {isDone && <Notification frame={frame}>{words.done}</Notification>}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{item && shown !== 'item' ? itemName(language, item.names) : words.office}</span>
        {titleOf(props)}
      </h1>
      {item === undefined && (
        <ChoiceLinks
          label={words.views}
          entries={views.map((one) => ({
            name: words.view[one === 'add' ? 'add' : 'items'],
            href: showcaseAddress(zone.zoneId, one),
            isNow: one === shown,
          }))}
        />
      )}
      <Part {...props} form={form} />
    </Layout>
  );
}
