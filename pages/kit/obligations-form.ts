import { fail, ok, type Result } from '#core/kernel/result.ts';
import { ObligationRequest, owedFields, type OwedFigures } from '#core/obligations/obligation-facts.ts';
import type { WholeObligations } from '#core/obligations/view-obligations.ts';
import { obligationsSheet, type ObligationsProps } from '../components/obligations.tsx';
import type { Checked } from './check.ts';
import { readForm } from './form.ts';
import type { ReviewedForm } from './review-flow.ts';
import type { Visit } from './visit.ts';

const acts = ['plan', 'report', 'confirm', 'prove', 'visit', 'breach'] as const;

/** What is asked of the page, if this reader may do it now. Fails with `not-found`, `forbidden`, `not-allowed`. */
export function askedOf(
  { view }: WholeObligations,
  query: URLSearchParams,
  isSent: boolean,
  speaks: boolean,
): Result<Pick<ObligationsProps, 'act' | 'period' | 'done'>> {
  const named = (name: string) => acts.find((one) => one === query.get(name));
  const act = named('do');
  const period = view.periods.find((one) => one.period === query.get('period'));
  if (act === undefined)
    return query.has('do') ? fail({ kind: 'not-found' }) : ok({ act, period: undefined, done: named('done') });
  // What was sent already is judged by the use case: the same form once more is done.
  const may = view.actions.includes(act) || (isSent && speaks && view.isOpen);
  if (!may)
    return fail(
      speaks && !view.isOpen
        ? { kind: 'not-allowed', action: 'obligations', because: 'not-started' }
        : { kind: 'forbidden' },
    );
  const needsPeriod = act === 'report' || act === 'confirm';
  if (needsPeriod && period === undefined) return fail({ kind: 'not-found' });
  return ok({ act, period: needsPeriod ? period : undefined, done: undefined });
}

const typedOf = (figures: OwedFigures | undefined): [string, string][] =>
  owedFields.flatMap((field): [string, string][] => {
    const amount = figures?.[field];
    if (amount === undefined) return [];
    return [[field, String(typeof amount === 'number' ? amount : amount.amountMinor / 100)]];
  });

/** What the forms of the office and of an investor's link have in common. A confirmation begins with what was reported. */
export const obligationsForm = {
  sheet: obligationsSheet,
  begin: ({ act, period, whole: { view } }: ObligationsProps) => {
    if (act === 'plan') return [['every', view.every ?? 'quarter']] as [string, string][];
    return act === 'report' || act === 'confirm' ? typedOf(period?.reported) : [];
  },
  read: (typed: URLSearchParams, props: ObligationsProps): Checked<ObligationRequest> =>
    readForm(ObligationRequest, typed, obligationsSheet(props).fields, {
      act: props.act,
      ...(props.period && { period: props.period.period }),
    }),
  done: ({ address }: ObligationsProps, { act }: ObligationRequest) => address({ done: act }),
} satisfies Partial<ReviewedForm<ObligationsProps, ObligationRequest, never, never, Visit>>;
