import type { EmailText, EmailTexts } from './emails.ts';

/** Notices about a contract whose construction has not begun, with the names of their rows; each language's file of emails takes them in. */
export interface DocketEmails {
  readonly notices: Pick<
    EmailTexts['notices'],
    'start-reminder' | 'breach-act' | 'docket-decided' | 'contract-ended' | 'docket-closed'
  >;
  readonly rows: Pick<
    EmailText['rows'],
    'contract' | 'paper' | 'startBy' | 'cureUntil' | 'newStart' | 'ground' | 'law'
  >;
}
