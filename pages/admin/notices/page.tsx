import type { JSX } from 'preact';
import type { Language } from '#core/kernel/common.ts';
import { staffDay } from '#core/people/membership.ts';
import { type Zone, writtenLanguages } from '#core/reference/reference.ts';
import type { NoticeDetail, NoticeEntry, ToldVersion } from '#core/notices/notice-texts.ts';
import {
  hasClosing,
  partsOf,
  placeholdersOf,
  productText,
  wordParts,
  type NoticeName,
} from '#core/notices/own-words.ts';
import type { SampleEmail } from '#core/notices/sample-notice.ts';
import { dateText, fill, languageNames, languageTags } from '#core/texts/index.ts';
import { zoneWordsTexts } from '#core/texts/areas/zone-words.ts';
import { Table, Tag } from '../../components/facts.tsx';
import { seenNumber, type Field } from '../../components/fields.tsx';
import { reviewPage, type Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { zonePageAddress } from '../addresses.ts';
import { SettingPage } from '../setting-page.tsx';
import { noticeTitle, partTitle, partTitleOf, type PeopleNames } from '../names.ts';

const readers = ['investor', 'party', 'office'] as const;
const colours = { product: 'grey', zone: 'green', outgrown: 'red' } as const;

export function noticesPage({
  frame,
  zone,
  notices,
  done,
}: {
  readonly frame: Frame;
  readonly zone: Zone;
  readonly notices: readonly NoticeEntry[];
  readonly done?: string | undefined;
}): JSX.Element {
  const { language } = frame;
  const { notices: words } = zoneWordsTexts(language);
  return (
    <SettingPage frame={frame} zone={zone} title={words.title} text={words.text} done={done}>
      {readers.map((reader) => (
        <Table
          key={reader}
          frame={frame}
          caption={words.readers[reader]}
          columns={[{ text: words.notice }, { text: words.whose }, { text: words.since }]}
          rows={notices
            .filter(({ name }) => partsOf(name).audience === reader)
            .map(({ name, whose, since }) => [
              <a class="govuk-link" href={zonePageAddress(zone.zoneId, '/notice', { notice: name })}>
                {noticeTitle(language, name)}
              </a>,
              whose === 'product' ? words.states.product : <Tag colour={colours[whose]}>{words.states[whose]}</Tag>,
              since === undefined ? '–' : dateText(language, since),
            ])}
        />
      ))}
    </SettingPage>
  );
}

export interface NoticeProps {
  readonly frame: Frame;
  readonly detail: NoticeDetail;
  /** The version it begins with; 'product': back to the standard text. */
  readonly from?: ToldVersion | 'product' | undefined;
  readonly names: PeopleNames;
}

function placesText(language: Language, name: NoticeName): string {
  const { notices: words } = zoneWordsTexts(language);
  const { known, needed } = placeholdersOf(name);
  const told = (place: string): string => `{${place}} – ${words.places[place as keyof typeof words.places]}`;
  return [
    fill(words.known, { known: known.map(told).join(', ') }),
    ...(needed.length > 0 ? [fill(words.needed, { needed: needed.map((place) => `{${place}}`).join(', ') })] : []),
  ].join(' ');
}

function fieldsOf(language: Language, name: NoticeName): readonly Field[] {
  const { notices: words } = zoneWordsTexts(language);
  const hints = { subject: words.subjectHint, opening: `${placesText(language, name)} ${words.paragraphs}` };
  return writtenLanguages.flatMap((one) =>
    wordParts
      .filter((part) => part !== 'closing' || hasClosing(name))
      .map((part): Field => ({
        name: `texts.${one}.${part}`,
        kind: part === 'opening' || part === 'closing' ? 'text' : 'line',
        ...(part === 'closing' && { rows: 2, value: (typed: string) => typed.replace(/\s+/g, ' ') }),
        label: partTitle(language, one, part),
        ...(part === 'subject' || part === 'opening' ? { hint: hints[part] } : {}),
        ...(part === 'opening' && productText('en', name).paragraphs.length === 0 && { optional: true }),
        spellcheck: false,
      })),
  );
}

function Version({ frame, one, names }: Pick<NoticeProps, 'frame' | 'names'> & { readonly one: ToldVersion }) {
  const { language } = frame;
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {dateText(language, staffDay(one.at))}, {names.get(one.by) ?? one.by}
        </span>
      </summary>
      <div class="govuk-details__text">
        {one.changes.map(({ field, before, after }) => (
          <p key={field} class="govuk-body-s">
            <strong>{partTitleOf(language, field) ?? field}</strong>
            <br />
            <span class="said">{before ?? '–'}</span> → <span class="said">{after ?? '–'}</span>
          </p>
        ))}
      </div>
    </details>
  );
}

