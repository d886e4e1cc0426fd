import type { Ports } from '../kernel/ports.ts';

/** A link belongs to its reader: staff who write for somebody, or look at an email beforehand, must not hold it. */
export const hiddenLinks: Ports['links'] = {
  urlOf: async () => Promise.resolve('…'),
  officeUrlOf: () => '…',
  read: async () => Promise.resolve(undefined),
};
