export interface RawMessage {
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly text: string;
  readonly html?: string;
}

/** RFC 5322, 2045 to 2047: the first plain and HTML parts, however deep. Character sets but UTF-8: as Latin-1. */
export function readMime(raw: Buffer): RawMessage {
  const top = readPart(raw.toString('latin1'));
  const leaves = leavesOf(top).filter((part) => !/^attachment/i.test(header(part, 'content-disposition')));
  const first = (type: string) => leaves.find((part) => typeOf(part).startsWith(type));
  const html = first('text/html');
  const text = first('text/plain');
  return {
    headers: top.headers.map(({ name, value }) => ({ name, value: decodeWords(value) })),
    text: text ? contentOf(text) : '',
    ...(html ? { html: contentOf(html) } : {}),
  };
}

interface Part {
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body: string;
}

function readPart(source: string): Part {
  const text = source.replace(/\r\n/g, '\n');
  const end = text.startsWith('\n') ? 0 : text.indexOf('\n\n');
  const head = end < 0 ? text : text.slice(0, end);
  const unfolded = head.replace(/\n[ \t]+/g, ' ');
  const headers = unfolded.split('\n').flatMap((line) => {
    const colon = line.indexOf(':');
    return colon > 0 ? [{ name: line.slice(0, colon), value: line.slice(colon + 1).trim() }] : [];
  });
  return { headers, body: end < 0 ? '' : text.slice(end).replace(/^\n{1,2}/, '') };
}

const header = (part: Part, wanted: string): string =>
  part.headers.find(({ name }) => name.toLowerCase() === wanted)?.value ?? '';
const typeOf = (part: Part): string => (header(part, 'content-type') || 'text/plain').toLowerCase();

function leavesOf(part: Part): Part[] {
  const boundary = /^multipart\/.*boundary="?([^";]+)"?/i.exec(header(part, 'content-type'))?.[1];
  if (boundary === undefined) return [part];
  const [, ...pieces] = `\n${part.body}`.split(`\n--${boundary}`);
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => leavesOf(readPart(piece.replace(/^[ \t]*\n/, ''))));
}

function contentOf(part: Part): string {
  const encoding = header(part, 'content-transfer-encoding').toLowerCase();
  const bytes =
    encoding === 'base64'
      ? Buffer.from(part.body, 'base64')
      : Buffer.from(encoding === 'quoted-printable' ? quotedPrintable(part.body) : part.body, 'latin1');
  return decodeText(bytes, /charset="?([\w-]+)/i.exec(header(part, 'content-type'))?.[1]);
}

const quotedPrintable = (text: string): string =>
  text
    .replace(/=[ \t]*\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

const decodeText = (bytes: Buffer, charset = 'utf-8'): string =>
  bytes.toString(/^(utf-?8|us-ascii)$/i.test(charset) ? 'utf8' : 'latin1');

/** Encoded words of a header; white space between two of them is not shown. */
const decodeWords = (value: string): string =>
  Buffer.from(value, 'latin1')
    .toString('utf8')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?([\w-]+)\?([BbQq])\?([^?]*)\?=/g, (_, charset: string, form: string, text: string) => {
      const bytes =
        form.toUpperCase() === 'B'
          ? Buffer.from(text, 'base64')
          : Buffer.from(quotedPrintable(text.replace(/_/g, ' ')), 'latin1');
      return decodeText(bytes, charset);
    });
