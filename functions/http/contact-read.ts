import type { ProjectView } from '#core/api/views.ts';
import type { Actor } from '#core/kernel/actor.ts';
import type { Result } from '#core/kernel/result.ts';
import { log } from '../observe.ts';

export function noteContactRead<Found extends Result<Pick<ProjectView, 'projectId' | 'contact'>>>(
  actor: Actor,
  found: Found,
): Found {
  if (found.ok && found.value.contact && actor.kind === 'staff')
    log('contact-read', { projectId: found.value.projectId, personId: actor.personId });
  return found;
}
