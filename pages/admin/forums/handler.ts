import { ChangeForumRequest, ForumRequest, type AdminZoneView } from '#core/people/administration.ts';
import type { Forum } from '#core/reference/reference.ts';
import { fail, ok, type Result } from '#core/kernel/result.ts';
import type { AdminPorts } from '#core/people/admin-ports.ts';
import { addForum, changeForum } from '#core/reference/forums.ts';
import type { Frame } from '#pages/frame.ts';
import { zonePageAddress } from '#pages/admin/addresses.ts';
import { forumSheet, forumsPage } from '#pages/admin/forums/page.tsx';
import { readForm } from '../../kit/form.ts';
import type { FormPorts } from '../../kit/kept-form.ts';
import type { FormHandlers } from '../../kit/review-flow.ts';
import type { StaffHandler, StaffVisit } from '../../kit/staff-page.ts';
import { render } from '../../kit/visit.ts';
import { adminForm, namesAtFirst } from '../admin-form.ts';
import { aboutZone, openZone } from '../zone/handler.ts';

export const forums = (ports: AdminPorts): StaffHandler =>
  aboutZone(ports, ({ frame, query }, view) =>
    render(forumsPage({ frame: frame(), view, done: query.get('done') ?? undefined })),
  );

interface About {
  readonly frame: Frame;
  readonly view: AdminZoneView;
  /** Absent for a new one. */
  readonly forum: Forum | undefined;
}

async function opened(ports: AdminPorts, visit: StaffVisit): Promise<Result<About>> {
  const view = await openZone(ports, visit);
  if (!view.ok) return view;
  const forumId = visit.query.get('forum');
  const forum = view.value.zone.forums.find((one) => one.forumId === forumId);
  return forumId !== null && forum === undefined
    ? fail({ kind: 'not-found' })
    : ok({ frame: visit.frame(), view: view.value, forum });
}

export const forum = (ports: AdminPorts & FormPorts): FormHandlers =>
  adminForm<typeof ports, About, ForumRequest | ChangeForumRequest, Forum>(ports, {
    open: (visit) => opened(ports, visit),
    sheet: forumSheet,
    begin: ({
      view: {
        zone: { version = 0 },
      },
      forum: known,
    }) =>
      known
        ? [
            ...namesAtFirst(known.names),
            ['firstDay', known.firstDay],
            ['lastDay', known.lastDay],
            ['version', String(version)],
          ]
        : [],
    read: (typed, about) => readForm(about.forum ? ChangeForumRequest : ForumRequest, typed, forumSheet(about).fields),
    act: (
      on,
      {
        about: {
          view: {
            zone: { zoneId },
          },
          forum: known,
        },
        request,
        visit: { actor, now },
      },
    ) =>
      known && 'version' in request
        ? changeForum(on, { actor, now, zoneId, forumId: known.forumId, ...request })
        : addForum(on, { actor, now, zoneId, ...request }),
    done: ({ view: { zone }, forum: known }) =>
      zonePageAddress(zone.zoneId, '/forums', { done: known ? 'forum-changed' : 'forum-added' }),
  });
