import type { ChangeForumRequest, ForumRequest } from '../people/administration.ts';
import type { Forum, Zone } from './reference.ts';
import { fail, ok, type Issue, type Result } from '../kernel/result.ts';
import { changesOf, entryOf, namesText, type AdminPorts, type Asking } from '../people/admin-ports.ts';
import { settingFor } from '../people/change-setting.ts';

/** A zone lies in one item of the table, which every list of zones reads: two forums a year for a quarter of a century (ours). */
const mostForums = 50;

interface InZone extends Asking {
  readonly zoneId: string;
}

const facts = ({ names, firstDay, lastDay }: ForumRequest) => ({ names: namesText(names), firstDay, lastDay });

const wrongDays = ({ firstDay, lastDay }: ForumRequest): Issue | undefined =>
  lastDay < firstDay ? { path: 'lastDay', code: 'not-after-beginning' } : undefined;

/** Writes the zone with one forum changed or more; somebody who was faster is not written over. */
async function save(
  ports: AdminPorts,
  command: InZone,
  zone: Zone,
  forum: Forum,
  before: Forum | undefined,
): Promise<Result<Forum>> {
  const version = zone.version ?? 0;
  const changes = changesOf(before ? facts(before) : {}, facts(forum), ['names']);
  const entry = entryOf(
    ports,
    command,
    { scope: 'zone', scopeId: zone.zoneId },
    { what: before ? 'forum-changed' : 'forum-added', about: forum.forumId, changes },
  );
  const forums = before ? zone.forums.map((one) => (one === before ? forum : one)) : [...zone.forums, forum];
  const written = await ports.administration.write(
    [{ edit: 'zone', zone: { ...zone, forums, version: version + 1 } }],
    [entry],
  );
  return written === 'written' ? ok(forum) : fail({ kind: 'conflict', version, state: 'changed' });
}

async function addOnce(ports: AdminPorts, command: InZone & ForumRequest): Promise<Result<Forum>> {
  const found = await settingFor(ports, command);
  if (!found.ok) return found;
  const { zone } = found.value;
  const { names, firstDay, lastDay } = command;
  const forumId = `forum-${ports.ids.hash(JSON.stringify([zone.zoneId, namesText(names), firstDay, lastDay])).slice(0, 16)}`;
  const there = zone.forums.find((one) => one.forumId === forumId);
  if (there) return ok(there);
  const issue = wrongDays(command);
  if (issue) return fail({ kind: 'invalid', issues: [issue] });
  if (zone.forums.length >= mostForums)
    return fail({ kind: 'not-allowed', action: 'add-forum', because: 'too-many-forums' });
  return save(ports, command, zone, { forumId, names, firstDay, lastDay }, undefined);
}

/** Never removed: letters are counted by it. Fails as `placeFor`, `invalid`, `not-allowed` (too many), `conflict`. */
export async function addForum(ports: AdminPorts, command: InZone & ForumRequest): Promise<Result<Forum>> {
  const first = await addOnce(ports, command);
  // A forum stands for itself: added again to what somebody else has written.
  return first.ok || first.failure.kind !== 'conflict' ? first : addOnce(ports, command);
}

/** Other names or days; letters keep naming it. `version` is the zone's. Fails as `addForum`, and with `not-found`. */
export async function changeForum(
  ports: AdminPorts,
  command: InZone & ChangeForumRequest & { readonly forumId: string },
): Promise<Result<Forum>> {
  const found = await settingFor(ports, command);
  if (!found.ok) return found;
  const { zone } = found.value;
  const before = zone.forums.find(({ forumId }) => forumId === command.forumId);
  if (before === undefined) return fail({ kind: 'not-found' });
  if (changesOf(facts(before), facts(command)).length === 0) return ok(before);
  const version = zone.version ?? 0;
  if (version !== command.version) return fail({ kind: 'conflict', version, state: 'changed' });
  const issue = wrongDays(command);
  if (issue) return fail({ kind: 'invalid', issues: [issue] });
  const { names, firstDay, lastDay } = command;
  return save(ports, command, zone, { ...before, names, firstDay, lastDay }, before);
}
