import type { ComponentChildren, JSX } from 'preact';
import { formTokenField, type Frame } from '../frame.ts';
import { Button, Form } from './form.tsx';

/** What was filled in on the page before, carried along unseen; the form's own token and buttons are not among it. */
const KeptFields = ({ fields }: { readonly fields: Iterable<readonly [string, string]> }): JSX.Element => (
  <>
    {[...fields]
      .filter(([name]) => name !== formTokenField && name !== 'step')
      .map(([name, value], at) => (
        <input key={at} type="hidden" name={name} value={value} />
      ))}
  </>
);

interface Props {
  readonly frame: Frame;
  /** Absent: this page's own address. */
  readonly action?: string | undefined;
  readonly fields: URLSearchParams;
  readonly send: string;
  readonly warning?: boolean;
  /** The button that leads back to the form; absent: there is no form before it. */
  readonly change?: string | undefined;
  readonly children?: ComponentChildren;
}

export const ConfirmForm = ({ frame, action, fields, send, warning = false, change, children }: Props): JSX.Element => (
  <Form frame={frame} {...(action !== undefined && { action })}>
    <KeptFields fields={fields} />
    <div class="govuk-button-group">
      <Button {...(warning && { kind: 'warning' as const })} name="step" value="send">
        {send}
      </Button>
      {change !== undefined && (
        <Button kind="secondary" name="step" value="mend">
          {change}
        </Button>
      )}
      {children}
    </div>
  </Form>
);
