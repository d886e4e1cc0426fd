import type { JSX } from 'preact';
import type { NamingView } from '#core/open-data/agree-naming.ts';
import { sectorTexts } from '#core/texts/areas/sectors.ts';
import { publicTexts } from '#core/texts/areas/public.ts';
import { moneyText } from '#core/texts/money.ts';
import { fill, momentText, numberText, textsOf } from '#core/texts/index.ts';
import { SummaryList } from '../../components/facts.tsx';
import { Button, Form } from '../../components/form.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { addressOf } from '../../routes.ts';

interface Props {
  readonly frame: Frame;
  readonly view: NamingView;
  readonly back: string;
}

/** What open data would tell of the project, before it is agreed to. */
export function namingPage({ frame, view, back }: Props): JSX.Element {
  const { language } = frame;
  const { openData, naming: words } = publicTexts(language);
  const { aggregate, company, zone, offsetMinutes, isOpen } = view;
  const { number, sector, stage, figures, namedSince } = aggregate.project;
  return (
    <Layout frame={frame} title={`${words.title} · ${number}`} back={back}>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{number}</span>
        {words.title}
      </h1>
      <p class="govuk-body">
        {words.text}{' '}
        <a class="govuk-link" href={addressOf('/open-data', {})}>
          {openData.title}
        </a>
      </p>
      <SummaryList
        frame={frame}
        facts={[
          { term: words.company, value: company },
          { term: words.zone, value: zone.names[language] },
          { term: words.sector, value: sectorTexts(language)[sector] },
          { term: words.stage, value: textsOf(language).stages[stage] },
          { term: words.investment, value: moneyText(language, figures.investment) },
          { term: words.jobs, value: numberText(language, figures.jobs) },
        ]}
      />
      <p class="govuk-inset-text">
        {namedSince === undefined
          ? words.isNot
          : fill(words.is, { date: momentText(language, namedSince, offsetMinutes) })}
      </p>
      {(namedSince !== undefined || isOpen) && (
        <Form frame={frame}>
          <input type="hidden" name="agrees" value={namedSince === undefined ? 'yes' : 'no'} />
          <Button>{namedSince === undefined ? words.agree : words.takeBack}</Button>
        </Form>
      )}
    </Layout>
  );
}
