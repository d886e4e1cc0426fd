type Named<Key extends string> = Readonly<Record<Key, string>>;

/** Words of calendar files with due dates, and of the links that lead to them. */
export interface CalendarTexts extends Named<
  | 'link' | 'name' | 'open'
  /** `{number}`, `{assignment}` */
  | 'assignment'
  /** `{number}`, `{stage}` */
  | 'stage'
> {
  /** What the calendar is called where it lies beside others: `{zone}` or `{number}`. */
  readonly of: string;
}
