import type { JSX } from 'preact';
import type { Problem } from '#core/contracts/views.ts';
import { fill } from '#core/texts/index.ts';
import type { Frame } from './frame.ts';
import { Layout } from './layout.tsx';

/** What went wrong, what to do now, and the number under which our log knows it. */
export function problemPage(frame: Frame, { title, detail, reference, status }: Pick<Problem, 'title' | 'detail' | 'reference' | 'status'>): JSX.Element {
  const { words } = frame;
  return (
    <Layout frame={frame} title={title} failed>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{detail}</p>
      {status >= 500 && <p class="govuk-body">{fill(words.reference, { reference })}</p>}
      <p class="govuk-body"><a class="govuk-link" href={frame.staff?.menu[0]?.href ?? '/'}>{words.toStart}</a></p>
    </Layout>
  );
}
