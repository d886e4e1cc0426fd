import type { AuditEntry } from './audit.ts';
import type { Scope } from '../reference/reference.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Page, PageRequest } from '../kernel/ports.ts';
import { placeFor, type AdminPorts, type Asking } from './admin-ports.ts';

/** Who changed what at a place, newest first. Fails as `placeFor`. */
export async function listChanges(
  ports: AdminPorts,
  { actor, place, page }: Asking & { readonly place: Scope; readonly page: PageRequest },
): Promise<Result<Page<AuditEntry>>> {
  const allowed = await placeFor(ports, actor, place);
  return allowed.ok ? ok(await ports.administration.changes(place, page)) : allowed;
}
