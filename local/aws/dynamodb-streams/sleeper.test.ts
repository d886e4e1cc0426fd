import { describe, expect, it } from 'vitest';
import { makeSleeper } from './sleeper.ts';

const aDay = 86_400_000;

describe('a sleeper', () => {
  it('sleeps to the end when nobody wakes it', async () => {
    expect(await makeSleeper().sleep(1)).toBe(false);
  });

  it('is woken, also by a wake that came before', async () => {
    const sleeper = makeSleeper();
    const sleeping = sleeper.sleep(aDay);
    sleeper.wake();
    expect(await sleeping).toBe(true);
    sleeper.wake();
    sleeper.wake();
    expect(await sleeper.sleep(aDay)).toBe(true);
    expect(await sleeper.sleep(1)).toBe(false);
  });
});
