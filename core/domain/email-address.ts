/** An address whose domain is written in ASCII, as DNS and mail servers know it; any other text as it is. */
export function asciiAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  // What an address of the web takes for more than a host is no domain.
  if (/^[\w.-]*$/.test(domain) || /[^\p{L}\p{M}\p{N}.。-]/u.test(domain) || !URL.canParse(`http://${domain}`)) return address;
  return `${address.slice(0, at)}@${new URL(`http://${domain}`).hostname}`;
}
