import type { JSX } from 'preact';
import type { Problem } from '#core/contracts/views.ts';
import { fill } from '#core/texts/index.ts';
import type { Frame } from './frame.ts';
import { Layout } from './layout.tsx';

/** Problems with a link that another one helps against. */
const needsLink = /:link-(?:unknown|replaced)$/;

/**
 * What went wrong, what to do now, and the number under which our log knows it. An investor whose link opens nothing can have
 * another one sent; a party has to ask the office for it.
 */
export function problemPage(frame: Frame, { type, title, detail, reference, status }: Pick<Problem, 'type' | 'title' | 'detail' | 'reference' | 'status'>): JSX.Element {
  const { words, here } = frame;
  const isParty = here.startsWith('/l/a.');
  return (
    <Layout frame={frame} title={title} failed>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{detail}</p>
      {needsLink.test(type) && !isParty && <p class="govuk-body"><a class="govuk-link" href="/another-link">{words.anotherLink}</a></p>}
      {status >= 500 && <p class="govuk-body">{fill(words.reference, { reference })}</p>}
      <p class="govuk-body"><a class="govuk-link" href={frame.staff?.menu[0]?.href ?? '/'}>{words.toStart}</a></p>
    </Layout>
  );
}
