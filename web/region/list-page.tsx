import type { JSX } from 'preact';
import type { Language } from '#core/contracts/common.ts';
import type { ProjectLineView } from '#core/contracts/views.ts';
import type { BehindView } from '#core/use-cases/list-behind.ts';
import type { Behind } from '#core/use-cases/view-overview.ts';
import { dateText, numberText, textsOf } from '#core/texts/index.ts';
import { shortMoneyText } from '#core/texts/money.ts';
import { regionTexts } from '#core/texts/pages/region/index.ts';
import { Table, Tag } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { listPath, overviewPath } from './addresses.ts';
import { bucketName, bucketOrder, holderName, quarterName } from './names.ts';

/** What a list has in common, in words. */
function filterName(language: Language, filter: Behind): string {
  const words = regionTexts(language);
  switch (filter.by) {
    case 'all': return words.all;
    case 'overdue': return textsOf(language).assignmentStates.overdue;
    case 'uncounted': return words.uncounted;
    case 'holder': return `${words.lateThrough}: ${holderName(language, filter.holder)}`;
    case 'start': return `${words.starts}: ${quarterName(language, filter.quarter)}`;
    case 'stage': {
      const bucket = bucketOrder.find((one) => one === filter.stage);
      return bucket ? bucketName(language, bucket) : words.none;
    }
  }
}

function cells(language: Language, line: ProjectLineView) {
  const words = regionTexts(language);
  const { projectId, number, company, stage, ending, due, figures, counted, suspended } = line;
  return [
    <a key="number" class="govuk-link amount" href={`/office/projects/${projectId}`}>{number}</a>, company,
    <>{bucketName(language, ending ?? stage)} {suspended && <Tag colour="yellow">{words.suspended}</Tag>} {!counted && <Tag colour="grey">{words.notCounted}</Tag>}</>,
    due === undefined ? '–' : dateText(language, due), <span key="worth" class="amount">{shortMoneyText(language, figures.investment)}</span>, numberText(language, figures.jobs),
  ];
}

/** The projects behind a figure, zone by zone. */
export function listPage(frame: Frame, { zones }: BehindView, filter: Behind, zone: string | undefined): JSX.Element {
  const { language } = frame;
  const words = regionTexts(language);
  const title = filterName(language, filter);
  return (
    <Layout frame={frame} title={title} back={overviewPath(zone)} wide>
      <span class="govuk-caption-l">{words.listTitle}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {zones.map(({ zoneId, names, page }) => (
        <section key={zoneId} class="figures figures--list">
          {page.entries.length === 0 && <h2 class="govuk-heading-m">{names[language]}</h2>}
          <Table frame={frame} caption={names[language]} empty={words.none}
            columns={[{ text: words.number }, { text: words.company }, { text: textsOf(language).linkPage.stage }, { text: words.due }, { text: words.worth, numeric: true }, { text: words.jobs, numeric: true }]}
            rows={page.entries.map((line) => cells(language, line))} />
          {page.next !== undefined && <p class="govuk-body"><a class="govuk-link" href={listPath(zoneId, filter, page.next)}>{words.more}</a></p>}
        </section>
      ))}
    </Layout>
  );
}
