import type { JSX } from 'preact';
import { fill } from '#core/texts/index.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import { SummaryList } from '../../components/facts.tsx';
import { Layout } from '../../layout.tsx';
import { answersOf, type AnswersProps } from './page.tsx';
import { stepFields, type FormStep } from '../steps/steps.ts';

export function printPage({ path, ...props }: AnswersProps & { readonly path: string }): JSX.Element {
  const { frame, form, zones } = props;
  const words = letterTexts(frame.language);
  const { print } = words;
  const zone = zones.find(({ zoneId }) => zoneId === form.text('zoneId'));
  return (
    <Layout frame={frame} title={print.title} back={`${path}/documents`}>
      <div class="govuk-inset-text no-print">{print.how}</div>
      {zone && <p class="govuk-body">{fill(print.to, { zone: zone.names[frame.language] })}</p>}
      <h1 class="govuk-heading-l">{print.title}</h1>
      <p class="govuk-body">{print.intro}</p>
      {(Object.keys(stepFields) as FormStep[]).map((step) => (
        <section key={step}>
          <h2 class="govuk-heading-s">{words.steps[step]}</h2>
          <SummaryList frame={frame} facts={answersOf(props, step)} />
        </section>
      ))}
      <dl class="signing">
        {[print.signer, print.signature, print.stamp, print.date].map((label) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd />
          </div>
        ))}
      </dl>
    </Layout>
  );
}
