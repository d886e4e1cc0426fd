import type { JSX } from 'preact';
import type { Decision } from '#core/stages/decision.ts';
import type { AskedView } from '#core/stages/view-asked.ts';
import { partyTexts } from '#core/texts/areas/party.ts';
import { answerFacts, answerOf } from '../../answer/answer-facts.tsx';
import { SummaryList } from '../../components/facts.tsx';
import { Button, Form } from '../../components/form.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { KeptFields } from '../../components/kept-fields.tsx';

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
      <h1 class="govuk-heading-l"><span class="govuk-caption-l">{view.number} · {view.letter.company.name}</span>{words.check}</h1>
      <SummaryList frame={frame} facts={answerFacts(frame, view.assignment.kind, answerOf(decision))} />
      <p class="govuk-body">{words.single}</p>
      <Form frame={frame} action={action}>
        <KeptFields fields={fields} />
        <div class="govuk-button-group">
          <Button name="step" value="send">{words.send}</Button>
          <Button kind="secondary" name="step" value="mend">{words.mend}</Button>
        </div>
      </Form>
    </Layout>
  );
}
