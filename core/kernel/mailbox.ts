/** Mail services of which we know that dots before the @ make no difference. */
const dotless: readonly string[] = ['gmail.com', 'googlemail.com'];

/**
 * The mailbox behind an address, to count by: `me+anything@` is the same as `me@`, at Gmail also `m.e@`, and upper case makes no
 * difference. Only to count by: an email goes to the address as it was typed.
 */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).toLowerCase();
  const [name = ''] = address.slice(0, at).toLowerCase().split('+');
  return dotless.includes(domain) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${domain}`;
}
