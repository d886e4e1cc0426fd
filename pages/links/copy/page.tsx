import type { JSX } from 'preact';
import { shownAddress } from '#core/kernel/email-address.ts';
import { letterSections, type GivenAnswer } from '#core/letter/letter-copy.ts';
import type { CopyView } from '#core/links/view-copy.ts';
import { assignmentName } from '#core/notices/names.ts';
import { capital } from '#core/texts/capital.ts';
import { clockText, dateText, fill, momentText, textsOf } from '#core/texts/index.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import { answerFacts } from '../../answer/answer-facts.tsx';
import { SummaryList } from '../../components/facts.tsx';
import { Button, Form } from '../../components/form.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';

interface Props {
  readonly frame: Frame;
  readonly view: CopyView;
  readonly back: string;
}

/** The letter as it stands now, under the headings of its form. */
const TheLetter = ({ frame, view }: Props): JSX.Element => (
  <>
    {letterSections(frame.language, view).map(({ title, facts }) => (
      <section key={title}>
        <h2 class="govuk-heading-s">{title}</h2>
        <SummaryList
          frame={frame}
          facts={facts.map(({ term, value }) => ({ term, value: <span class="said">{value}</span> }))}
        />
      </section>
    ))}
  </>
);

/** To the address of the letter, once a day. */
function ByEmail({ frame, view: { email, contact } }: Props): JSX.Element | null {
  const { language } = frame;
  const { copy: words } = trackingTexts(language);
  if (email === undefined || contact?.email === undefined) return null;
  const { sentAt, offsetMinutes, mayNow } = email;
  if (!mayNow)
    return <p class="govuk-inset-text no-print">{fill(words.sent, { time: clockText(sentAt ?? 0, offsetMinutes) })}</p>;
  return (
    <div class="no-print">
      <Form frame={frame}>
        <p class="govuk-body">
          {fill(words.email, { email: shownAddress(contact.email) })}{' '}
          {sentAt !== undefined && fill(words.last, { date: momentText(language, sentAt, offsetMinutes) })}
        </p>
        <Button kind="secondary">{words.send}</Button>
      </Form>
    </div>
  );
}

const Given = ({ frame, answer }: { readonly frame: Frame; readonly answer: GivenAnswer }): JSX.Element => (
  <section>
    <h2 class="govuk-heading-s">
      {capital(frame.language, assignmentName(textsOf(frame.language), answer.kind, answer.line))}
      <span class="govuk-caption-m">{dateText(frame.language, answer.on)}</span>
    </h2>
    <SummaryList frame={frame} facts={answerFacts(frame, answer.kind, answer)} />
  </section>
);

export function copyPage(props: Props): JSX.Element {
  const { frame, view, back } = props;
  const { language } = frame;
  const { copy: words } = trackingTexts(language);
  return (
    <Layout frame={frame} title={`${words.title} · ${view.number}`} back={back}>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {view.number} · {view.zone.names[language]}
        </span>
        {words.title}
      </h1>
      <p class="govuk-body">
        {fill(words.received, { date: dateText(language, view.receivedOn), on: dateText(language, view.on) })}
      </p>
      <p class="govuk-body no-print">{words.how}</p>
      <ByEmail {...props} />
      <TheLetter {...props} />
      {view.answers.map((answer) => (
        <Given key={answer.assignmentId} frame={frame} answer={answer} />
      ))}
    </Layout>
  );
}
