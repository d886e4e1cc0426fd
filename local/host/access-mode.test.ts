import { describe, expect, it } from 'vitest';
import { accessModeOf } from './access-mode.ts';

const issuer = { url: 'https://id.example.org/realms/staff', clientId: 'road-map' };

describe('the access mode of a host', () => {
  it.each([
    [{}, { siteUrl: undefined, isPublished: false, issuer: undefined }],
    [
      { siteUrl: 'http://localhost:4000/' },
      { siteUrl: 'http://localhost:4000', isPublished: false, issuer: undefined },
    ],
    [{ siteUrl: 'https://[::1]:4000' }, { siteUrl: 'https://[::1]:4000', isPublished: false, issuer: undefined }],
    [{ issuer }, { siteUrl: undefined, isPublished: false, issuer }],
    [
      { siteUrl: 'https://zholkarta.example.org', issuer },
      { siteUrl: 'https://zholkarta.example.org', isPublished: true, issuer },
    ],
  ])('of %j', (settings, expected) => expect(accessModeOf(settings)).toEqual(expected));

  it.each([
    [{ siteUrl: 'https://zholkarta.example.org' }, 'name the OpenID issuer'],
    [{ siteUrl: 'https://127.0.0.1.example.org' }, 'name the OpenID issuer'],
    [{ siteUrl: 'zholkarta.example.org', issuer }, 'SITE_URL is "zholkarta.example.org", not an address'],
    [{ siteUrl: 'http://zholkarta.example.org', issuer }, 'not an address like https:'],
    [{ issuer: { ...issuer, url: 'http://id.example.org' } }, 'ISSUER_URL is'],
  ])('refuses %j', (settings, message) => expect(() => accessModeOf(settings)).toThrow(message));
});
