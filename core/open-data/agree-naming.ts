import { refOf } from '../kernel/actor.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { openToAct, type ByLink, type LinkPorts } from '../links/act-by-link.ts';
import { changeBuilder } from '../project/change-builder.ts';
import { changeProject } from '../project/change-project.ts';
import { nameable } from '../project/nameable.ts';
import { hasRole, rules } from '../project/permissions.ts';
import type { Aggregate } from '../project/project.ts';
import { contactOf, type OfficeContact } from '../reference/reference.ts';
import { zoneContextOf } from '../project/zone-context-of.ts';

export interface NamingView {
  readonly aggregate: Aggregate;
  readonly company: string;
  readonly office: OfficeContact;
  readonly zone: Parameters<typeof contactOf>[0];
  readonly offsetMinutes: number;
  /** Whether it could be agreed to now. */
  readonly isOpen: boolean;
}

async function ofInvestor(ports: LinkPorts, by: ByLink): ReturnType<typeof openToAct> {
  const opened = await openToAct(ports, by);
  if (!opened.ok) return opened;
  const { actor, aggregate } = opened.value;
  if (actor.kind !== 'investor') return fail({ kind: 'link-unknown' });
  return hasRole(actor, aggregate.project, 'agree-naming') ? opened : fail({ kind: 'forbidden' });
}

/** What open data would tell of a project. Fails as `openToAct`, with `forbidden` for a colleague of the contact. */
export async function viewNaming(ports: LinkPorts, by: ByLink): Promise<Result<NamingView>> {
  const opened = await ofInvestor(ports, by);
  if (!opened.ok) return opened;
  const { aggregate } = opened.value;
  const { projectId, zoneId } = aggregate.project;
  const [context, letter] = await Promise.all([zoneContextOf(ports, zoneId, by.now), ports.projects.letter(projectId)]);
  if (context === undefined || letter === undefined) return fail({ kind: 'not-found' });
  return ok({
    aggregate,
    company: letter.company.name,
    office: contactOf(context.zone),
    zone: context.zone,
    offsetMinutes: context.calendar.offsetMinutes,
    isOpen: nameable(aggregate.project),
  });
}

/** The contact lets open data name the company, or no longer; twice is once. Fails as `viewNaming`, and with `not-allowed`. */
export async function agreeNaming(
  ports: LinkPorts,
  { agrees, ...by }: ByLink & { readonly agrees: boolean },
): Promise<Result<Aggregate>> {
  const opened = await ofInvestor(ports, by);
  if (!opened.ok) return opened;
  const { actor, aggregate } = opened.value;
  const { projectId } = aggregate.project;
  return changeProject(ports, { projectId, actor, now: by.now }, (latest) => {
    const { project } = latest;
    if ((project.namedSince !== undefined) === agrees) return ok(undefined);
    if (!rules[agrees ? 'agree-naming' : 'unname'].when(project))
      return fail({ kind: 'not-allowed', action: 'agree-naming', because: project.ending ?? project.phase });
    const change = changeBuilder(latest, by.now, refOf(actor, project));
    change.emit({ type: agrees ? 'naming-agreed' : 'naming-taken-back' });
    return ok(change.change());
  });
}
