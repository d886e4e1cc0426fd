import type { Said } from '../obstacles/obstacle.ts';
import type { Words } from '../obstacles/change-obstacle.ts';
import type { Ports } from '../kernel/ports.ts';

export async function wordsOf(
  { projects }: Pick<Ports, 'projects'>,
  projectId: string,
  said: readonly Said[],
): Promise<Words> {
  const found = await Promise.all(
    said.map(async ({ noteId }) => [noteId, await projects.note(projectId, noteId)] as const),
  );
  const words = new Map(found);
  return (noteId) => words.get(noteId);
}
