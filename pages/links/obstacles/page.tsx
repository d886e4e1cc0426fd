import type { JSX } from 'preact';
import type { LinkView, ObstacleView } from '#core/api/views.ts';
import { fill } from '#core/texts/index.ts';
import { obstacleTexts, type ObstacleTexts } from '#core/texts/areas/obstacles.ts';
import { Notification, SummaryList } from '../../components/facts.tsx';
import { FieldInput, summaryOf } from '../../components/fields.tsx';
import type { FormState } from '../../components/form-state.ts';
import { Button, ErrorSummary, Form } from '../../components/form.tsx';
import { TextArea } from '../../components/text-field.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { ConfirmForm } from '../../components/confirm-form.tsx';
import { aboutText, type Reading } from '../../components/obstacle-names.ts';
import { raiseFields } from '../../components/obstacle-fields.ts';
import { Thread } from '../../components/obstacle-thread.tsx';

interface Props {
  readonly frame: Frame;
  readonly link: LinkView;
  /** The page of the link: `/l/{link}`. */
  readonly path: string;
}

/** The form by which an investor reports an obstacle. */
export function reportPage({ frame, link, path, form }: Props & { readonly form: FormState }): JSX.Element {
  const words = obstacleTexts(frame.language);
  return (
    <Layout frame={frame} title={words.report} back={path} failed={form.errors.length > 0}>
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{link.number}</span>
        {words.report}
      </h1>
      <p class="govuk-body">{words.reportText}</p>
      <Form frame={frame}>
        {raiseFields(frame, link.lines).map((field) => (
          <FieldInput key={field.name} frame={frame} form={form} field={field} />
        ))}
        <Button name="step" value="check">
          {words.toCheck}
        </Button>
      </Form>
    </Layout>
  );
}

/** The report once more, before it goes out. */
export function checkReportPage({
  frame,
  link,
  path,
  fields,
}: Props & { readonly fields: URLSearchParams }): JSX.Element {
  const words = obstacleTexts(frame.language);
  return (
    <Layout frame={frame} title={words.check} back={path}>
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {link.number} · {words.report}
        </span>
        {words.check}
      </h1>
      <SummaryList frame={frame} facts={summaryOf(frame, raiseFields(frame, link.lines), fields)} />
      <ConfirmForm frame={frame} fields={fields} send={words.send} change={words.mend} />
    </Layout>
  );
}

interface ObstacleProps extends Props {
  readonly obstacle: ObstacleView;
  readonly form: FormState;
  readonly done?: keyof ObstacleTexts['done'] | undefined;
}

/** One obstacle for the investor, or for the party that has it: what was said, and room for their own words. */
export function linkObstaclePage({ frame, link, path, obstacle, form, done }: ObstacleProps): JSX.Element {
  const words = obstacleTexts(frame.language);
  const title = fill(words.title, { about: aboutText(frame, obstacle.about) });
  const reader = link.kind === 'assignment' ? 'party' : 'investor';
  const reading: Reading = { frame, reader, offsetMinutes: link.offsetMinutes };
  const typed = form.text('words');
  return (
    <Layout frame={frame} title={`${title} · ${link.number}`} back={path} failed={form.errors.length > 0}>
      {done && <Notification frame={frame}>{words.done[done]}</Notification>}
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {link.number} · {link.company}
        </span>
        {title}
      </h1>
      {reader === 'party' && <p class="govuk-body">{words.withYou}</p>}
      <Thread {...reading} obstacle={obstacle} />
      {obstacle.actions.includes('answer') && (
        <Form frame={frame}>
          <TextArea
            frame={frame}
            form={form}
            name="words"
            label={words.write}
            hint={reader === 'party' ? words.writeHint : words.writeOwnHint}
            rows={6}
          />
          <div class="govuk-button-group">
            <Button name="action" value="answer">
              {words.send}
            </Button>
            {obstacle.actions.includes('resolve') && (
              <Button kind="secondary" name="action" value="resolve">
                {words.resolve}
              </Button>
            )}
          </div>
        </Form>
      )}
      {/* What somebody typed while the obstacle was resolved is not lost. */}
      {obstacle.actions.length === 0 && typed !== '' && (
        <>
          <h2 class="govuk-heading-m">{words.write}</h2>
          <div class="govuk-inset-text said">{typed}</div>
        </>
      )}
    </Layout>
  );
}
