import { expect, it } from 'vitest';
import { applyEnvironment } from './environment.ts';

it('the environment of the functions is set, held by one host, and taken back', () => {
  process.env['AWS_PROFILE'] = 'mine';
  process.env['TABLE_NAME'] = 'before';
  const restore = applyEnvironment({ TABLE_NAME: 'local', LINK_SECRET_ID: 'links' });
  expect(process.env).toMatchObject({ TABLE_NAME: 'local', LINK_SECRET_ID: 'links' });
  expect(process.env['AWS_PROFILE']).toBeUndefined();
  expect(() => applyEnvironment({})).toThrow('one host at a time');
  restore();
  expect(process.env).toMatchObject({ TABLE_NAME: 'before', AWS_PROFILE: 'mine' });
  expect(process.env['LINK_SECRET_ID']).toBeUndefined();
  applyEnvironment({})();
});
