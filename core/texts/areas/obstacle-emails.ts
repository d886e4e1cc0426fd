import type { EmailTexts } from './emails.ts';

/** Notices of obstacles and of the office's shared notes; each language's file of emails takes them in. */
export type ObstacleNotices = Pick<
  EmailTexts['notices'],
  Extract<keyof EmailTexts['notices'], `obstacle-${string}` | 'note-shared'>
>;
