/** Mail services of which we know that dots before the @ make no difference. */
const dotless: readonly string[] = ['gmail.com', 'googlemail.com'];

/** To count by only: `me+anything@` is `me@`, at Gmail also `m.e@`, in lower case. Emails go to it as typed. */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).toLowerCase();
  const [name = ''] = address.slice(0, at).toLowerCase().split('+');
  return dotless.includes(domain) ? `${name.replaceAll('.', '')}@gmail.com` : `${name}@${domain}`;
}
