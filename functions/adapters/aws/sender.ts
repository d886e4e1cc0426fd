/** RFC 2047: an encoded word has at most 75 characters; 45 bytes in base 64, with their frame, are 72. */
const mostBytes = 45;

function encodedWords(text: string): string {
  const words = [''];
  for (const character of text) {
    const last = words.at(-1) ?? '';
    if (Buffer.byteLength(last + character) <= mostBytes) words[words.length - 1] = last + character;
    else words.push(character);
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
}

/** SES takes seven-bit text only. `from`: 'notices@example.org' or 'Name <notices@example.org>'. */
export const senderOf = (name: string, from: string): string =>
  `${encodedWords(name)} <${/<([^>]*)>\s*$/.exec(from)?.[1] ?? from}>`;
