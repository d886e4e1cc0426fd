import { answerDays, type KeptForms } from '#functions/adapters/table/form-store.ts';
import { formTokenField } from '#pages/frame.ts';
import { redirect, type Reply, type Visit } from './visit.ts';
import { addDays, localDateOf } from '#core/calendar/local-date.ts';

export interface FormPorts {
  readonly forms: KeptForms;
}

const buttons = ['step', 'then', 'more'] as const;

export function typedIn(fields: URLSearchParams): URLSearchParams {
  const typed = new URLSearchParams(fields);
  for (const name of [...buttons, formTokenField]) typed.delete(name);
  return typed;
}

/** A form of staff belongs to one session: nobody else finds it, and it ends with it. @param address where the form stands */
export const staffFormName = ({ frame }: Pick<Visit, 'frame'>, address: string): string =>
  `staff|${frame().staff?.formToken ?? ''}|${address}`;

/** After a redirect Back and reload ask for nothing; nothing typed is lost. One too long to keep is drawn at once. */
export async function keepAndGo(
  { forms }: FormPorts,
  name: string,
  fields: URLSearchParams,
  to: string,
  onTheSpot: () => Reply | Promise<Reply>,
): Promise<Reply> {
  return (await forms.keep(name, typedIn(fields))) ? redirect(to) : onTheSpot();
}

/** The last whole day on which an answer that is kept now is there. */
export const answerKeptUntil = (now: number, offsetMinutes: number): string =>
  addDays(localDateOf(now, offsetMinutes), answerDays - 1);

export async function forgetForm({ forms }: FormPorts, name: string): Promise<void> {
  await forms.keep(name, new URLSearchParams());
}

/** For a form whose sender holds no secret: it is kept nowhere, and what is wrong is told in the answer to it. */
export const keptNowhere: FormPorts = {
  forms: { keep: async () => Promise.resolve(false), find: async () => Promise.resolve(undefined) },
};

export const keptForm = async ({ forms }: FormPorts, name: string): Promise<URLSearchParams> =>
  (await forms.find(name)) ?? new URLSearchParams();
