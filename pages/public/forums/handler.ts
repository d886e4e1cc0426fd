import { viewPublicForum } from '#core/forums/public-forum.ts';
import { problem, render, type Reply, type Visit } from '../../kit/visit.ts';
import { publicForumPage } from './page.tsx';

export async function publicForum(ports: Parameters<typeof viewPublicForum>[0], visit: Visit): Promise<Reply> {
  const found = await viewPublicForum(ports, { forumId: visit.params['forumId'] ?? '', now: visit.now });
  return found.ok ? render(publicForumPage(visit.frame(), found.value)) : problem(found.failure);
}
