import type { JSX } from 'preact';
import { formTokenField } from '../frame.ts';

/** What was filled in on the page before, carried along unseen; the form's own token and buttons are not among it. */
export const KeptFields = ({ fields }: { readonly fields: Iterable<readonly [string, string]> }): JSX.Element => (
  <>{[...fields].filter(([name]) => name !== formTokenField && name !== 'step').map(([name, value], at) => <input key={at} type="hidden" name={name} value={value} />)}</>
);
