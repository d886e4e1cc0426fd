/** The beginning, in epoch seconds, of the window of time that holds an instant (epoch ms). */
export const windowStart = (now: number, seconds: number): number => Math.floor(now / 1000 / seconds) * seconds;

/** Seconds until the window that holds an instant is over, at least one. */
export const secondsLeft = (now: number, seconds: number): number =>
  Math.max(1, windowStart(now, seconds) + seconds - Math.floor(now / 1000));

/** Whom a network address stands for: an IPv6 address for its /64, which one household has. */
export function network(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const front = head.split(':').filter((part) => part !== '');
  const back = address.includes('::') ? tail.split(':').filter((part) => part !== '') : [];
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return [...front, ...zeros, ...back]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
}
