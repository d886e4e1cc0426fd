import type { Language } from '../kernel/common.ts';
import { toLatin } from '../texts/uzbek-latin.ts';
import type { Zone } from './reference.ts';

/** To whom and within how many days an investor may complain, in a language; undefined where the zone has not said so. */
export function appealIn({ appeal }: Pick<Zone, 'appeal'>, language: Language): string | undefined {
  return language === 'uz' ? appeal && toLatin(appeal['uz-cyrl']) : appeal?.[language];
}

/** Where answers to emails go: to the office's own mailbox, unless the zone has said another. */
export const replyAddressOf = ({ replyTo, mailbox }: Pick<Zone, 'replyTo' | 'mailbox'>): string => replyTo ?? mailbox;
