/** What does not agree, in a line. Ids and numbers of projects only: it may go to a log. */
export interface Finding {
  readonly what: string;
  readonly mend?: { readonly start: string } | { readonly recount: string } | { readonly plots: string };
}

export interface Line {
  readonly name: string;
  readonly looked: number;
  readonly findings: readonly Finding[];
}

export const hasFindings = (lines: readonly Line[]): boolean => lines.some(({ findings }) => findings.length > 0);
