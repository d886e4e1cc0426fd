/** 1.2.840.113549.1.7.2, with its tag and length: what follows is signed data (RFC 5652). */
const signedData: readonly number[] = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

/** The sequence that holds all, the length of its length, its length. */
const mostHeader = 6;

/** Where the content of the outermost sequence begins; undefined where there is none. */
function contentAt([tag, length]: Uint8Array): number | undefined {
  if (tag !== 0x30 || length === undefined) return undefined;
  // Below 0x80 the byte is the length itself; 0x80 says that an end is marked; above, in how many bytes the length is written.
  const at = 2 + (length > 0x80 ? length - 0x80 : 0);
  return at <= mostHeader ? at : undefined;
}

function isSignedData(content: Uint8Array): boolean {
  const from = contentAt(content);
  return from !== undefined && signedData.every((byte, at) => content[from + at] === byte);
}

const headings = /^\s*-----BEGIN (?:CMS|PKCS7|PKCS #7 SIGNED DATA)-----\s/;

/** What base64 at the beginning of a text stands for: as many bytes as tell. */
function unwrapped(text: string): Uint8Array | undefined {
  const written = text.replace(headings, '').replace(/\s/g, '').slice(0, 32);
  return /^[A-Za-z0-9+/]{32}$/.test(written)
    ? Uint8Array.from(atob(written), (letter) => letter.charCodeAt(0))
    : undefined;
}

/**
 * Whether the first bytes of a file are those of an electronic signature, with what it signs or without: CMS signed data as NCALayer
 * and E-IMZO write it, in bytes, in base64, or in base64 between lines that say so. Whether it is valid nobody here knows.
 */
export function isSignature(beginning: Uint8Array): boolean {
  if (isSignedData(beginning)) return true;
  const content = unwrapped(new TextDecoder().decode(beginning));
  return content !== undefined && isSignedData(content);
}
