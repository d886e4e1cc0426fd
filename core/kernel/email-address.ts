/** An address whose domain is written in ASCII, as DNS and mail servers know it; any other text as it is. */
export function asciiAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  // What an address of the web takes for more than a host is no domain.
  if (/^[\w.-]*$/.test(domain) || /[^\p{L}\p{M}\p{N}.。-]/u.test(domain) || !URL.canParse(`http://${domain}`))
    return address;
  return `${address.slice(0, at)}@${new URL(`http://${domain}`).hostname}`;
}

const base = 36;

/** How punycode's steps grow (RFC 3492, 6.1). */
function adapted(delta: number, points: number, isFirst: boolean): number {
  let [left, k] = [Math.floor(delta / (isFirst ? 700 : 2)), 0];
  left += Math.floor(left / points);
  for (; left > 455; k += base) left = Math.floor(left / 35);
  return k + Math.floor((36 * left) / (left + 38));
}

const digitOf = (character = ''): number =>
  /[a-z]/.test(character)
    ? character.charCodeAt(0) - 97
    : /\d/.test(character)
      ? character.charCodeAt(0) - 22
      : Number.NaN;

/** One label of a domain out of punycode (RFC 3492, 6.2); undefined for what is none. */
function decoded(label: string): string | undefined {
  const at = label.lastIndexOf('-');
  const points = [...label.slice(0, Math.max(at, 0))].map((character) => character.charCodeAt(0));
  let [n, index, bias, read] = [128, 0, 72, at + 1];
  while (read < label.length) {
    const before = index;
    for (let [weight, k] = [1, base]; ; k += base) {
      const digit = digitOf(label[read]);
      read += 1;
      if (Number.isNaN(digit) || index > 0x10_ffff * 100) return undefined;
      index += digit * weight;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    bias = adapted(index - before, points.length + 1, before === 0);
    n += Math.floor(index / (points.length + 1));
    index %= points.length + 1;
    if (n > 0x10_ffff) return undefined;
    points.splice(index, 0, n);
    index += 1;
  }
  return String.fromCodePoint(...points);
}

/** An address as people read it: its domain in its own alphabet, where that leads back to the same domain. */
export function shownAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address
    .slice(at + 1)
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decoded(label.slice(4)) ?? label) : label))
    .join('.');
  const shown = `${address.slice(0, at)}@${domain}`;
  return asciiAddress(shown) === address ? shown : address;
}