function Versions(props: NoticeProps): JSX.Element | null {
  const {
    frame,
    detail: { zone, name, versions, whose },
  } = props;
  const { notices: words } = zoneWordsTexts(frame.language);
  if (versions.length === 0) return null;
  const address = (version: string): string => zonePageAddress(zone.zoneId, '/notice', { notice: name, version });
  return (
    <section aria-labelledby="versions">
      <h2 class="govuk-heading-m" id="versions">
        {words.versions}
      </h2>
      {whose !== 'product' && (
        <p class="govuk-body">
          <a class="govuk-link" href={address('product')}>
            {words.back}
          </a>
        </p>
      )}
      {versions.map((one, at) => (
        <div key={one.at}>
          <p class="govuk-body-s">
            {one.texts === undefined ? words.productVersion : words.ownVersion}
            {at > 0 && one.texts !== undefined && (
              <>
                {' · '}
                <a class="govuk-link" href={address(String(one.at))}>
                  {words.start}
                  <span class="govuk-visually-hidden"> ({dateText(frame.language, staffDay(one.at))})</span>
                </a>
              </>
            )}
          </p>
          <Version {...props} one={one} />
        </div>
      ))}
    </section>
  );
}

export function noticeSheet(props: NoticeProps): Sheet {
  const {
    frame,
    detail: { zone, name, whose },
    from,
  } = props;
  const { language } = frame;
  const { notices: words } = zoneWordsTexts(language);
  const { notice, audience } = partsOf(name);
  const caption = `${noticeTitle(language, name)} · ${words.readers[audience]}`;
  const isBack = from === 'product';
  const version = from === undefined || from === 'product' ? from : String(from.at);
  return {
    frame,
    title: isBack ? words.back : words.edit,
    caption,
    text: words.editText,
    back: zonePageAddress(zone.zoneId, '/notices'),
    address: zonePageAddress(zone.zoneId, '/notice', { notice: name, version }),
    button: words.check,
    before: (
      <>
        {whose === 'outgrown' && <p class="govuk-inset-text">{words.outgrown}</p>}
        <p class="govuk-body">
          {(notice === 'assignment' || notice === 'correction') && `${words.asked} `}
          {words.latin}
        </p>
      </>
    ),
    below: <Versions {...props} />,
    fields: [...(isBack ? [] : fieldsOf(language, name)), seenNumber('version')],
    review: {
      title: isBack ? words.back : words.review,
      caption,
      text: isBack ? words.backText : words.reviewText,
      button: isBack ? words.backButton : words.keep,
      mendable: !isBack,
    },
  };
}

/** The real emails, one a language, before anything is kept. */
export function noticeReview(props: NoticeProps, typed: URLSearchParams, emails: readonly SampleEmail[]): JSX.Element {
  return reviewPage(noticeSheet(props), {
    typed,
    facts: [],
    children: emails.map(({ language, subject, text }) => (
      <details key={language} class="govuk-details" open={language === props.frame.language}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text said">
            {languageNames[language]}: <span lang={languageTags[language]}>{subject}</span>
          </span>
        </summary>
        <div class="govuk-details__text said" lang={languageTags[language]}>
          {text}
        </div>
      </details>
    )),
  });
}
