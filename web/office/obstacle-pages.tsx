import type { ComponentChildren, JSX } from 'preact';
import type { RaiseObstacleRequest } from '#core/obstacles/obstacle.ts';
import type { ObstacleView, ProjectView } from '#core/api/views.ts';
import type { ObstacleAction } from '#core/obstacles/obstacle-rights.ts';
import { fill } from '#core/texts/index.ts';
import { obstacleTexts, type ObstacleTexts } from '#core/texts/areas/obstacles.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { Notification, SummaryList, type Fact } from '../components/facts.tsx';
import type { Filled } from '../components/filled.ts';
import { Button, ErrorSummary, Form } from '../components/form.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { aboutText } from '../obstacles/names.ts';
import { givenReport, RaiseFields } from '../obstacles/raise-form.tsx';
import { Thread } from '../obstacles/thread.tsx';
import { obstacleActionAddress, obstacleAddress, obstaclesAddress, projectAddress } from './addresses.ts';
import { EmailPreviews, type EmailPreview } from './email-previews.tsx';
import { KeptFields } from '../components/kept-fields.tsx';
import { ObstacleFields } from './obstacle-fields.tsx';
import type { Parties } from './names.ts';

interface Props {
  readonly frame: Frame;
  readonly view: ProjectView;
}

interface Sending {
  readonly emails: readonly EmailPreview[];
  readonly fields: URLSearchParams;
}

/** What was filled in, the emails it will send, and the buttons that send or change it. */
function Confirm({ frame, view, action, given, emails, fields, button }: Props & Sending & { readonly action: string; readonly given: readonly Fact[]; readonly button: string }): JSX.Element {
  return (
    <>
      <SummaryList frame={frame} facts={given} />
      <EmailPreviews frame={frame} emails={emails} contact={view.contact} />
      <Form frame={frame} action={action}>
        <KeptFields fields={fields} />
        <div class="govuk-button-group">
          <Button name="step" value="send">{button}</Button>
          <Button kind="secondary" name="step" value="mend">{frame.words.change}</Button>
        </div>
      </Form>
    </>
  );
}

const Heading = ({ view, caption, children }: { readonly view: ProjectView; readonly caption?: string; readonly children: ComponentChildren }): JSX.Element => (
  <h1 class="govuk-heading-l"><span class="govuk-caption-l">{view.number} · {caption ?? view.company}</span>{children}</h1>
);

/** The form by which the office records an obstacle. */
export function recordPage({ frame, view, form }: Props & { readonly form: Filled }): JSX.Element {
  const words = obstacleTexts(frame.language);
  return (
    <Layout frame={frame} title={`${words.record} · ${view.number}`} back={projectAddress(view.projectId)} failed={form.errors.length > 0}>
      <ErrorSummary frame={frame} form={form} />
      <Heading view={view}>{words.record}</Heading>
      <p class="govuk-body">{words.recordText}</p>
      <Form frame={frame} action={obstaclesAddress(view.projectId)}>
        <RaiseFields frame={frame} form={form} lines={view.lines} />
        <Button name="step" value="check">{words.preview}</Button>
      </Form>
    </Layout>
  );
}

export function confirmRecordPage({ frame, view, request, ...sending }: Props & Sending & { readonly request: RaiseObstacleRequest }): JSX.Element {
  const words = obstacleTexts(frame.language);
  return (
    <Layout frame={frame} title={`${words.check} · ${view.number}`} back={projectAddress(view.projectId)}>
      <Heading view={view} caption={words.record}>{words.check}</Heading>
      <Confirm frame={frame} view={view} action={obstaclesAddress(view.projectId)} given={givenReport(frame, request)} button={words.record} {...sending} />
    </Layout>
  );
}

export interface ObstacleProps extends Props {
  readonly obstacle: ObstacleView;
  readonly offsetMinutes: number;
  readonly parties: Parties;
}

const titleOf = ({ frame, obstacle }: Pick<ObstacleProps, 'frame' | 'obstacle'>): string => fill(obstacleTexts(frame.language).title, { about: aboutText(frame, obstacle.about) });

/** One obstacle for staff: what was said, and what can be done about it. */
export function obstaclePage(props: ObstacleProps & { readonly done?: keyof ObstacleTexts['done'] | undefined }): JSX.Element {
  const { frame, view, obstacle, offsetMinutes, done } = props;
  const words = obstacleTexts(frame.language);
  return (
    <Layout frame={frame} title={`${titleOf(props)} · ${view.number}`} back={projectAddress(view.projectId)}>
      {done && <Notification frame={frame}>{words.done[done]}</Notification>}
      <Heading view={view}>{titleOf(props)}</Heading>
      <Thread frame={frame} reader="office" offsetMinutes={offsetMinutes} obstacle={obstacle} />
      {obstacle.actions.length > 0 && (
        <div class="govuk-button-group">
          {obstacle.actions.map((action) => (
            <Button key={action} {...(action !== 'resolve' && { kind: 'secondary' as const })} href={obstacleActionAddress(view.projectId, obstacle.obstacleId, action)}>{words.actions[action].title}</Button>
          ))}
        </div>
      )}
    </Layout>
  );
}

type ActionProps = ObstacleProps & { readonly action: ObstacleAction };

/** The form of one action. */
export function obstacleActionPage(props: ActionProps & { readonly form: Filled }): JSX.Element {
  const { frame, view, obstacle, parties, action, form } = props;
  const words = obstacleTexts(frame.language);
  const { title, text } = words.actions[action];
  return (
    <Layout frame={frame} title={`${title} · ${view.number}`} back={obstacleAddress(view.projectId, obstacle.obstacleId)} failed={form.errors.length > 0}>
      <ErrorSummary frame={frame} form={form} />
      <Heading view={view} caption={titleOf(props)}>{title}</Heading>
      <p class="govuk-body">{text}</p>
      <Form frame={frame} action={obstacleActionAddress(view.projectId, obstacle.obstacleId, action)}>
        <ObstacleFields frame={frame} form={form} action={action} owner={obstacle.owner} parties={parties} />
        <Button name="step" value="check">{words.preview}</Button>
      </Form>
    </Layout>
  );
}

export function confirmObstaclePage({ given, ...props }: ActionProps & Sending & { readonly given: readonly Fact[] }): JSX.Element {
  const { frame, view, obstacle, action, emails, fields } = props;
  const words = obstacleTexts(frame.language);
  const { title, button } = words.actions[action];
  return (
    <Layout frame={frame} title={`${officeTexts(frame.language).answer.check} · ${view.number}`} back={obstacleAddress(view.projectId, obstacle.obstacleId)}>
      <Heading view={view} caption={title}>{words.check}</Heading>
      <Confirm frame={frame} view={view} action={obstacleActionAddress(view.projectId, obstacle.obstacleId, action)} given={given} emails={emails} fields={fields} button={button} />
    </Layout>
  );
}
