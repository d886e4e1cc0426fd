import { describe, expect, it } from 'vitest';
import { addressOf, pages, routeFinder, type PagePath } from './routes.ts';

const everyRoute = Object.values(pages).flatMap((paths) =>
  Object.entries<readonly string[]>(paths).flatMap(([path, methods]) => methods.map((method) => ({ method, path }))),
);
const find = routeFinder(everyRoute.map(({ method, path }) => `${method} ${path}`));
const namesIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

describe('a page', () => {
  it.each(everyRoute)('is found by its address: $method $path', ({ method, path }) => {
    const parameters = Object.fromEntries(namesIn(path).map((name) => [name, `a ${name}%`]));
    const address = decodeURIComponent(addressOf(path as PagePath, parameters as never));
    expect(find(method, address)).toEqual({ route: `${method} ${path}`, parameters });
  });

  it.each([
    ['GET', '/office/'],
    ['GET', '/office/desk/'],
    ['GET', '/office/projects//print'],
    ['GET', '/office/projects/a/b/c/d/e'],
    ['POST', '/office/desk'],
    ['GET', '/nowhere'],
  ])('is not found by another: %s %s', (method, path) => {
    expect(find(method, path)).toBeUndefined();
  });

  it('that is written out goes before one with a parameter', () => {
    expect(find('GET', '/l/a/people/new')).toEqual({ route: 'GET /l/{link}/people/new', parameters: { link: 'a' } });
  });
});
