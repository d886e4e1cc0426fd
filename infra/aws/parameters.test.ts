import { describe, expect, it } from 'vitest';
import { readParameters } from './parameters.ts';

describe('the parameters', () => {
  it('have defaults with which the app synthesises', () => {
    expect(readParameters(undefined)).toMatchObject({
      stage: 'prod',
      region: 'eu-central-1',
      senderIdentity: 'example.org',
      logRetentionDays: 30,
    });
  });

  it('are read from an object or from JSON text', () => {
    const given = { sender: 'office@letters.example.org', senderIdentity: 'example.org' };
    expect(readParameters(JSON.stringify(given))).toEqual(readParameters(given));
    expect(readParameters(given)).toMatchObject(given);
  });

  it.each([
    ['an unknown one', { sneder: 'a@example.org' }, 'sneder'],
    ['a stage that is no name', { stage: 'My Stage' }, 'stage'],
    ['a sender that is no address', { sender: 'example.org' }, 'sender'],
    [
      'an identity that does not cover the sender',
      { sender: 'a@example.org', senderIdentity: 'other.example' },
      'does not cover',
    ],
    [
      'an identity whose name only ends alike',
      { sender: 'a@notexample.org', senderIdentity: 'example.org' },
      'does not cover',
    ],
    ['days CloudWatch does not take', { logRetentionDays: 31 }, 'logRetentionDays'],
    ['a callback without TLS', { callbackUrls: ['http://example.org/back'] }, 'callbackUrls'],
    ['a domain without a certificate', { domain: { name: 'letters.example.org' } }, 'domain.certificateArn'],
    ['text that is no tag', { dataResidency: 'a; b' }, 'dataResidency'],
    ['text that is no JSON', '{', 'not JSON'],
  ])('refuse %s by name', (_, given, named) => {
    expect(() => readParameters(given)).toThrow(named);
  });
});
