import { expect, it } from 'vitest';
import { makeClosers } from './closers.ts';

it('all is closed, last begun first, once, also past a fault', async () => {
  const closed: string[] = [];
  const closers = makeClosers();
  closers.add(() => closed.push('first'));
  closers.add(() => Promise.reject(new Error('second')));
  closers.add(async () => void closed.push('third'));
  await expect(closers.close()).rejects.toThrow('second');
  expect(closed).toEqual(['third', 'first']);
  await closers.close();
  expect(closed).toHaveLength(2);
});
