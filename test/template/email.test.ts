import { describe, expect, it } from 'vitest';
import { only, templates } from './synthesised.ts';

describe('email', () => {
  it('goes by TLS or not at all, for it carries links that are secrets', () => {
    expect(only(templates().email, 'AWS::SES::ConfigurationSet').Properties).toMatchObject({
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
    });
  });

  it('is returned to a subdomain of its own where one was named', () => {
    expect(
      only(
        templates({ sender: 'notices@letters.example.org', mailFrom: 'back.letters.example.org' }).email,
        'AWS::SES::EmailIdentity',
      ).Properties,
    ).toMatchObject({
      MailFromAttributes: { MailFromDomain: 'back.letters.example.org', BehaviorOnMxFailure: 'USE_DEFAULT_VALUE' },
    });
    expect(only(templates().email, 'AWS::SES::EmailIdentity').Properties).not.toHaveProperty(
      'MailFromAttributes.MailFromDomain',
    );
  });
});
