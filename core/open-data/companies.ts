import type { Ports } from '../kernel/ports.ts';
import { nameable } from '../project/nameable.ts';
import type { Named } from './night-ports.ts';

/** A company that agreed, as a row of `companies.csv`; money in major units, with its currency. */
export const companyColumns = [
  'id',
  'zone',
  'company',
  'sector',
  'stage',
  'investment',
  'currency',
  'jobs',
  'agreed_on',
] as const;
export type CompanyRow = Readonly<Record<(typeof companyColumns)[number], string>>;

export type CompanyPorts = Pick<Ports, 'lists'> & { readonly named: Named };

/** Companies whose investors let open data name them, as their projects stand now. Reads those projects and no others. */
export async function viewCompanies({ lists, named }: CompanyPorts): Promise<readonly CompanyRow[]> {
  const found = await lists.lines(await named.all());
  return found
    .flatMap(({ project, company }): CompanyRow[] => {
      const { number, zoneId, sector, stage, ending, figures, namedSince } = project;
      // Asked once more of the project itself: the list is only how it is found.
      if (namedSince === undefined || !nameable(project)) return [];
      return [
        {
          id: number,
          zone: zoneId,
          company,
          sector,
          stage: ending ?? stage,
          investment: String(figures.investment.amountMinor / 100),
          currency: figures.investment.currency,
          jobs: String(figures.jobs),
          agreed_on: new Date(namedSince).toISOString().slice(0, 10),
        },
      ];
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
