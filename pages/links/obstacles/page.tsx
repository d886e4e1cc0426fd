import type { JSX } from 'preact';
import type { LinkView, ObstacleView } from '#core/api/views.ts';
import { fill } from '#core/texts/index.ts';
import { obstacleTexts, type ObstacleTexts } from '#core/texts/areas/obstacles.ts';
import { Notification } from '../../components/facts.tsx';
import { FieldInput } from '../../components/fields.tsx';
import type { FormState } from '../../components/form-state.ts';
import { Button, ErrorSummary, Form } from '../../components/form.tsx';
import { reviewPage, type Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { aboutText, type Reading } from '../../components/obstacle-names.ts';
import { raiseFields } from '../../components/obstacle-fields.ts';
import { Thread } from '../../components/obstacle-thread.tsx';

export interface Props {
  readonly frame: Frame;
  readonly link: LinkView;
  /** The page of the link: `/l/{link}`. */
  readonly path: string;
}

export function reportSheet({ frame, link, path }: Props): Sheet {
  const words = obstacleTexts(frame.language);
  return {
    frame,
    title: words.report,
    caption: link.number,
    text: words.reportText,
    fields: raiseFields(frame, link.lines),
    address: `${path}/obstacles`,
    back: path,
    button: words.toCheck,
    review: { title: words.check, caption: `${link.number} · ${words.report}`, button: words.send, change: words.mend },
  };
}

export const checkReportPage = (about: Props, typed: URLSearchParams): JSX.Element =>
  reviewPage(reportSheet(about), { typed });

export interface ObstacleProps extends Props {
  readonly obstacle: ObstacleView;
  readonly form: FormState;
  readonly done?: keyof ObstacleTexts['done'] | undefined;
}

const readerOf = ({ kind }: LinkView) => (kind === 'assignment' ? 'party' : 'investor');

export function threadSheet({ frame, link, path, obstacle }: Omit<ObstacleProps, 'form'>): Sheet {
  const words = obstacleTexts(frame.language);
  const hint = readerOf(link) === 'party' ? words.writeHint : words.writeOwnHint;
  return {
    frame,
    title: fill(words.title, { about: aboutText(frame, obstacle.about) }),
    caption: `${link.number} · ${link.company}`,
    fields: [{ name: 'words', kind: 'text', label: words.write, hint, rows: 6 }],
    address: `${path}/obstacles/${obstacle.obstacleId}`,
    back: path,
    button: words.send,
  };
}

export function linkObstaclePage(props: ObstacleProps): JSX.Element {
  const { frame, link, path, obstacle, form, done } = props;
  const words = obstacleTexts(frame.language);
  const { title, fields, button } = threadSheet(props);
  const reader = readerOf(link);
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
          {fields.map((field) => (
            <FieldInput key={field.name} frame={frame} form={form} field={field} />
          ))}
          <div class="govuk-button-group">
            <Button name="action" value="answer">
              {button}
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
