const first = ([letter = '']: string): string => `${letter}…`;

/** An email address as its owner knows it again and nobody else can write to it: 'a…@e….org'. */
export function maskedAddress(address: string): string {
  const [name = '', domain = ''] = address.split('@');
  return `${first(name)}@${first(domain)}${domain.slice(domain.lastIndexOf('.'))}`;
}
