/** API Gateway hands a list on as `[a b]`: a group with a space would be two. Cognito and `local/` have none. */

const plain = (group: string): boolean => group !== '' && !/\s/.test(group);

/** The groups of a claim as it stands in a token: a list, or the text of one group. One with a space is none of ours and never two. */
export const groupsInClaim = (claim: unknown): readonly string[] =>
  [claim].flat().filter((one): one is string => typeof one === 'string' && plain(one));

export function groupsInText(text: unknown): readonly string[] {
  if (typeof text !== 'string') return [];
  return text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1).split(' ').filter(plain) : groupsInClaim(text);
}
