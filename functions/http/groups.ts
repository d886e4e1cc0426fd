/*
 * Groups come as a claim of a token or, from API Gateway, as a text in which a list is `[a b]`. There a group with a space cannot be told
 * from two. Cognito has none (its names hold no separators), and the one-machine host hands none on: so the text is split at spaces, and
 * only there, and one bracket is taken off each end.
 */

const plain = (group: string): boolean => group !== '' && !/\s/.test(group);

/** The groups of a claim as it stands in a token: a list, or the text of one group. One with a space is none of ours and never two. */
export const groupsInClaim = (claim: unknown): readonly string[] =>
  [claim].flat().filter((one): one is string => typeof one === 'string' && plain(one));

/** The groups of a claim as API Gateway hands it on. */
export function groupsInText(text: unknown): readonly string[] {
  if (typeof text !== 'string') return [];
  return text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1).split(' ').filter(plain) : groupsInClaim(text);
}
