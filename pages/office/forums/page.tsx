import type { ComponentChildren, JSX } from 'preact';
import { guestSteps, staleOf, type Guest } from '#core/forums/forum-record.ts';
import { historyTexts } from '#core/texts/areas/history.ts';
import { dateText, numberText } from '#core/texts/index.ts';
import { forumPlanTexts } from '#core/texts/areas/forum-plan.ts';
import { forumTexts } from '#core/texts/areas/forums.ts';
import { moneyText } from '#core/texts/money.ts';
import { ChoiceLinks } from '../../components/choice-links.tsx';
import { Notification, SummaryList, Table, Tag } from '../../components/facts.tsx';
import type { FormState } from '../../components/form-state.ts';
import { Button, ErrorSummary } from '../../components/form.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { SheetForm } from '../../components/sheet.tsx';
import names from '../../assets/names.json' with { type: 'json' };
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { forumAddress, paperAddress } from '../addresses.ts';
import { CohortPart } from './cohort.tsx';
import { Meetings, Programme, Sheets } from './plan.tsx';
import { forumSheet, mayAct, mayWith, staffText, titleOf, type ForumProps } from './sheet.ts';

const Link = ({ href, children }: { readonly href: string; readonly children: ComponentChildren }) => (
  <a class="govuk-link" href={href}>
    {children}
  </a>
);

const stepOf = ({ days }: Guest) => guestSteps.findLast((step) => days[step] !== undefined) ?? 'invited';

/** What did not arrive stands out: its guest is to be asked another way. */
function EmailState({ frame, emails, guest }: ForumProps & { readonly guest: Guest }): JSX.Element {
  const state = emails?.get(guest.guestId);
  if (state === undefined) return <>–</>;
  const { emailStates } = historyTexts(frame.language);
  const isLost = state === 'bounced' || state === 'complained' || state === 'set-aside';
  return isLost ? <Tag colour="red">{emailStates[state]}</Tag> : <>{emailStates[state]}</>;
}

function Guests(props: ForumProps): JSX.Element {
  const { frame, view } = props;
  const words = forumTexts(frame.language);
  if (view.guests.length === 0) return <p class="govuk-body">{words.noGuests}</p>;
  return (
    <Table
      frame={frame}
      caption={words.view.guests}
      captionHidden
      columns={[words.guest, words.company, words.state, words.invitation, words.owner, words.next].map((text) => ({
        text,
      }))}
      rows={view.guests.map((guest) => [
        guest.erased ? (
          words.erased
        ) : (
          <Link key="guest" href={forumAddress(view.forum.forumId, 'guest', { id: guest.guestId })}>
            {guest.name}
          </Link>
        ),
        guest.company,
        words.guestStates[stepOf(guest)],
        <EmailState key="email" {...props} guest={guest} />,
        staffText(props, guest.owner),
        guest.next ? `${guest.next.step} · ${dateText(frame.language, guest.next.due)}` : '–',
      ])}
    />
  );
}

function Promises(props: ForumProps): JSX.Element {
  const { frame, view } = props;
  const { language } = frame;
  const words = forumTexts(language);
  if (view.promises.length === 0) return <p class="govuk-body">{words.noPromises}</p>;
  return (
    <>
      <p class="govuk-body">{words.promisedMoney}</p>
      <Table
        frame={frame}
        caption={words.view.promises}
        captionHidden
        columns={[words.parties, words.kind, words.money, words.owner, words.next, words.verifiedOn].map((text) => ({
          text,
        }))}
        rows={view.promises.map((one) => {
          const stale = staleOf(one, view.today);
          return [
            <Link key="promise" href={forumAddress(view.forum.forumId, 'promise', { id: one.promiseId })}>
              {one.parties}
            </Link>,
            words.kinds[one.kind],
            one.money ? moneyText(language, one.money) : '–',
            staffText(props, one.owner),
            one.project?.number ?? (one.next ? `${one.next.step} · ${dateText(language, one.next.due)}` : '–'),
            <>
              {dateText(language, one.verifiedOn)} {stale && <Tag colour="red">{words.stale[stale]}</Tag>}
            </>,
          ];
        })}
      />
    </>
  );
}

