import type { Said } from '../obstacles/obstacle.ts';
import type { Words } from '../obstacles/change-obstacle.ts';
import type { Ports } from '../kernel/ports.ts';

/** The words that were said, by their note: rules that tell a repetition need them. */
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
