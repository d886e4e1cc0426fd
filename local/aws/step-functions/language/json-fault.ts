export interface JsonFault {
  readonly message: string;
  readonly location: string;
}

/** Mistakes as bare words and single quotes; others in the local parser's words. `undefined` when the text is JSON. */
export function jsonFault(text: string): JsonFault | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (thrown) {
    const word = /^\s*([A-Za-z_]\w*)/.exec(text);
    const [message, offset] =
      word !== null
        ? [
            `Unrecognized token '${word[1] ?? ''}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')`,
            word[0].length,
          ]
        : /^\s*\{\s*'/.test(text)
          ? [
              "Unexpected character (''' (code 39)): was expecting double-quote to start field name",
              text.indexOf("'") + 1,
            ]
          : [(thrown as Error).message, Number(/position (\d+)/.exec((thrown as Error).message)?.[1] ?? 0)];
    const lines = text.slice(0, offset).split('\n');
    const column = String((lines.at(-1)?.length ?? 0) + 1);
    return { message, location: `[Source: (String)"${text}"; line: ${String(lines.length)}, column: ${column}]` };
  }
}