function Known(props: ForumProps): JSX.Element | null {
  const { frame, guest, promised } = props;
  const { language } = frame;
  const words = forumTexts(language);
  const fact = (term: string, value: string | undefined) => (value === undefined ? [] : [{ term, value }]);
  const next = (guest ?? promised)?.next;
  const facts = [
    ...(guest
      ? [
          ...fact(words.company, guest.company),
          ...fact(words.email, guest.email),
          ...fact(words.owner, staffText(props, guest.owner)),
          ...fact(words.wave, numberText(language, guest.wave)),
          ...guestSteps.flatMap((step) => {
            const on = guest.days[step];
            return fact(
              words.steps[step as keyof typeof words.steps] ?? words.actions[step as 'accepted'],
              on && dateText(language, on),
            );
          }),
          ...fact(words.outcome, guest.outcome),
          ...fact(words.reason, guest.reason),
        ]
      : []),
    ...(promised
      ? [
          ...fact(words.kind, words.kinds[promised.kind]),
          ...fact(words.signedOn, dateText(language, promised.signedOn)),
          ...fact(words.money, promised.money && moneyText(language, promised.money)),
          ...fact(words.jobs, promised.jobs === undefined ? undefined : numberText(language, promised.jobs)),
          ...fact(words.owner, staffText(props, promised.owner)),
          ...fact(words.verifiedOn, dateText(language, promised.verifiedOn)),
          ...fact(words.project, promised.project?.number),
          ...fact(words.lost, promised.lost?.reason),
        ]
      : []),
    ...fact(words.next, next && `${next.step} · ${staffText(props, next.owner)} · ${dateText(language, next.due)}`),
  ];
  return facts.length > 0 ? <SummaryList frame={frame} facts={facts} /> : null;
}

/** What the script says of notes that wait on this phone. */
function hallWords({ frame: { language } }: ForumProps): string {
  const { kept, sentNow, signInAgain } = forumPlanTexts(language);
  return JSON.stringify({ kept, sent: sentNow, signIn: signInAgain });
}

function Part(props: ForumProps & { readonly form: FormState }): JSX.Element {
  const { frame, shown, guest, promised, form } = props;
  const words = forumTexts(frame.language);
  if (shown === 'cohort') return <CohortPart {...props} />;
  if (shown === 'guests') return <Guests {...props} />;
  if (shown === 'promises') return <Promises {...props} />;
  if (shown === 'programme') return <Programme {...props} />;
  if (shown === 'meetings') return <Meetings {...props} />;
  if (shown === 'sheets') return <Sheets {...props} />;
  const isOpen = guest
    ? mayWith(props, guest)
    : mayAct(props) && promised?.project === undefined && promised?.lost === undefined;
  return (
    <>
      <Known {...props} />
      {isOpen && promised && (
        <Button
          kind="secondary"
          href={paperAddress(promised.zoneId, { forum: promised.forumId, promise: promised.promiseId })}
        >
          {words.makeLetter}
        </Button>
      )}
      {isOpen && shown === 'in-hall' && <p class="govuk-body">{forumPlanTexts(frame.language).inHallText}</p>}
      {isOpen && (
        <SheetForm sheet={forumSheet(props)} form={form}>
          {(shown === 'sign' || shown === 'stated') && (
            <MoneyField frame={frame} form={form} name="money" label={words.money} optional />
          )}
        </SheetForm>
      )}
    </>
  );
}

export function forumPage(props: ForumProps, form: FormState): JSX.Element {
  const { frame, view, shown, isDone } = props;
  const { language } = frame;
  const words = forumTexts(language);
  const views = (
    ['cohort', 'guests', 'promises', 'programme', 'meetings', 'in-hall', 'invite', 'sign'] as const
  ).filter((one) => mayAct(props) || (one !== 'invite' && one !== 'sign' && one !== 'in-hall'));
  return (
    <Layout
      frame={frame}
      title={`${titleOf(props)} · ${view.forum.names[language]}`}
      failed={form.errors.length > 0}
      wide
    >
      {isDone && <Notification frame={frame}>{words.done}</Notification>}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{view.forum.names[language]}</span>
        {titleOf(props)}
      </h1>
      <ChoiceLinks
        label={words.views}
        entries={views.map((one) => ({
          name:
            one === 'in-hall'
              ? forumPlanTexts(language).inHall
              : one === 'programme' || one === 'meetings'
                ? forumPlanTexts(language)[one]
                : words.view[one],
          href: forumAddress(view.forum.forumId, one),
          isNow: one === shown,
        }))}
      />
      {shown === 'in-hall' ? (
        <div data-hall={hallWords(props)}>
          <Part {...props} form={form} />
          <script src={`/assets/${names.hall}`} defer />
        </div>
      ) : (
        <Part {...props} form={form} />
      )}
    </Layout>
  );
}

export const noForumPage = (frame: Frame): JSX.Element => {
  const words = forumTexts(frame.language);
  return (
    <Layout frame={frame} title={words.title}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.none}</p>
    </Layout>
  );
};
