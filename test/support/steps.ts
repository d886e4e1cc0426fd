import { goodAnswer } from '#local/demo/answers.ts';
import { uploadByLink, linkIn } from '#local/demo/upload.ts';
import type { LetterOfIntent } from '#core/letter/letter-of-intent.ts';
import type { World } from './host.ts';
import { answer, holdOriginals, linkFromMail, today } from './walk.ts';

/** A random number below a bound, the same in every run: mulberry32. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One step of a walk that begins from what the host shows, so it can be begun again whenever it broke off; true at the end. */
export async function step(world: World, letter: LetterOfIntent, key: string): Promise<boolean> {
  const { projectId, trackingUrl } = await world.anonymously<{ projectId: string; trackingUrl: string }>(
    '/api/letters-of-intent',
    letter,
    { 'idempotency-key': key },
  );
  const day = await today(world);
  const project = await world.project(projectId);
  if (!project.confirmed) {
    await world.ask(`/api/links/${await linkFromMail(world, projectId, 'c.')}/confirm`, { body: {} });
    return false;
  }
  if (project.phase === 'ended') return true;
  if (project.missing.some(({ what }) => what === 'signed-letter')) {
    await uploadByLink(world, linkIn(trackingUrl), 'signed-letter');
    return false;
  }
  const open = project.assignments.filter(({ state }) => state === 'open');
  const next = open.find(({ kind }) => kind !== 'office-decision') ?? open[0];
  if (next === undefined) throw new Error(`${project.number} waits for nobody in ${project.stage}: ${project.phase}`);
  const { status, body } =
    next.kind === 'documents'
      ? await holdOriginals(world, project)
      : await answer(world, next, goodAnswer(next.kind, day));
  // 409: it was answered before the walk broke off. 503: the table was away, and the next step looks what became of it.
  if (status !== 200 && status !== 409 && status !== 503) throw new Error(JSON.stringify(body));
  return false;
}
