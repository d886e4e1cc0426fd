import { draftFileDays } from '#core/documents/upload-budgets.ts';

/** The one bucket of a host. */
export const filesBucket = 'zholkarta-files';

/** What is brought lies here until a use case keeps it. */
export const incoming = 'incoming/';

/** A day longer than the table knows of it (as the bucket's lifecycle rule has it): what has a record has its bytes. */
export const daysIncoming = draftFileDays + 1;
