import type { ComponentChildren, JSX } from 'preact';
import { guestSteps, staleOf, type Guest } from '#core/forums/forum-record.ts';
import type { Cohort } from '#core/forums/cohort.ts';
import { historyTexts } from '#core/texts/areas/history.ts';
import { dateText, fill, numberText, textsOf } from '#core/texts/index.ts';
import { forumTexts } from '#core/texts/areas/forums.ts';
import { moneyText } from '#core/texts/money.ts';
import { ChoiceLinks } from '../../components/choice-links.tsx';
import { Notification, SummaryList, Table, Tag } from '../../components/facts.tsx';
import type { FormState } from '../../components/form-state.ts';
import { ErrorSummary } from '../../components/form.tsx';
import { MoneyField } from '../../components/money-field.tsx';
import { SheetForm } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { forumAddress, projectAddress } from '../addresses.ts';
import { forumSheet, mayAct, mayWith, staffText, titleOf, type ForumProps } from './sheet.ts';

const Link = ({ href, children }: { readonly href: string; readonly children: ComponentChildren }) => (
  <a class="govuk-link" href={href}>
    {children}
  </a>
);

/** Ages at which forums are looked at side by side, in days. */
const ages = [30, 90, 180, 365] as const;

function CohortTable({ frame, caption, cohort }: { frame: Frame; caption: string; cohort: Cohort }): JSX.Element {
  const { language } = frame;
  const words = forumTexts(language);
  return (
    <Table
      frame={frame}
      caption={caption}
      columns={[words.step, words.count, words.money, words.jobs, words.days, words.share].map((text) => ({ text }))}
      rows={cohort.steps.map(({ step, count, money, jobs, medianWorkingDays: days, shareOfBefore: share }) => [
        words.steps[step],
        numberText(language, count),
        money.map((one) => moneyText(language, one)).join('; ') || '–',
        jobs === 0 ? '–' : numberText(language, jobs),
        days === undefined ? '–' : numberText(language, days),
        share === undefined ? '–' : `${numberText(language, Math.round(share * 100))} %`,
      ])}
    />
  );
}

const Lost = ({ frame, cohort: { lost, alive } }: { frame: Frame; cohort: Cohort }): JSX.Element => {
  const { language } = frame;
  const words = forumTexts(language);
  return (
    <>
      <p class="govuk-body">{fill(words.alive, { count: numberText(language, alive) })}</p>
      {lost.count > 0 && (
        <Table
          frame={frame}
          caption={words.lost}
          columns={[{ text: words.reason }, { text: words.count }]}
          rows={lost.reasons.map(({ as, reason, count }) => [
            [words.losses[as], ...(reason === undefined ? [] : [reason])].join(': '),
            numberText(language, count),
          ])}
        />
      )}
    </>
  );
};

function CohortPart({ frame, view }: ForumProps): JSX.Element {
  const { language } = frame;
  const words = forumTexts(language);
  const { cohort, atThisAge, launch, forumId } = view.cohort;
  const caption = (names: ForumProps['view']['forum']['names'], { until }: Cohort) =>
    `${names[language]} · ${dateText(language, until)}`;
  return (
    <>
      <ChoiceLinks
        label={words.step}
        entries={[
          ...ages.map((days) => ({
            name: fill(words.ages, { count: numberText(language, days) }),
            href: forumAddress(forumId, 'cohort', { age: `P${String(days)}D` }),
            isNow: cohort.ageDays === days,
          })),
          { name: words.today, href: forumAddress(forumId), isNow: cohort.until === view.today },
        ]}
      />
      <CohortTable frame={frame} caption={caption(view.forum.names, cohort)} cohort={cohort} />
      <p class="govuk-body">{words.promisedMoney}</p>
      <Lost frame={frame} cohort={cohort} />
      {atThisAge.map((one) => (
        <CohortTable key={one.forumId} frame={frame} caption={caption(one.names, one.cohort)} cohort={one.cohort} />
      ))}
      {launch.length > 0 && (
        <Table
          frame={frame}
          caption={words.launch}
          columns={[words.project, words.stage, words.start, words.due].map((text) => ({ text }))}
          rows={launch.map(({ projectId, number, stage, wantedStart, due }) => [
            <Link key="project" href={projectAddress(projectId)}>
              {number}
            </Link>,
            textsOf(language).stages[stage as keyof ReturnType<typeof textsOf>['stages']],
            dateText(language, wantedStart),
            due === undefined ? '–' : dateText(language, due),
          ])}
        />
      )}
    </>
  );
}

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

function Part(props: ForumProps & { readonly form: FormState }): JSX.Element {
  const { frame, shown, guest, promised, form } = props;
  const words = forumTexts(frame.language);
  if (shown === 'cohort') return <CohortPart {...props} />;
  if (shown === 'guests') return <Guests {...props} />;
  if (shown === 'promises') return <Promises {...props} />;
  const isOpen = guest
    ? mayWith(props, guest)
    : mayAct(props) && promised?.project === undefined && promised?.lost === undefined;
  return (
    <>
      <Known {...props} />
      {isOpen && (
        <SheetForm sheet={forumSheet(props)} form={form}>
          {shown === 'sign' && <MoneyField frame={frame} form={form} name="money" label={words.money} optional />}
        </SheetForm>
      )}
    </>
  );
}

export function forumPage(props: ForumProps, form: FormState): JSX.Element {
  const { frame, view, shown, isDone } = props;
  const { language } = frame;
  const words = forumTexts(language);
  const views = (['cohort', 'guests', 'promises', 'invite', 'sign'] as const).filter(
    (one) => mayAct(props) || (one !== 'invite' && one !== 'sign'),
  );
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
          name: words.view[one],
          href: forumAddress(view.forum.forumId, one),
          isNow: one === shown,
        }))}
      />
      <Part {...props} form={form} />
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
