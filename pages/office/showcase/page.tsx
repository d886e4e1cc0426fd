import type { JSX } from 'preact';
import { isAlive } from '#core/showcase/change-item.ts';
import type { Item, Showcased } from '#core/showcase/showcase.ts';
import { isShown } from '#core/showcase/view-showcase.ts';
import { today } from '#core/project/zone-context.ts';
import { showcaseTexts } from '#core/texts/areas/showcase.ts';
import { languageNames, numberText, shortDateText } from '#core/texts/index.ts';
import { addressOf } from '#pages/routes.ts';
import { ChoiceLinks } from '../../components/choice-links.tsx';
import { Notification, Table, Tag } from '../../components/facts.tsx';
import type { FormState } from '../../components/form-state.ts';
import { ErrorSummary } from '../../components/form.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { SheetForm } from '../../components/sheet.tsx';
import { AskedTable, ProposalFacts, ProposalTable, Questions } from '../../components/proposals.tsx';
import { amountText, ItemFacts, itemName } from '../../components/showcase.tsx';
import { asksAmount } from '../../components/showcase-fields.ts';
import { Layout } from '../../layout.tsx';
import { showcaseAddress, type ShowcaseShown } from '../addresses.ts';
import { aboutOf, mayAct, showcaseSheet, titleOf, type ShowcaseProps } from './sheet.ts';

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
    .map(({ item, proposals }) => ({ item, proposals, standing: standingOf(props, item) }))
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
        { text: words.proposals, numeric: true },
        { text: words.until },
        { text: words.state },
      ]}
      rows={rows.map(({ item, proposals, standing }) => [
        <a
          key="item"
          class="govuk-link"
          href={showcaseAddress(view.context.zone.zoneId, 'item', { item: item.itemId })}
        >
          {itemName(language, item.names)}
        </a>,
        amountText(language, item.aYear, item.unit),
        item.buyer.company,
        numberText(language, proposals.length),
        shortDateText(language, item.validUntil),
        <Tag key="state" colour={standing === 'shown' ? 'green' : 'grey'}>
          {words.standings[standing]}
        </Tag>,
      ])}
    />
  );
}

function ItemPart(props: ShowcaseProps & { readonly whole: Showcased }): JSX.Element {
  const {
    frame,
    view,
    whole,
    whole: { item },
  } = props;
  const { language } = frame;
  const words = showcaseTexts(language);
  const { zoneId } = view.context.zone;
  const standing = standingOf(props, item);
  const here = (to: ShowcaseShown, id: string): string | undefined =>
    mayAct(props) ? showcaseAddress(zoneId, to, { item: item.itemId, id }) : undefined;
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
      <ProposalTable
        frame={frame}
        proposals={whole.proposals}
        asked={whole.asked}
        unit={item.unit}
        hrefOf={({ proposalId }) => here('decide', proposalId)}
      />
      <AskedTable
        frame={frame}
        asked={whole.asked}
        partyOf={(partyId) => view.context.parties.find((one) => one.partyId === partyId)?.names}
        hrefOf={({ askedId, state }) => (state === 'open' ? here('report', askedId) : undefined)}
      />
      <Questions frame={frame} questions={whole.questions} hrefOf={({ questionId }) => here('answer', questionId)} />
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
  const { frame, view, shown, item, whole, id, form } = props;
  const words = showcaseTexts(frame.language);
  if (shown === 'items') return <Items {...props} />;
  if (shown === 'item' && whole) return <ItemPart {...props} whole={whole} />;
  const isItem = shown === 'add' || shown === 'edit';
  const about = aboutOf(props);
  const isOpen = about.proposal === undefined || isAlive(about.proposal);
  return (
    <>
      {item && about.proposal && <ProposalFacts frame={frame} proposal={about.proposal} unit={item.unit} />}
      {shown === 'decide' && item && about.proposal?.state === 'accepted' && isOpen && (
        <p class="govuk-body">
          <a class="govuk-link" href={showcaseAddress(view.context.zone.zoneId, 'ask', { item: item.itemId, id })}>
            {words.actions.ask}
          </a>
        </p>
      )}
      {isItem && <p class="govuk-body">{words.textHint}</p>}
      {isOpen && (
        <SheetForm sheet={showcaseSheet(props)} form={form}>
          {shown === 'report' && asksAmount('report', about) && (
            <MoneyField frame={frame} form={form} name="amount" label={words.amount} optional />
          )}
          {isItem && <MoneyField frame={frame} form={form} name="price" label={words.price} optional />}
        </SheetForm>
      )}
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
