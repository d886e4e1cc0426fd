/**
 * Says as AWS's JSON parser does what is wrong with a text that must be JSON, or undefined if nothing is.
 * Covers what people write by mistake: nothing, a bare word, single quotes; the rest gets the local parser's words.
 */
export function inputFault(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (thrown) {
    if (text.trim() === '') return 'Invalid execution input.';
    const word = /^\s*([A-Za-z_]\w*)/.exec(text)?.[1];
    if (word !== undefined) return `Unrecognized token '${word}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')`;
    if (/^\s*\{\s*'/.test(text)) return "Unexpected character (''' (code 39)): was expecting double-quote to start field name";
    return (thrown as Error).message;
  }
}
