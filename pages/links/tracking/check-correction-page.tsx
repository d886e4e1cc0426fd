import type { JSX } from 'preact';
import type { CorrectionView } from '#core/letter/letter-correction.ts';
import { correctionTexts } from '#core/texts/areas/correction.ts';
import { trackingTexts } from '#core/texts/areas/tracking.ts';
import { SummaryList } from '../../components/facts.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { LetterChanges } from '../../letter/letter-changes.tsx';
import { ConfirmForm } from '../../components/confirm-form.tsx';

interface Props {
  readonly frame: Frame;
  readonly correction: CorrectionView;
  readonly note: string;
  /** As they were typed: what is shown here is what is sent. */
  readonly fields: URLSearchParams;
  /** The form of the correction, which takes it. */
  readonly form: string;
}

/** An investor's correction once more before it is sent, old beside new. */
export function checkCorrectionPage({ frame, correction, note, fields, form }: Props): JSX.Element {
  const { check } = correctionTexts(frame.language);
  return (
    <Layout frame={frame} title={check.title} back={form}>
      <h1 class="govuk-heading-l">{check.title}</h1>
      <LetterChanges frame={frame} correction={correction} />
      <SummaryList
        frame={frame}
        facts={[{ term: trackingTexts(frame.language).answer.note, value: <span class="said">{note}</span> }]}
      />
      <ConfirmForm frame={frame} action={form} fields={fields} send={check.send} change={check.mend} />
    </Layout>
  );
}
