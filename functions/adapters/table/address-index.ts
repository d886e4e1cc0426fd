import { ids } from '../ids.ts';
import type { Item } from './items.ts';
import { addressPartition } from './keys.ts';

export const addressIndex = (address: string, id: string): Item => ({
  holderPk: addressPartition(ids.hash(address)),
  holderSk: id,
});
