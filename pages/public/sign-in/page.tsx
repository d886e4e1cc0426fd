import type { JSX } from 'preact';
import { Notification } from '../../components/facts.tsx';
import { Button } from '../../components/form.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';

/** Says who signs in here and leads to the issuer's page, which may speak none of our languages. @param start address that leads there */
export function signInPage(
  frame: Frame,
  { start, isOut }: { readonly start: string; readonly isOut: boolean },
): JSX.Element {
  const words = frame.words.signInPage;
  return (
    <Layout frame={frame} title={words.title}>
      {isOut && <Notification frame={frame}>{words.out}</Notification>}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.text}</p>
      <Button href={start}>{words.start}</Button>
      <p class="govuk-body">{words.who}</p>
    </Layout>
  );
}
