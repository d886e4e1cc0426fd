import type { Actor } from '../kernel/actor.ts';
import type { Ports } from '../kernel/ports.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { mayReadContact } from './permissions.ts';
import { mayEnter } from './list-projects.ts';

/** What a list that is taken away says of a company beside its row. */
export interface CompanyPaper {
  readonly number: string;
  readonly person?: string | undefined;
  readonly phone?: string | undefined;
}

export interface CompanyPapers {
  readonly hasContacts: boolean;
  /** By project; what is not of the zone is not among them. */
  readonly of: ReadonlyMap<string, CompanyPaper>;
}

/** Companies of projects of a zone for whoever has a role there (else `not-found`); their contacts for those who work with investors. */
export async function companyPapers(
  { lists, reference }: Pick<Ports, 'lists' | 'reference'>,
  {
    zoneId,
    actor,
    projectIds,
  }: { readonly zoneId: string; readonly actor: Actor; readonly projectIds: readonly string[] },
): Promise<Result<CompanyPapers>> {
  const setting = await reference.setting(zoneId);
  if (setting === undefined || !(await mayEnter({ reference }, actor, zoneId))) return fail({ kind: 'not-found' });
  const hasContacts = mayReadContact(actor, setting.zone);
  const papers = await lists.papers([...new Set(projectIds)], hasContacts);
  const ofZone = [...papers].filter(([, { letter }]) => letter.zoneId === zoneId);
  return ok({
    hasContacts,
    of: new Map(
      ofZone.map(([id, { letter, contact }]) => [
        id,
        { number: letter.company.number, person: contact?.name, phone: contact?.phone },
      ]),
    ),
  });
}
