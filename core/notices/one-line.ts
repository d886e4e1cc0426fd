/** Text without line breaks and other control characters: in a header they would begin another header. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** The lines of what somebody wrote, whichever way they were broken; other control characters become spaces. */
export const linesOf = (text: string): readonly string[] => text.split(/\r\n|[\n\r\u2028\u2029]/).map(oneLine);
