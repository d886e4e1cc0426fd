import type { JSX } from 'preact';
import type { Decision } from '#core/stages/decision.ts';
import type { AskedView } from '#core/stages/view-asked.ts';
import { partyTexts } from '#core/texts/areas/party.ts';
import { answerFacts, answerOf } from '../../answer/answer-facts.tsx';
import { SummaryList } from '../../components/facts.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { ConfirmForm } from '../../components/confirm-form.tsx';

interface Props {
  readonly frame: Frame;
  readonly view: AskedView;
  readonly decision: Decision;
  /** As they were typed: what is shown here is what is sent. */
  readonly fields: URLSearchParams;
  /** The form with the answer. */
  readonly form: string;
  /** The page of the link, which takes it. */
  readonly action: string;
}

/** A party's answer once more, before it is sent: it can be given once. */
export function checkAnswerPage({ frame, view, decision, fields, form, action }: Props): JSX.Element {
  const words = partyTexts(frame.language);
  return (
    <Layout frame={frame} title={`${words.check} · ${view.number}`} back={form}>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {view.number} · {view.letter.company.name}
        </span>
        {words.check}
      </h1>
      <SummaryList frame={frame} facts={answerFacts(frame, view.assignment.kind, answerOf(decision))} />
      <p class="govuk-body">{words.single}</p>
      <ConfirmForm frame={frame} action={action} fields={fields} send={words.send} change={words.mend} />
    </Layout>
  );
}
