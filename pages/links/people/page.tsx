import type { JSX } from 'preact';
import { languages } from '#core/kernel/common.ts';
import type { PeopleView } from '#core/links/delegates.ts';
import { trackingTexts, type TrackingTexts } from '#core/texts/areas/tracking.ts';
import { fill, languageNames } from '#core/texts/index.ts';
import { Notification, SummaryList } from '../../components/facts.tsx';
import type { Field } from '../../components/fields.tsx';
import { Button, Form } from '../../components/form.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';

export interface People {
  readonly frame: Frame;
  readonly view: PeopleView;
  /** The page of the link: `/l/{link}`. */
  readonly path: string;
}

type Done = keyof TrackingTexts['people']['done'];

const languageField = ({ language }: Frame): Field => ({
  name: 'language',
  kind: 'radios',
  label: trackingTexts(language).people.language,
  choices: languages.map((value) => ({ value, text: languageNames[value] })),
});

export function newSheet({ frame, path }: People): Sheet {
  const { people: words } = trackingTexts(frame.language);
  return {
    frame,
    title: words.add,
    caption: words.title,
    text: words.addText,
    fields: [
      { name: 'name', kind: 'line', label: words.name, spellcheck: false },
      { name: 'email', kind: 'email', label: words.email, width: 20 },
      languageField(frame),
    ],
    address: `${path}/people/new`,
    back: `${path}/people`,
    button: words.addButton,
  };
}

export function ownSheet({ frame, path }: People): Sheet {
  const { people: words } = trackingTexts(frame.language);
  return {
    frame,
    title: words.own,
    caption: words.title,
    text: words.ownText,
    fields: [languageField(frame), { name: 'email', kind: 'email', label: words.email, width: 20 }],
    address: `${path}/people/own`,
    back: `${path}/people`,
    button: words.ownButton,
  };
}

export interface Removing extends People {
  readonly colleague: PeopleView['colleagues'][number];
}

export function removeSheet({ frame, path, colleague }: Removing): Sheet {
  const { people: words } = trackingTexts(frame.language);
  return {
    frame,
    title: words.removeTitle,
    caption: `${colleague.name} · ${colleague.email}`,
    text: words.removeText,
    fields: [],
    address: `${path}/people/${String(colleague.delegate)}`,
    back: `${path}/people`,
    button: words.removeButton,
    warning: true,
    cancel: words.keep,
  };
}

/** Whom the emails of a project go to, for its contact. */
export function peoplePage({
  frame,
  view: { contact, colleagues, moving, mayAdd },
  path,
  done,
}: People & { readonly done: Done | undefined }): JSX.Element {
  const { people: words } = trackingTexts(frame.language);
  const lineOf = (email: string | undefined, language: (typeof languages)[number]) =>
    [email, languageNames[language]].filter((part) => part !== undefined).join(' · ');
  return (
    <Layout frame={frame} title={words.title} back={path}>
      {done && <Notification frame={frame}>{words.done[done]}</Notification>}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.text}</p>
      <h2 class="govuk-heading-m">{words.you}</h2>
      <SummaryList
        frame={frame}
        facts={[
          { term: words.name, value: contact.name },
          { term: words.email, value: contact.email ?? frame.words.notGiven },
          { term: words.language, value: languageNames[contact.language] },
        ]}
      />
      {moving !== undefined && <p class="govuk-inset-text">{fill(words.moving, { email: moving })}</p>}
      <Button kind="secondary" href={`${path}/people/own`}>
        {words.own}
      </Button>
      {colleagues.length === 0 ? (
        <p class="govuk-body">{words.none}</p>
      ) : (
        <ul class="govuk-list">
          {colleagues.map(({ delegate, name, email, language, state }) => (
            <li key={delegate}>
              <strong>{name}</strong> – {state === 'asked' ? words.asked : words.confirmed}
              <br />
              {lineOf(email, language)}
              <br />
              <a class="govuk-link" href={`${path}/people/${String(delegate)}`}>
                {words.remove}
                <span class="govuk-visually-hidden">: {name}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {mayAdd ? <Button href={`${path}/people/new`}>{words.add}</Button> : <p class="govuk-body">{words.full}</p>}
    </Layout>
  );
}

/** All that an address is told which nobody has confirmed. */
export function invitationPage(frame: Frame, path: string, number: string): JSX.Element {
  const { people: words } = trackingTexts(frame.language);
  return (
    <Layout frame={frame} title={words.inv}>
      <h1 class="govuk-heading-l">{words.inv}</h1>
      <p class="govuk-body">{fill(words.invText, { number })}</p>
      <Form frame={frame} action={`${path}/confirm`}>
        <Button>{words.invButton}</Button>
      </Form>
    </Layout>
  );
}
