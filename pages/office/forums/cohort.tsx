import type { ComponentChildren, JSX } from 'preact';
import type { Cohort } from '#core/forums/cohort.ts';
import { forumTexts } from '#core/texts/areas/forums.ts';
import { dateText, fill, numberText, textsOf } from '#core/texts/index.ts';
import { moneyText } from '#core/texts/money.ts';
import { ChoiceLinks } from '../../components/choice-links.tsx';
import { Table } from '../../components/facts.tsx';
import type { Frame } from '../../frame.ts';
import { forumAddress, projectAddress } from '../addresses.ts';
import { MissingList } from '../missing-list.tsx';
import { mayAct, type ForumProps } from './sheet.ts';

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

/** What others say, and what is counted here: both stand, with the difference. */
function StatedFigures(props: ForumProps): JSX.Element {
  const { frame, view } = props;
  const { language } = frame;
  const words = forumTexts(language);
  const { stated, forumId } = view.cohort;
  return (
    <>
      {stated.length > 0 && (
        <Table
          frame={frame}
          caption={words.stated}
          columns={[words.step, words.source, words.asOf, words.statedCount, words.counted, words.difference].map(
            (text) => ({ text }),
          )}
          rows={stated.map(({ step, source, asOf, count, counted, difference, money, jobs }) => [
            words.steps[step],
            source,
            dateText(language, asOf),
            [
              numberText(language, count),
              ...(money ? [moneyText(language, money)] : []),
              ...(jobs === undefined ? [] : [`${words.jobs}: ${numberText(language, jobs)}`]),
            ].join(' · '),
            numberText(language, counted),
            numberText(language, difference),
          ])}
        />
      )}
      {mayAct(props) && (
        <p class="govuk-body">
          <Link href={forumAddress(forumId, 'stated')}>{words.addStated}</Link>
        </p>
      )}
    </>
  );
}

/** What came of a forum, beside others at the same age and beside what others say. */
export function CohortPart(props: ForumProps): JSX.Element {
  const { frame, view } = props;
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
      <StatedFigures {...props} />
      {atThisAge.map((one) => (
        <CohortTable key={one.forumId} frame={frame} caption={caption(one.names, one.cohort)} cohort={one.cohort} />
      ))}
      {launch.length > 0 && (
        <Table
          frame={frame}
          caption={words.launch}
          columns={[words.project, words.stage, words.start, words.expected, words.lacks].map((text) => ({ text }))}
          rows={launch.map(({ projectId, number, stage, wantedStart, expected, missing }) => [
            <Link key="project" href={projectAddress(projectId)}>
              {number}
            </Link>,
            textsOf(language).stages[stage as keyof ReturnType<typeof textsOf>['stages']],
            dateText(language, wantedStart),
            dateText(language, expected),
            missing.length === 0 ? words.lacksNothing : <MissingList key="lacks" frame={frame} missing={missing} />,
          ])}
        />
      )}
    </>
  );
}
