import type { AuditEntry } from '../../contracts/audit.ts';
import type { Scope } from '../../contracts/reference.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Page, PageRequest } from '../../ports/index.ts';
import { placeFor, type AdminPorts, type Asking } from './admin-ports.ts';

/** Who changed what at a place, newest first. Fails as `placeFor`. */
export async function listChanges(ports: AdminPorts, { actor, place, page }: Asking & { readonly place: Scope; readonly page: PageRequest }): Promise<Result<Page<AuditEntry>>> {
  const allowed = await placeFor(ports, actor, place);
  return allowed.ok ? ok(await ports.administration.changes(place, page)) : allowed;
}
