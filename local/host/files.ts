import { draftFileDays } from '#core/documents/upload-budgets.ts';

export const filesBucket = 'zholkarta-files';

export const incoming = 'incoming/';

/** A day longer than the table knows of it (as the bucket's lifecycle rule has it): what has a record has its bytes. */
export const daysIncoming = draftFileDays + 1;
