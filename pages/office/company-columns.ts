import { companyPapers, type CompanyPapers } from '#core/project/company-papers.ts';
import type { Ports } from '#core/kernel/ports.ts';
import { ok, type Result } from '#core/kernel/result.ts';
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

/**
 * A table whose rows begin with a company and the number of its project, with the company's own number behind them, and for those who
 * work with investors whom to call. @param projectIds of the rows below the head
 */
export async function withCompanies(
  ports: Pick<Ports, 'lists' | 'reference'>,
  visit: StaffVisit,
  { zoneId, projectIds }: { readonly zoneId: string; readonly projectIds: readonly string[] },
  { name, rows: [head = [], ...rows] }: Sheet,
): Promise<Result<Sheet>> {
  const papers = await companyPapers(ports, { zoneId, actor: visit.actor, projectIds });
  if (!papers.ok) return papers;
  const { heads, cells } = columnsOf(visit, papers.value);
  return ok({
    name,
    rows: [
      head.toSpliced(2, 0, ...heads),
      ...rows.map((row, at) => row.toSpliced(2, 0, ...cells(projectIds[at] ?? ''))),
    ],
  });
}
