import type { Language } from '#core/kernel/common.ts';
import { staffRoles, type StaffRole } from '#core/reference/reference.ts';
import { frameTexts, type FrameTexts } from '#core/texts/areas/frame.ts';
import type { MenuEntry } from './frame.ts';
import type { PagePath } from './routes.ts';

interface Entry {
  readonly href: PagePath;
  readonly word: keyof FrameTexts['staffMenu'];
  readonly roles: readonly StaffRole[];
}

/** The pages of staff by role; the first one a person may open is where they arrive. A page is listed when it is there. */
const entries: readonly Entry[] = [
  { href: '/office', word: 'workList', roles: ['officer', 'head', 'headquarters'] },
  { href: '/office/desk', word: 'desk', roles: ['head', 'headquarters'] },
  { href: '/admin', word: 'administration', roles: ['administrator'] },
  { href: '/region', word: 'overview', roles: staffRoles },
  { href: '/office/headquarters', word: 'headquarters', roles: ['officer', 'head', 'headquarters', 'leadership'] },
];

export function staffMenu(language: Language, roles: readonly StaffRole[]): readonly MenuEntry[] {
  const words = frameTexts(language).staffMenu;
  return entries
    .filter((entry) => entry.roles.some((role) => roles.includes(role)))
    .map(({ href, word }) => ({ href, text: words[word] }));
}
