import type { JSX } from 'preact';
import { letterTexts } from '#core/texts/pages/letter/index.ts';
import { checkedDocuments } from '#core/contracts/facts.ts';
import { documentTexts } from '#core/texts/documents/index.ts';
import { Notification } from '../components/facts.tsx';
import type { Filled } from '../components/filled.ts';
import { Button, ErrorSummary, Form } from '../components/form.tsx';
import { TextField } from '../components/text-field.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';

/**
 * The receipt of a letter: its number, what happens next, what can be prepared. The link to the project is in the investor's mailbox
 * alone; here it can be sent once more. @param path of the draft @param isSent it was
 */
export function receiptPage(frame: Frame, { number, path, isSent }: { readonly number: string; readonly path: string; readonly isSent: boolean }): JSX.Element {
  const words = letterTexts(frame.language).receipt;
  return (
    <Layout frame={frame} title={words.title}>
      {isSent && <Notification frame={frame}>{words.sent}</Notification>}
      <div class="govuk-panel govuk-panel--confirmation">
        <h1 class="govuk-panel__title">{words.title}</h1>
        <div class="govuk-panel__body">{words.number}<br /><strong>{number}</strong></div>
      </div>
      <h2 class="govuk-heading-m">{words.next}</h2>
      <ol class="govuk-list govuk-list--number"><li>{words.confirm}</li><li>{words.check}</li></ol>
      <p class="govuk-body">{words.byLink}</p>
      <p class="govuk-body">{words.missing}</p>
      <Form frame={frame} action={`${path}/save`}><Button kind="secondary">{words.again}</Button></Form>
      <h2 class="govuk-heading-m">{words.documents}</h2>
      <p class="govuk-body">{words.documentsText}</p>
      <ul class="govuk-list govuk-list--bullet">{checkedDocuments.map((kind) => <li key={kind}>{documentTexts(frame.language).names[kind]}</li>)}</ul>
    </Layout>
  );
}

interface AskProps {
  readonly frame: Frame;
  readonly form: Filled;
  /** The link is on its way. */
  readonly isSent: boolean;
}

/** The address to which the link to go on is sent. */
export function savePage({ frame, form, isSent, path }: AskProps & { readonly path: string }): JSX.Element {
  const { save, labels } = letterTexts(frame.language);
  const title = isSent ? save.done : save.title;
  return (
    <Layout frame={frame} title={title} failed={form.errors.length > 0} back={path}>
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{isSent ? save.doneText : save.text}</p>
      {!isSent && (
        <Form frame={frame}>
          <TextField frame={frame} form={form} name="email" label={labels.email} type="email" autoComplete="email" spellcheck={false} />
          <Button>{save.button}</Button>
        </Form>
      )}
    </Layout>
  );
}

/** Asks for the link to a project; says the same whether the number and the address belong together or not. */
export function anotherLinkPage({ frame, form, isSent }: AskProps): JSX.Element {
  const words = letterTexts(frame.language).another;
  const title = isSent ? words.done : words.title;
  return (
    <Layout frame={frame} title={title} failed={form.errors.length > 0} back="/">
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{isSent ? words.doneText : words.text}</p>
      {!isSent && (
        <Form frame={frame}>
          <TextField frame={frame} form={form} name="number" label={words.number} hint="AQT-2025-0001" width={20} spellcheck={false} />
          <TextField frame={frame} form={form} name="email" label={words.email} type="email" autoComplete="email" spellcheck={false} />
          <Button>{words.button}</Button>
        </Form>
      )}
    </Layout>
  );
}
