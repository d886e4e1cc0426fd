import type { ComponentChildren, JSX } from 'preact';
import type { Filled } from '../components/filled.ts';
import { Button, ErrorSummary, Form } from '../components/form.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';

export interface AdminFormProps {
  readonly frame: Frame;
  readonly form: Filled;
  readonly title: string;
  /** Whom or what it is about. */
  readonly caption: string;
  readonly back: string;
  readonly action: string;
  readonly button: string;
  readonly warning?: boolean;
  /** What the button says it does, for forms that are looked at before they are saved. */
  readonly step?: string;
  readonly text?: string | undefined;
  /** Fields that are carried along unseen. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly children?: ComponentChildren;
  /** What else can be done, below the button. */
  readonly below?: ComponentChildren;
}

/** One short form of an administrator: what it is for, its fields, one button. */
export function AdminForm({ frame, form, title, caption, back, action, button, warning = false, step, text, hidden = {}, children, below }: AdminFormProps): JSX.Element {
  return (
    <Layout frame={frame} title={title} failed={form.errors.length > 0} back={back}>
      <ErrorSummary frame={frame} form={form} />
      <h1 class="govuk-heading-l"><span class="govuk-caption-l">{caption}</span>{title}</h1>
      {text !== undefined && <p class="govuk-body">{text}</p>}
      <Form frame={frame} action={action}>
        {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
        {children}
        <Button {...(warning && { kind: 'warning' as const })} {...(step !== undefined && { name: 'step', value: step })}>{button}</Button>
      </Form>
      {below}
    </Layout>
  );
}
