import type { JSX } from 'preact';
import { stageIds } from '#core/stages/stage-id.ts';
import { textsOf } from '#core/texts/index.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import type { OfficeContact } from '#core/reference/reference.ts';
import { Button, Form } from '../../components/form.tsx';
import type { Frame } from '../../frame.ts';
import { Layout, OfficeLines } from '../../layout.tsx';

/** What this is, what is needed, and where to begin. @param forum the forum whose address or code led here */
export function startPage(frame: Frame, offices: readonly OfficeContact[], forum: string | undefined): JSX.Element {
  const words = letterTexts(frame.language).start;
  return (
    <Layout frame={frame} title={words.what}>
      <h1 class="govuk-heading-xl">{words.title}</h1>
      <p class="govuk-body-l">{words.lead}</p>
      <h2 class="govuk-heading-m">{words.need}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {words.needs.map((need) => (
          <li key={need}>{need}</li>
        ))}
      </ul>
      <p class="govuk-body">{words.time}</p>
      <Form frame={frame} action="/letter">
        {forum && <input type="hidden" name="forum" value={forum} />}
        <Button>{words.button}</Button>
      </Form>
      <p class="govuk-body">{words.goOn}</p>
      <p class="govuk-body">
        {words.track}{' '}
        <a class="govuk-link" href="/another-link">
          {words.trackLink}
        </a>
      </p>
      <h2 class="govuk-heading-m">{words.path}</h2>
      <ol class="stages">
        {stageIds.map((stage) => (
          <li key={stage} class="stages__stage stages__stage--ahead">
            <span class="stages__name">{textsOf(frame.language).stages[stage]}</span>
          </li>
        ))}
      </ol>
      <h2 class="govuk-heading-m">{words.offices}</h2>
      <ul class="govuk-list">
        {offices.map((office) => (
          <li key={office.mailbox}>
            <OfficeLines language={frame.language} office={office} />
          </li>
        ))}
      </ul>
    </Layout>
  );
}
