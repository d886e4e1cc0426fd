import type { JSX } from 'preact';
import type { LocalDate } from '#core/calendar/local-date.ts';
import { fewest } from '#core/figures/public-figures.ts';
import { milestoneColumns } from '#core/open-data/open-data.ts';
import { publicTexts } from '#core/texts/areas/public.ts';
import { fill, numberText, shortDateText } from '#core/texts/index.ts';
import { addressOf } from '#pages/routes.ts';
import { Table } from '../../components/facts.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { license, pathOf, type OpenFile } from './files.ts';

/** Every file with what it holds, and what the columns say. */
export function openDataPage(frame: Frame, day: LocalDate, files: readonly OpenFile[]): JSX.Element {
  const { language } = frame;
  const { openData: words, figures } = publicTexts(language);
  const lead = fill(words.lead, { fewest });
  return (
    <Layout frame={frame} title={words.title} description={lead}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{lead}</p>
      <Table
        frame={frame}
        caption={fill(words.filesOf, { date: shortDateText(language, day) })}
        columns={[{ text: words.file }, { text: words.about }, { text: words.size, numeric: true }]}
        rows={files.map(({ name, about, text }) => [
          <a class="govuk-link" href={pathOf(name)}>
            {name}
          </a>,
          words.files[about],
          numberText(language, Buffer.byteLength(text)),
        ])}
      />
      <p class="govuk-body">
        {words.license}{' '}
        <a class="govuk-link" href={license}>
          {license}
        </a>
      </p>
      <Table
        frame={frame}
        caption={words.columnsOf}
        columns={[{ text: words.column }, { text: words.meaning }]}
        rows={milestoneColumns.map((column) => [column, words.columns[column]])}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={addressOf('/figures', {})}>
          {figures.title}
        </a>
      </p>
    </Layout>
  );
}
