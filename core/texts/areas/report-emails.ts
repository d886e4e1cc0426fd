import type { EmailTexts } from './emails.ts';

/** Emails about reports on what a contract promises. */
export type ReportEmails = Pick<
  EmailTexts['notices'],
  'report-asked' | 'report-missing' | 'report-visit' | 'report-breach'
>;
