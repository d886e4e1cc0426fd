/** What a header of RFC 8187 may hold as it is; the rest is percent-encoded. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/['()*!]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** Characters that end a quoted name, break a header or lead out of a folder, and those an old reader does not know. */
const plain = (text: string): string => text.replace(/[^ -~]|["\\/%]/g, '_');

/** A `Content-Disposition` for any name (RFC 6266, RFC 8187), with `_` where `filename*` is not understood. */
export const attachment = (fileName: string): string =>
  `attachment; filename="${plain(fileName)}"; filename*=UTF-8''${encoded(fileName.toWellFormed())}`;
