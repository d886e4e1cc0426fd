import type { ComponentChildren, JSX } from 'preact';
import type { Frame } from '../frame.ts';
import { Button, Form } from './form.tsx';
import { KeptFields } from './kept-fields.tsx';

interface Props {
  readonly frame: Frame;
  /** Absent: this page's own address. */
  readonly action?: string | undefined;
  /** What was filled in on the page before. */
  readonly fields: URLSearchParams;
  readonly send: string;
  readonly warning?: boolean;
  /** The button that leads back to the form; absent: there is no form before it. */
  readonly change?: string | undefined;
  readonly children?: ComponentChildren;
}

/** The end of every page on which something is looked at once more: the button that does it, and the way back with all that was typed. */
export const ConfirmForm = ({ frame, action, fields, send, warning = false, change, children }: Props): JSX.Element => (
  <Form frame={frame} {...(action !== undefined && { action })}>
    <KeptFields fields={fields} />
    <div class="govuk-button-group">
      <Button {...(warning && { kind: 'warning' as const })} name="step" value="send">{send}</Button>
      {change !== undefined && <Button kind="secondary" name="step" value="mend">{change}</Button>}
      {children}
    </div>
  </Form>
);
