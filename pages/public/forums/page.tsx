import type { JSX } from 'preact';
import type { PublicForum } from '#core/forums/public-forum.ts';
import { guestTexts } from '#core/texts/areas/guests.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, daysText, fill, numberText, textsOf } from '#core/texts/index.ts';
import { Table } from '../../components/facts.tsx';
import { Button } from '../../components/form.tsx';
import { SessionTable } from '../../components/session-table.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { addressOf } from '../../routes.ts';

/** What a region offers at a forum, for anybody. */
export function publicForumPage(frame: Frame, view: PublicForum): JSX.Element {
  const { language } = frame;
  const words = guestTexts(language);
  const { utilities } = textsOf(language);
  const title = view.forum.names[language];
  const zone = view.zone[language];
  const stateOf = ({ report }: PublicForum['lines'][number]): string =>
    report.state === 'committed'
      ? fill(words.lineBy, { date: dateText(language, report.readyBy) })
      : report.state === 'ready'
        ? words.lineReady
        : words.lineNot;
  return (
    <Layout frame={frame} title={`${title} · ${zone}`} description={fill(words.offerText, { zone })}>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{zone}</span>
        {title}
      </h1>
      <p class="govuk-body-l">{daysText(language, view.forum)}</p>
      <h2 class="govuk-visually-hidden">{words.offer}</h2>
      {view.offers.length > 0 && (
        <Table
          frame={frame}
          caption={words.freePlots}
          columns={[
            { text: words.where },
            { text: words.plots, numeric: true },
            { text: words.hectares, numeric: true },
          ]}
          rows={view.offers.map(({ registerId, names, plots, hectares }) => [
            <a key="zone" class="govuk-link" href={addressOf('/plots', {}, { zone: registerId })}>
              {names[language]}
            </a>,
            numberText(language, plots),
            numberText(language, hectares),
          ])}
        />
      )}
      {view.lines.length > 0 && (
        <Table
          frame={frame}
          caption={words.lines}
          columns={[words.line, words.state, words.asOf].map((text) => ({ text }))}
          rows={view.lines.map((one) => [
            capital(language, utilities[one.utility]),
            stateOf(one),
            dateText(language, one.on),
          ])}
        />
      )}
      <SessionTable frame={frame} sessions={view.sessions} />
      <Button href={addressOf('/', {}, { forum: view.forum.forumId })}>{words.handIn}</Button>
    </Layout>
  );
}
