import type { JSX } from 'preact';
import type { AccessRequest, Account } from '#core/people/access-request.ts';
import { staffDay } from '#core/people/membership.ts';
import { staffRoles, type Scope, type StaffRole, type Zone } from '#core/reference/reference.ts';
import { dateText, fill, languageNames, textsOf } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { linkEmailTexts } from '#core/texts/areas/link-emails.ts';
import { Notification, SummaryList, Table, type Fact } from '../../components/facts.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { accessAddress, answerAccessAddress, askAddress } from '../addresses.ts';
import { placeName } from '../names.ts';
import { languageField, roleFields } from '../person/role-fields.ts';
import { placeValue } from '../person/forms.tsx';

export interface AskProps {
  readonly frame: Frame;
  readonly account: Account;
  readonly zones: readonly Zone[];
  readonly before: AccessRequest | undefined;
  readonly hasRole: boolean;
  readonly isSent: boolean;
}

/** Zones first, then the regions over them. */
export const placesIn = (zones: readonly Zone[]): readonly Scope[] => [
  ...zones.map(({ zoneId }): Scope => ({ scope: 'zone', scopeId: zoneId })),
  ...[...new Set(zones.map(({ regionId }) => regionId))].map((scopeId): Scope => ({ scope: 'region', scopeId })),
];

function Earlier({ frame: { language }, zones, before }: AskProps): JSX.Element | null {
  if (before === undefined) return null;
  const { ask: words } = adminTexts(language);
  const { refused, askedAt, role } = before;
  const told = {
    date: dateText(language, staffDay(askedAt)),
    role: textsOf(language).roles[role],
    place: placeName(language, before, zones),
  };
  return (
    <p class="govuk-inset-text">
      {refused ? fill(words.refused, { ...told, reason: refused.reason }) : fill(words.waiting, told)}
    </p>
  );
}

/** What somebody without a role sees of the office: where they can ask for one. */
export function askSheet(props: AskProps): Sheet {
  const { frame, account, zones, hasRole, isSent } = props;
  const { language } = frame;
  const { ask: words, add } = adminTexts(language);
  const places = placesIn(zones);
  const [role] = roleFields(language, staffRoles);
  return {
    frame,
    title: words.title,
    caption: frame.words.siteName,
    back: '/',
    text: hasRole ? words.more : words.text,
    address: askAddress(),
    button: words.button,
    before: (
      <>
        {isSent && <Notification frame={frame}>{words.sent}</Notification>}
        <Earlier {...props} />
        <SummaryList frame={frame} facts={[{ term: words.address, value: account.email ?? '–' }]} />
      </>
    ),
    fields: [
      { name: 'name', kind: 'line', label: words.name, width: 20, spellcheck: false, autoComplete: 'name' },
      languageField(words.language),
      {
        name: 'scopeId',
        kind: 'select',
        label: words.place,
        choices: places.map((place) => ({ value: placeValue(place), text: placeName(language, place, zones) })),
        value: (typed) => places.find((place) => placeValue(place) === typed)?.scopeId,
      },
      ...(role ? [{ ...role, label: words.role, hint: add.ceiling }] : []),
      { name: 'text', kind: 'text', label: words.note, hint: words.noteHint, optional: true, rows: 3 },
    ],
  };
}

/** An account without an address that could be anybody's: nothing can be asked. */
export const noAddressPage = (frame: Frame): JSX.Element => {
  const { ask: words } = adminTexts(frame.language);
  return (
    <Layout frame={frame} title={words.title}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.noEmail}</p>
    </Layout>
  );
};

export interface ListProps {
  readonly frame: Frame;
  readonly place: Scope;
  readonly zones: readonly Zone[];
  readonly requests: readonly AccessRequest[];
  readonly isDone: boolean;
  /** Whether the way back is that of an administrator. */
  readonly back: string;
}

export function accessPage({ frame, place, zones, requests, isDone, back }: ListProps): JSX.Element {
  const { language } = frame;
  const { access: words, people } = adminTexts(language);
  return (
    <Layout frame={frame} title={words.list} back={back} wide>
      {isDone && <Notification frame={frame}>{words.done}</Notification>}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{placeName(language, place, zones)}</span>
        {words.list}
      </h1>
      {requests.length === 0 ? (
        <p class="govuk-body">{words.none}</p>
      ) : (
        <Table
          frame={frame}
          caption={words.list}
          columns={[{ text: people.name }, { text: people.email }, { text: people.roles }, { text: words.asked }]}
          rows={requests.map((one) => [
            <a key={one.requestId} class="govuk-link" href={answerAccessAddress(place, one.requestId)}>
              {one.name}
            </a>,
            one.email,
            textsOf(language).roles[one.role],
            dateText(language, staffDay(one.askedAt)),
          ])}
        />
      )}
    </Layout>
  );
}

export interface AnswerProps {
  readonly frame: Frame;
  readonly place: Scope;
  readonly zones: readonly Zone[];
  readonly request: AccessRequest;
  readonly roles: readonly StaffRole[];
  /** As who is known under the address, if anybody is. */
  readonly known: string | undefined;
}

function factsOf({ frame: { language }, place, zones, request, known }: AnswerProps): readonly Fact[] {
  const { access: words, people, add, person } = adminTexts(language);
  return [
    { term: people.name, value: request.name },
    { term: people.email, value: request.email },
    { term: person.roleAt, value: placeName(language, place, zones) },
    { term: add.role, value: textsOf(language).roles[request.role] },
    { term: people.language, value: languageNames[request.language] },
    ...(request.text === undefined ? [] : [{ term: linkEmailTexts(language).access.asked.text, value: request.text }]),
    { term: words.asked, value: dateText(language, staffDay(request.askedAt)) },
    { term: people.account, value: known ?? words.newAccount },
  ];
}

export function answerSheet(props: AnswerProps): Sheet {
  const { frame, place, request, roles } = props;
  const { language } = frame;
  const { access: words } = adminTexts(language);
  return {
    frame,
    title: words.title,
    caption: request.name,
    text: words.text,
    back: accessAddress(place),
    address: answerAccessAddress(place, request.requestId),
    button: words.button,
    before: (
      <>
        <SummaryList frame={frame} facts={factsOf(props)} />
        {!request.groups.includes(request.role) && (
          <p class="govuk-inset-text">{fill(words.ceilingMissing, { group: request.role })}</p>
        )}
      </>
    ),
    fields: [
      {
        name: 'answer',
        kind: 'radios',
        label: words.decision,
        choices: [
          { value: 'give', text: words.give },
          { value: 'refuse', text: words.refuse },
        ],
      },
      ...roleFields(language, roles).map((field) => ({
        ...field,
        hint: field.name === 'role' ? undefined : field.hint,
      })),
      { name: 'reason', kind: 'text', label: words.reason, hint: words.reasonHint, optional: true, rows: 3 },
    ],
  };
}
