import type { JSX } from 'preact';
import type { ShowcaseOverview } from '#core/showcase/overview.ts';
import type { Item } from '#core/showcase/showcase.ts';
import { showcaseTexts } from '#core/texts/areas/showcase.ts';
import { numberText, shortDateText } from '#core/texts/index.ts';
import { addressOf } from '#pages/routes.ts';
import { Table } from '../../components/facts.tsx';
import { itemName } from '../../components/showcase.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';

const ItemLink = ({ frame: { language }, item }: { readonly frame: Frame; readonly item: Item }): JSX.Element => (
  <a
    class="govuk-link"
    href={addressOf('/office/showcase', {}, { zone: item.zoneId, view: 'item', item: item.itemId })}
  >
    {itemName(language, item.names)}
  </a>
);

function Late({
  frame,
  one: { context, late },
}: {
  readonly frame: Frame;
  readonly one: ShowcaseOverview;
}): JSX.Element {
  const { language } = frame;
  const words = showcaseTexts(language);
  const number = (value: number) => numberText(language, value);
  const partyOf = (partyId: string | undefined) =>
    partyId === undefined
      ? words.proposer
      : (context.parties.find((party) => party.partyId === partyId)?.names[language] ?? '');
  return (
    <Table
      frame={frame}
      caption={`${words.lateAsked} (${number(late.length)})`}
      columns={[
        { text: words.step },
        { text: words.of },
        { text: words.item },
        { text: words.due },
        { text: words.workingDays, numeric: true },
      ]}
      rows={late.map(({ item, company, kind, partyId, due, overdueDays }) => [
        <>
          {words.kinds[kind]}
          <span class="news__day">{company}</span>
        </>,
        partyOf(partyId),
        <ItemLink key="item" frame={frame} item={item} />,
        shortDateText(language, due),
        number(overdueDays),
      ])}
    />
  );
}

function Zone({ frame, one }: { readonly frame: Frame; readonly one: ShowcaseOverview }): JSX.Element {
  const { language } = frame;
  const words = showcaseTexts(language);
  const number = (value: number) => numberText(language, value);
  const { context, withoutProposal, withoutAnswer, late, groups } = one;
  return (
    <>
      <h2 class="govuk-heading-m">{context.zone.names[language]}</h2>
      <Table
        frame={frame}
        caption={`${words.withoutAnswer} (${number(withoutAnswer.length)})`}
        empty={words.allAnswered}
        columns={[
          { text: words.company },
          { text: words.item },
          { text: words.since },
          { text: words.workingDays, numeric: true },
        ]}
        rows={withoutAnswer.map(({ item, company, district, since, workingDays }) => [
          <>
            {company}
            <span class="news__day">{district}</span>
          </>,
          <ItemLink key="item" frame={frame} item={item} />,
          shortDateText(language, since),
          number(workingDays),
        ])}
      />
      <Table
        frame={frame}
        caption={`${words.withoutProposal} (${number(withoutProposal.length)})`}
        empty={words.allProposed}
        columns={[words.item, words.buyer, words.until].map((text) => ({ text }))}
        rows={withoutProposal.map((item) => [
          <ItemLink key="item" frame={frame} item={item} />,
          item.buyer.company,
          shortDateText(language, item.validUntil),
        ])}
      />
      {late.length > 0 && <Late frame={frame} one={one} />}
      <Table
        frame={frame}
        caption={words.groups}
        empty={words.noProposals}
        columns={[
          { text: words.district },
          { text: words.companies, numeric: true },
          { text: words.proposals, numeric: true },
          { text: words.chosen, numeric: true },
          { text: words.banksYes, numeric: true },
          { text: words.became, numeric: true },
        ]}
        rows={groups.map(({ district, companies, proposals, accepted, financed, became }) => [
          district,
          ...[companies, proposals, accepted, financed, became].map(number),
        ])}
      />
    </>
  );
}

/** For leadership: parts nobody offers to make, proposals nobody has answered, entrepreneurs by district. */
export function regionShowcasePage(frame: Frame, zones: readonly ShowcaseOverview[]): JSX.Element {
  const words = showcaseTexts(frame.language);
  return (
    <Layout frame={frame} title={words.overview} back={addressOf('/region', {})} wide>
      <h1 class="govuk-heading-l">{words.overview}</h1>
      {zones.length === 0 && <p class="govuk-body">{words.none}</p>}
      {zones.map((one) => (
        <Zone key={one.context.zone.zoneId} frame={frame} one={one} />
      ))}
    </Layout>
  );
}
