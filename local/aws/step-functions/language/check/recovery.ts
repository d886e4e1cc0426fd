import { checkAssign } from './assign.ts';
import { checkTemplate, withError } from './expressions.ts';
import { retryBounds } from './fields.ts';
import type { Report } from './report.ts';
import { filledList, numeric, required, supported, textual } from './values.ts';

type Fields = Readonly<Record<string, unknown>>;

function checkErrors(report: Report, fields: Fields, at: string, isLast: boolean): void {
  if (!required(report, fields, ['ErrorEquals'], at)) return;
  const { ErrorEquals: names } = fields;
  const where = `${at}/ErrorEquals`;
  if (!Array.isArray(names)) report.shape('Expected value of type Array', where);
  else if (names.length === 0) report.shape('Value cannot be empty', where);
  else if (!names.every((name) => typeof name === 'string')) report.shape('Expected value of type [STRING]', where);
  else if (names.includes('States.ALL') && (names.length > 1 || !isLast))
    report.shape('States.ALL must appear alone and at end of list', where);
}

export function checkRetry(report: Report, retry: unknown, at: string): void {
  if (Array.isArray(retry) && retry.length === 0) return;
  const list = filledList(report, retry, `${at}/Retry`);
  list.forEach(({ fields, at: where }, index) => {
    supported(
      report,
      fields,
      ['ErrorEquals', 'IntervalSeconds', 'MaxAttempts', 'BackoffRate', 'MaxDelaySeconds', 'JitterStrategy', 'Comment'],
      where,
    );
    checkErrors(report, fields, where, index === list.length - 1);
    for (const [field, range] of Object.entries(retryBounds))
      numeric(report, fields, field, range, where, { expressions: false, whole: field !== 'BackoffRate' });
    textual(report, fields, 'JitterStrategy', where, ['NONE', 'FULL']);
  });
}

export function checkCatch(report: Report, catchers: unknown, at: string): void {
  if (Array.isArray(catchers) && catchers.length === 0) return;
  const list = filledList(report, catchers, `${at}/Catch`);
  list.forEach(({ fields, at: where }, index) => {
    supported(report, fields, ['ErrorEquals', 'Next', 'Assign', 'Output', 'ResultPath', 'Comment'], where);
    if (fields['ResultPath'] !== undefined) {
      report.shape(
        "The QueryLanguage is set to 'JSONata', but field 'ResultPath' is only supported for the 'JSONPath' QueryLanguage",
        where,
      );
    }
    checkErrors(report, fields, where, index === list.length - 1);
    required(report, fields, ['Next'], where);
    textual(report, fields, 'Next', where);
    checkTemplate(report, fields['Output'], `${where}/Output`, withError);
    checkAssign(report, fields['Assign'], where, withError);
  });
}
