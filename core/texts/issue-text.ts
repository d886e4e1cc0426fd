import { issueCodes, type IssueCode, type Texts } from './texts.ts';

const isKnown = (code: string): code is IssueCode => (issueCodes as readonly string[]).includes(code);

/** What is wrong with a field, in words. A code without words of its own gets the general ones. */
export const issueText = ({ issues }: Texts, code: string): string => issues[isKnown(code) ? code : 'custom'];
