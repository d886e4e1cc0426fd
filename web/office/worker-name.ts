import { textsOf } from '#core/texts/index.ts';
import { handlingTexts } from '#core/texts/pages/handling/index.ts';
import type { Colleague } from '#core/use-cases/view-colleagues.ts';
import type { Frame } from '../frame.ts';

/** The office as one reader sees it: who they are, and who else works there. */
export interface Office {
  readonly reader: string;
  readonly colleagues: readonly Colleague[];
}

/** Who of the office works on something: the reader, or a colleague by role and id; one who has left by the id alone. */
export function workerName({ language }: Pick<Frame, 'language'>, { reader, colleagues }: Office, personId: string): string {
  if (personId === reader) return handlingTexts(language).you;
  const role = colleagues.find((one) => one.personId === personId)?.role;
  return role === undefined ? personId : `${textsOf(language).roles[role]} (${personId})`;
}
