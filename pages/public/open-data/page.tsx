import type { JSX } from 'preact';
import type { LocalDate } from '#core/calendar/local-date.ts';
import type { Night } from '#core/open-data/night-ports.ts';
import { fewest } from '#core/figures/public-figures.ts';
import { milestoneColumns } from '#core/open-data/open-data.ts';
import { publicTexts } from '#core/texts/areas/public.ts';
import { dateText, fill, numberText, shortDateText } from '#core/texts/index.ts';
import { addressOf } from '#pages/routes.ts';
import { Table } from '../../components/facts.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { license, nightPathOf, pathOf, type OpenFile } from './files.ts';

/** A month of them. */
export const nightsAPage = 31;

interface OpenDataView {
  readonly day: LocalDate;
  readonly files: readonly OpenFile[];
  readonly nights: readonly Night[];
}

/** The files of each night, the last first. */
function Nights({ frame, nights }: { readonly frame: Frame } & Pick<OpenDataView, 'nights'>): JSX.Element {
  const { language } = frame;
  const { openData: words } = publicTexts(language);
  const last = nights.at(-1);
  return (
    <>
      <h2 class="govuk-heading-m">{words.nights}</h2>
      <p class="govuk-body">{fill(words.nightsText, { word: 'latest' })}</p>
      {nights.length === 0 ? (
        <p class="govuk-body">{words.noNights}</p>
      ) : (
        <Table
          frame={frame}
          caption={words.nights}
          captionHidden
          columns={[{ text: words.night }, { text: words.file }]}
          rows={nights.map(({ day, files }) => [
            dateText(language, day),
            <ul class="govuk-list govuk-!-margin-bottom-0">
              {files.map(({ name }) => (
                <li key={name}>
                  <a class="govuk-link" href={nightPathOf(day, name)}>
                    {name}
                    <span class="govuk-visually-hidden"> ({dateText(language, day)})</span>
                  </a>
                </li>
              ))}
            </ul>,
          ])}
        />
      )}
      {last && nights.length === nightsAPage && (
        <p class="govuk-body">
          <a class="govuk-link" href={addressOf('/open-data', {}, { before: last.day })}>
            {words.earlier}
          </a>
        </p>
      )}
    </>
  );
}

/** Every file with what it holds, what the columns say, and the same of each night. */
export function openDataPage(frame: Frame, { day, files, nights }: OpenDataView): JSX.Element {
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
      <Nights frame={frame} nights={nights} />
      <p class="govuk-body">
        <a class="govuk-link" href={addressOf('/figures', {})}>
          {figures.title}
        </a>
      </p>
    </Layout>
  );
}
