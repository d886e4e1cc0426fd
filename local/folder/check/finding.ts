/** What does not agree, in a line. Ids and numbers of projects only: it may go to a log. */
export interface Finding {
  readonly what: string;
  /** What `--mend` does about it, where it does anything. */
  readonly mend?: { readonly start: string } | { readonly recount: string };
}

/** One line of what was looked at. */
export interface Line {
  readonly name: string;
  /** How many were looked at. */
  readonly looked: number;
  readonly findings: readonly Finding[];
}

export const hasFindings = (lines: readonly Line[]): boolean => lines.some(({ findings }) => findings.length > 0);
