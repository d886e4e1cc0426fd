import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { GiveWay } from '#core/kernel/ports.ts';

/** The first wait at most, and the longest, in milliseconds: twelve attempts wait some four seconds in the worst case, a request has fifteen. */
const shortest = 25;
const longest = 600;

export const giveWay: GiveWay = async (attempt) => {
  await wait(randomInt(1, Math.min(longest, shortest * 2 ** (attempt - 1)) + 1));
};
