import type { Ports } from '../kernel/ports.ts';
import type { Project } from './project.ts';
import { isUnproven } from './permissions.ts';

type Accompanied = Pick<Project, 'companion' | 'addressEntered' | 'confirmed'>;

/** Who of the office is there for an investor, by name, on every page and in every email to an address that is known to be theirs; no read where nobody is named. */
export async function companionOf(
  { reference }: { readonly reference: Pick<Ports['reference'], 'names'> },
  project: Accompanied,
): Promise<string | undefined> {
  const { companion } = project;
  if (companion === undefined || isUnproven(project)) return undefined;
  return (await reference.names([companion])).get(companion);
}
