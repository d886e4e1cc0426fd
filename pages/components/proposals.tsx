import type { ComponentChildren, JSX } from 'preact';
import type { Names } from '#core/reference/reference.ts';
import type { Asked, Proposal, Question } from '#core/showcase/proposal.ts';
import type { PublicItem } from '#core/showcase/showcase.ts';
import { showcaseTexts } from '#core/texts/areas/showcase.ts';
import { capital } from '#core/texts/capital.ts';
import { dateText, fill, numberText, shortDateText } from '#core/texts/index.ts';
import { moneyText } from '#core/texts/money.ts';
import type { Frame } from '../frame.ts';
import { SummaryList, Table, Tag, type Fact, type TagColour } from './facts.tsx';
import { amountText } from './showcase.tsx';

type Unit = PublicItem['unit'];

/** A name, and a link where the reader can do or see more. */
const linked = (href: string | undefined, text: string): ComponentChildren =>
  href === undefined ? (
    text
  ) : (
    <a class="govuk-link" href={href}>
      {text}
    </a>
  );

const colours: Readonly<Record<Proposal['state'], TagColour>> = {
  waiting: 'yellow',
  accepted: 'green',
  declined: 'red',
  left: 'grey',
};

const outcomeText = ({ language }: Frame, { outcome }: Proposal): string | undefined => {
  const words = showcaseTexts(language);
  if (outcome === undefined) return undefined;
  return outcome.kind === 'letter'
    ? fill(words.becameLetter, { number: outcome.project.number })
    : fill(words.becameExisting, { words: outcome.words });
};

/** Proposals to one item side by side: who, for how much, how many, how soon, how banks have answered. */
export function ProposalTable({
  frame,
  proposals,
  asked,
  unit,
  hrefOf,
}: {
  readonly frame: Frame;
  readonly proposals: readonly Proposal[];
  readonly asked: readonly Asked[];
  readonly unit: Unit;
  readonly hrefOf: (proposal: Proposal) => string | undefined;
}): JSX.Element {
  const { language } = frame;
  const words = showcaseTexts(language);
  return (
    <Table
      frame={frame}
      caption={words.proposals}
      empty={words.noProposals}
      columns={[
        { text: words.company },
        { text: words.offerPrice, numeric: true },
        { text: words.offerAYear, numeric: true },
        { text: words.months, numeric: true },
        { text: words.invest, numeric: true },
        { text: words.banksYes, numeric: true },
        { text: words.state },
      ]}
      rows={proposals.map((proposal) => {
        const { proposalId, company, district, price, aYear, months, invest, state } = proposal;
        const yes = asked.filter((one) => one.proposalId === proposalId && one.answer?.outcome === 'yes').length;
        return [
          <>
            {linked(hrefOf(proposal), company.name)}
            <span class="news__day">{district}</span>
          </>,
          price ? moneyText(language, price) : words.notTold,
          amountText(language, aYear, unit),
          numberText(language, months),
          invest ? moneyText(language, invest) : '–',
          numberText(language, yes),
          <>
            <Tag colour={colours[state]}>{words.states[state]}</Tag>
            {proposal.outcome && <span class="news__day">{outcomeText(frame, proposal)}</span>}
          </>,
        ];
      })}
    />
  );
}

/** The passport of a proposal. */
export function ProposalFacts({
  frame,
  proposal,
  unit,
}: {
  readonly frame: Frame;
  readonly proposal: Proposal;
  readonly unit: Unit;
}): JSX.Element {
  const { language } = frame;
  const words = showcaseTexts(language);
  const { company, contact, price, invest, jobs, answer, state, on } = proposal;
  const fact = (term: string, value: ComponentChildren): Fact[] => (value === undefined ? [] : [{ term, value }]);
  return (
    <SummaryList
      frame={frame}
      facts={[
        ...fact(words.company, company.name),
        ...fact(words.companyNumber, company.number),
        ...fact(words.district, proposal.district),
        ...fact(words.plant, capital(language, words.plants[proposal.plant])),
        ...fact(words.offer, <span class="said">{proposal.offer}</span>),
        ...fact(words.offerPrice, price ? moneyText(language, price) : words.notTold),
        ...fact(words.offerAYear, amountText(language, proposal.aYear, unit)),
        ...fact(words.months, numberText(language, proposal.months)),
        ...fact(words.invest, invest && moneyText(language, invest)),
        ...fact(words.jobs, jobs === undefined ? undefined : numberText(language, jobs)),
        ...fact(
          words.contact,
          contact && [contact.name, contact.email, contact.phone].filter((one) => one !== undefined).join(' · '),
        ),
        ...fact(words.since, dateText(language, on)),
        ...fact(words.state, words.states[state]),
        ...fact(words.reason, answer?.reason && <span class="said">{answer.reason}</span>),
        ...fact(words.outcome, outcomeText(frame, proposal)),
      ]}
    />
  );
}

/** Questions with their answers; those without one only to whoever asked or answers. */
export function Questions({
  frame,
  questions,
  hrefOf = () => undefined,
}: {
  readonly frame: Frame;
  readonly questions: readonly Omit<Question, 'proposalId'>[];
  readonly hrefOf?: (question: Omit<Question, 'proposalId'>) => string | undefined;
}): JSX.Element {
  const { language } = frame;
  const words = showcaseTexts(language);
  return (
    <>
      <h2 class="govuk-heading-m">{words.questions}</h2>
      {questions.length === 0 ? (
        <p class="govuk-body">{words.noQuestions}</p>
      ) : (
        <dl class="govuk-summary-list">
          {questions.map((question) => (
            <div key={question.questionId} class="govuk-summary-list__row">
              <dt class="govuk-summary-list__key said">{question.text}</dt>
              <dd class="govuk-summary-list__value said">
                {question.answer ? question.answer.text : linked(hrefOf(question), words.unanswered)}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** Steps and banks of proposals: of whom what is awaited by when, and what came. */
export function AskedTable({
  frame,
  asked,
  partyOf,
  hrefOf,
}: {
  readonly frame: Frame;
  readonly asked: readonly Asked[];
  readonly partyOf: (partyId: string) => Names | undefined;
  readonly hrefOf: (asked: Asked) => string | undefined;
}): JSX.Element {
  const { language } = frame;
  const words = showcaseTexts(language);
  return (
    <Table
      frame={frame}
      caption={words.steps}
      empty={words.noSteps}
      columns={[words.step, words.of, words.due, words.result].map((text) => ({ text }))}
      rows={asked.map((one) => {
        const { kind, partyId, due, state, answer, note, talk } = one;
        const result = answer
          ? [
              capital(language, words.outcomes[answer.outcome]),
              answer.amount && moneyText(language, answer.amount),
              answer.reason,
            ]
              .filter((part) => part !== undefined)
              .join(' · ')
          : capital(language, words.askStates[state]);
        return [
          <>
            {linked(hrefOf(one), words.kinds[kind])}
            {note !== undefined && <span class="news__day">{note}</span>}
          </>,
          partyId === undefined ? words.proposer : (partyOf(partyId)?.[language] ?? ''),
          shortDateText(language, due),
          <>
            {result}
            {talk.map(({ by, text }, at) => (
              <span key={String(at)} class="news__day">
                {`${by === 'party' ? words.question : words.answer}: ${text}`}
              </span>
            ))}
          </>,
        ];
      })}
    />
  );
}
