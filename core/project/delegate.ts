import * as z from 'zod/mini';
import { Email, Language, nameLine } from '../kernel/common.ts';
import { delegatePrefix } from './change-builder.ts';
import type { Projects } from './project-ports.ts';
import type { Project } from './project.ts';

/** Of whom a project's emails go to beside its contact: personal data, kept as a note beside the log and erased with it. */
export const DelegateContact = z.object({ name: nameLine(120), email: Email, language: Language });
export type DelegateContact = z.infer<typeof DelegateContact>;

export const delegateNote = (delegate: number): string => `${delegatePrefix}${String(delegate).padStart(6, '0')}`;

/** Undefined when it was erased. */
export async function delegateContact(
  projects: Pick<Projects, 'note'>,
  projectId: string,
  delegate: number,
): Promise<DelegateContact | undefined> {
  const text = await projects.note(projectId, delegateNote(delegate));
  return text === undefined ? undefined : (JSON.parse(text) as DelegateContact);
}

/** Names of all who were ever named, by their numbers; who was erased is left out. */
export async function delegateNames(
  projects: Pick<Projects, 'note'>,
  { projectId, delegates = [] }: Pick<Project, 'projectId' | 'delegates'>,
): Promise<ReadonlyMap<number, string>> {
  const names = await Promise.all(
    delegates.map(
      async ({ delegate }) => [delegate, (await delegateContact(projects, projectId, delegate))?.name] as const,
    ),
  );
  return new Map(names.flatMap(([delegate, name]) => (name === undefined ? [] : [[delegate, name] as const])));
}

/** Whom the emails of a project go to beside its contact. */
export const toldBeside = ({ delegates = [] }: Pick<Project, 'delegates'>): readonly number[] =>
  delegates.flatMap(({ as, state, delegate }) => (as === 'colleague' && state === 'confirmed' ? [delegate] : []));
