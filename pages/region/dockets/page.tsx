import type { ComponentChildren, JSX } from 'preact';
import type { DocketLineView } from '#core/docket/docket.ts';
import type { Page } from '#core/kernel/ports.ts';
import type { Names } from '#core/reference/reference.ts';
import { docketTexts } from '#core/texts/areas/docket.ts';
import { numberText, shortDateText } from '#core/texts/index.ts';
import { regionTexts } from '#core/texts/areas/region.ts';
import type { Colleague } from '#core/work/view-colleagues.ts';
import { Table } from '../../components/facts.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { projectAddress } from '../../office/addresses.ts';
import { workerName } from '../../office/worker-name.ts';
import { docketsPath, overviewPath } from '../addresses.ts';

export interface ZoneDockets {
  readonly zoneId: string;
  readonly names: Names;
  readonly page: Page<DocketLineView>;
  readonly people: readonly Colleague[];
}

interface DocketColumn {
  readonly text: string;
  readonly numeric?: boolean;
  readonly cell: (line: DocketLineView) => string | number | { readonly day: string };
  readonly show?: (line: DocketLineView) => ComponentChildren;
}

const nextText = ({ language }: Frame, { next }: DocketLineView): string =>
  next.map(({ step }) => docketTexts(language).steps[step]).join('; ');

export function docketColumns(frame: Frame, people: readonly Colleague[], reader: string): readonly DocketColumn[] {
  const { language } = frame;
  const words = docketTexts(language);
  const until = ({ next: [first] }: DocketLineView) => first?.until;
  const late = ({ next: [first] }: DocketLineView) => first?.late ?? 0;
  return [
    {
      text: words.company,
      cell: ({ company }) => company,
      show: ({ projectId, company, number }) => (
        <>
          <a class="govuk-link" href={projectAddress(projectId)}>
            {company}
          </a>{' '}
          <span class="number">{number}</span>
        </>
      ),
    },
    { text: words.plot, cell: ({ plot = '' }) => plot },
    {
      text: words.area,
      numeric: true,
      cell: ({ hectares = '' }) => hectares,
      show: ({ hectares }) => (hectares === undefined ? '–' : numberText(language, hectares)),
    },
    {
      text: words.frozenSince,
      cell: ({ frozenSince }) => ({ day: frozenSince }),
      show: ({ frozenSince }) => shortDateText(language, frozenSince),
    },
    { text: words.state, cell: ({ step }) => words.steps[step ?? 'reminder'] },
    {
      text: words.who,
      cell: ({ personId }) =>
        personId === undefined ? words.itself : workerName(frame, { reader, colleagues: people }, personId),
    },
    { text: words.next, cell: (line) => nextText(frame, line) },
    {
      text: words.until,
      cell: (line) => {
        const day = until(line);
        return day === undefined ? '' : { day };
      },
      show: (line) => {
        const day = until(line);
        const text = day === undefined ? '–' : shortDateText(language, day);
        return late(line) > 0 ? <strong class="late">{text}</strong> : text;
      },
    },
    { text: words.daysLate, numeric: true, cell: late },
  ];
}

/** Frozen plots of each zone, the longest first. */
export function docketsPage(
  frame: Frame,
  zones: readonly ZoneDockets[],
  zone: string | undefined,
  reader: string,
): JSX.Element {
  const { language } = frame;
  const words = docketTexts(language);
  return (
    <Layout frame={frame} title={words.list} back={overviewPath(zone)} wide="screen">
      <h1 class="govuk-heading-l">{words.list}</h1>
      <p class="govuk-body">{words.listText}</p>
      <p class="govuk-body no-print list-sum">
        {(['xlsx', 'csv'] as const).map((form) => (
          <a key={form} class="govuk-link" href={docketsPath(zone, { form })}>
            {words[form]}
          </a>
        ))}
      </p>
      {zones.map(({ zoneId, names, page, people }) => {
        const columns = docketColumns(frame, people, reader);
        return (
          <section key={zoneId} class="figures dockets">
            {page.entries.length === 0 && <h2 class="govuk-heading-m">{names[language]}</h2>}
            <Table
              frame={frame}
              caption={names[language]}
              empty={words.none}
              columns={columns}
              rows={page.entries.map((line) =>
                columns.map(({ cell, show }) => {
                  const value = cell(line);
                  return show?.(line) ?? (typeof value === 'object' ? value.day : value);
                }),
              )}
            />
            {page.next !== undefined && (
              <p class="govuk-body">
                <a class="govuk-link" href={docketsPath(zoneId, { after: page.next })}>
                  {regionTexts(language).more}
                </a>
              </p>
            )}
          </section>
        );
      })}
    </Layout>
  );
}
