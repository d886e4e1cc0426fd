import { ids } from '../ids.ts';
import type { Item } from './items.ts';
import { addressPartition } from './keys.ts';

/** Where what somebody has is found by their address alone. */
export const addressIndex = (address: string, id: string): Item => ({
  holderPk: addressPartition(ids.hash(address)),
  holderSk: id,
});
