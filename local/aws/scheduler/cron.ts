/** A time-table of EventBridge Scheduler: which minutes, hours, days it names, all in UTC. */
export interface Cron {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly daysOfMonth: ReadonlySet<number> | 'any';
  readonly months: ReadonlySet<number>;
  /** 1 is Sunday, as in EventBridge. */
  readonly daysOfWeek: ReadonlySet<number> | 'any';
  readonly years: ReadonlySet<number>;
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const days = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** Six fields with `*`, `?`, lists, ranges, steps, names, UTC. Throws a RangeError for `L`, `W`, `#` and mistakes. */
export function parseCron(text: string): Cron {
  const fields = text.trim().split(/\s+/);
  const [minutes, hours, dayOfMonth, month, dayOfWeek, year] = fields;
  if (fields.length !== 6 || !minutes || !hours || !dayOfMonth || !month || !dayOfWeek || !year) {
    throw new RangeError(`"${text}" needs six fields: minutes hours day-of-month month day-of-week year.`);
  }
  if ((dayOfMonth === '?') === (dayOfWeek === '?'))
    throw new RangeError(`"${text}": exactly one of the two day fields is "?".`);
  return {
    minutes: parseField(minutes, 0, 59),
    hours: parseField(hours, 0, 23),
    daysOfMonth: dayOfMonth === '?' ? 'any' : parseField(dayOfMonth, 1, 31),
    months: parseField(month, 1, 12, months),
    daysOfWeek: dayOfWeek === '?' ? 'any' : parseField(dayOfWeek, 1, 7, days),
    years: parseField(year, 1970, 2199),
  };
}

function parseField(field: string, from: number, to: number, names: readonly string[] = []): ReadonlySet<number> {
  const number = (text: string): number => {
    const named = names.indexOf(text.toUpperCase());
    const value = named >= 0 ? from + named : Number(text);
    if (!/^(\d+|[A-Za-z]{3})$/.test(text) || !(value >= from && value <= to)) {
      throw new RangeError(`"${field}": "${text}" is not one of ${from} to ${to}; L, W and # are not supported here.`);
    }
    return value;
  };
  const range = (text: string, step: string | undefined): [number, number] => {
    if (text === '*') return [from, to];
    const [first = '', last] = text.split('-');
    return [number(first), last === undefined ? (step === undefined ? number(first) : to) : number(last)];
  };
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const [span = '', step, ...more] = part.split('/');
    const [first, last] = range(span, step);
    const size = step === undefined ? 1 : Number(step);
    if (more.length > 0 || !/^\d+$/.test(step ?? '1') || size < 1 || first > last)
      throw new RangeError(`"${field}": "${part}" is no range or step.`);
    for (let value = first; value <= last; value += size) values.add(value);
  }
  return values;
}

const day = 24 * 3_600_000;
/** A leap day on one day of the week comes back within 40 years. */
const horizonDays = 41 * 366;

/** The first moment after `after` (ms) that the time-table names, in ms; `undefined` when there is none any more. */
export function nextFiring(cron: Cron, after: number): number | undefined {
  const firstMinute = Math.floor(after / 60_000) * 60_000 + 60_000;
  const firstDay = Math.floor(firstMinute / day) * day;
  for (let count = 0; count < horizonDays; count++) {
    const midnight = firstDay + count * day;
    if (!namesDay(cron, new Date(midnight))) continue;
    const found = timesOfDay(cron).find((time) => midnight + time >= firstMinute);
    if (found !== undefined) return midnight + found;
  }
  return undefined;
}

function namesDay(cron: Cron, date: Date): boolean {
  return (
    cron.years.has(date.getUTCFullYear()) &&
    cron.months.has(date.getUTCMonth() + 1) &&
    (cron.daysOfMonth === 'any' || cron.daysOfMonth.has(date.getUTCDate())) &&
    (cron.daysOfWeek === 'any' || cron.daysOfWeek.has(date.getUTCDay() + 1))
  );
}

const timesOfDay = (cron: Cron): number[] =>
  [...cron.hours]
    .flatMap((hour) => [...cron.minutes].map((minute) => (hour * 60 + minute) * 60_000))
    .sort((a, b) => a - b);
