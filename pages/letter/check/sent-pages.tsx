import type { JSX } from 'preact';
import { dateText, fill } from '#core/texts/index.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import type { DocumentKind } from '#core/documents/document-kind.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { Notification } from '../../components/facts.tsx';
import type { FormState } from '../../components/form-state.ts';
import { Button, ErrorSummary, Form } from '../../components/form.tsx';
import { SheetForm, type Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';

/** The link is in the mailbox alone; it can be sent once more. @param path of the draft @param isSent it was */
export function receiptPage(
  frame: Frame,
  {
    number,
    path,
    isSent,
    documents,
  }: {
    readonly number: string;
    readonly path: string;
    readonly isSent: boolean;
    readonly documents: readonly DocumentKind[];
  },
): JSX.Element {
  const words = letterTexts(frame.language).receipt;
  return (
    <Layout frame={frame} title={words.title}>
      {isSent && <Notification frame={frame}>{words.sent}</Notification>}
      <div class="govuk-panel govuk-panel--confirmation">
        <h1 class="govuk-panel__title">{words.title}</h1>
        <div class="govuk-panel__body">
          {words.number}
          <br />
          <strong>{number}</strong>
        </div>
      </div>
      <h2 class="govuk-heading-m">{words.next}</h2>
      <ol class="govuk-list govuk-list--number">
        <li>{words.confirm}</li>
        <li>{words.check}</li>
      </ol>
      <p class="govuk-body">{words.byLink}</p>
      <p class="govuk-body">{words.missing}</p>
      <Form frame={frame} action={`${path}/save`}>
        <Button kind="secondary">{words.again}</Button>
      </Form>
      <h2 class="govuk-heading-m">{words.documents}</h2>
      <p class="govuk-body">{words.documentsText}</p>
      <ul class="govuk-list govuk-list--bullet">
        {documents.map((kind) => (
          <li key={kind}>{documentTexts(frame.language).names[kind]}</li>
        ))}
      </ul>
    </Layout>
  );
}

interface AskProps {
  readonly frame: Frame;
  readonly form: FormState;
  readonly isSent: boolean;
}

export function deletedPage(frame: Frame, on: string): JSX.Element {
  const words = letterTexts(frame.language).deleted;
  const title = fill(words.title, { date: dateText(frame.language, on) });
  return (
    <Layout frame={frame} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{words.text}</p>
      <Form frame={frame} action="/letter">
        <Button>{words.button}</Button>
      </Form>
    </Layout>
  );
}

export interface SaveProps extends AskProps {
  readonly path: string;
  readonly address?: string | undefined;
  /** The last day on which the letter is kept. */
  readonly until?: string | undefined;
}

export function saveSheet({ frame, path, isSent }: Pick<SaveProps, 'frame' | 'path' | 'isSent'>): Sheet {
  const { save, labels } = letterTexts(frame.language);
  return {
    frame,
    title: isSent ? save.done : save.title,
    caption: '',
    fields: [{ name: 'email', kind: 'email', label: labels.email, autoComplete: 'email' }],
    address: `${path}/save`,
    back: path,
    button: isSent ? save.again : save.button,
  };
}

export function savePage(props: SaveProps): JSX.Element {
  const { frame, form, isSent, path, address, until } = props;
  const { save } = letterTexts(frame.language);
  const sheet = saveSheet(props);
  const { title } = sheet;
  return (
    <Layout frame={frame} title={title} failed={form.errors.length > 0} back={path}>
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">{title}</h1>
      {isSent && address !== undefined ? (
        <p class="govuk-body">{fill(save.sentTo, { address })}</p>
      ) : (
        <p class="govuk-body">{save.text}</p>
      )}
      {until !== undefined && <p class="govuk-body">{fill(save.until, { date: dateText(frame.language, until) })}</p>}
      {isSent && <p class="govuk-body">{save.wrong}</p>}
      <SheetForm sheet={sheet} form={form} />
    </Layout>
  );
}

export function anotherLinkSheet({ frame }: Pick<AskProps, 'frame'>): Sheet {
  const words = letterTexts(frame.language).another;
  return {
    frame,
    title: words.title,
    caption: '',
    fields: [
      { name: 'email', kind: 'email', label: words.email, autoComplete: 'email' },
      {
        name: 'number',
        kind: 'line',
        label: words.number,
        hint: 'AQT-2025-0001',
        optional: true,
        width: 20,
        spellcheck: false,
      },
    ],
    address: '/another-link',
    back: '/',
    button: words.button,
  };
}

/** Asks for the links of an address, or for that of one project by its number; says the same whether there are any or not. */
export function anotherLinkPage({ frame, form, isSent }: AskProps): JSX.Element {
  const words = letterTexts(frame.language).another;
  const title = isSent ? words.done : words.title;
  return (
    <Layout frame={frame} title={title} failed={form.errors.length > 0} back="/">
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{isSent ? words.doneText : words.text}</p>
      {!isSent && <SheetForm sheet={anotherLinkSheet({ frame })} form={form} />}
    </Layout>
  );
}
