import { companyPapers, type CompanyPapers } from '#core/project/company-papers.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { ok, type Result } from '#core/kernel/result.ts';
import { fill, numberText } from '#core/texts/index.ts';
import type { Cell, Sheet } from '../kit/csv.ts';
import type { StaffVisit } from '../kit/staff-page.ts';

function columnsOf({ frame }: StaffVisit, { hasContacts, of }: CompanyPapers) {
  const { companyNumber, contact, phone } = frame().words;
  return {
    heads: [companyNumber, ...(hasContacts ? [contact, phone] : [])],
    cells: (projectId: string): readonly Cell[] => {
      const paper = of.get(projectId);
      return [paper?.number ?? '', ...(hasContacts ? [paper?.person ?? '', paper?.phone ?? ''] : [])];
    },
  };
}

export interface ListRows {
  readonly zoneId: string;
  readonly projectIds: readonly string[];
  readonly isCut: boolean;
}

/**
 * A table whose rows begin with a company and the number of its project, with the company's own number behind them, and for those who
 * work with investors whom to call. @param projectIds of the rows below the head @param isCut there are more, and the last row says so
 */
export async function withCompanies(
  ports: Pick<Ports, 'lists' | 'reference'>,
  visit: StaffVisit,
  { zoneId, projectIds, isCut }: ListRows,
  { name, rows: [head = [], ...rows] }: Sheet,
): Promise<Result<Sheet>> {
  const papers = await companyPapers(ports, { zoneId, actor: visit.actor, projectIds });
  if (!papers.ok) return papers;
  const { heads, cells } = columnsOf(visit, papers.value);
  const { language, words } = visit.frame();
  return ok({
    name,
    rows: [
      head.toSpliced(2, 0, ...heads),
      ...rows.map((row, at) => row.toSpliced(2, 0, ...cells(projectIds[at] ?? ''))),
      ...(isCut ? [[fill(words.fileCut, { count: numberText(language, rows.length) })]] : []),
    ],
  });
}
