import { describe, expect, it } from 'vitest';
import { daysIncoming } from '#local/host/files.ts';
import { only, templates } from './synthesised.ts';

const { data } = templates({ dataResidency: 'Copy of the files in Astana' });
const bucket = only(data, 'AWS::S3::Bucket');

describe('the files', () => {
  it('are encrypted, closed to everybody, and stay when the stack goes', () => {
    expect(bucket.DeletionPolicy).toBe('Retain');
    expect(bucket.Properties).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      VersioningConfiguration: { Status: 'Enabled' },
    });
    expect(bucket.Properties['Tags']).toContainEqual({ Key: 'data-residency', Value: 'Copy of the files in Astana' });
  });

  it('are reached by TLS alone', () => {
    const { Statement } = only(data, 'AWS::S3::BucketPolicy').Properties['PolicyDocument'] as { Statement: unknown[] };
    expect(Statement).toEqual([
      expect.objectContaining({
        Effect: 'Deny',
        Action: 's3:*',
        Principal: { AWS: '*' },
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    ]);
  });

  it('are forgotten where nobody kept them, as on one machine; what was removed can be restored as long as the table', () => {
    const { Rules } = bucket.Properties['LifecycleConfiguration'] as { Rules: Record<string, unknown>[] };
    expect(Rules).toEqual([
      {
        Prefix: 'incoming/',
        ExpirationInDays: daysIncoming,
        NoncurrentVersionExpiration: { NoncurrentDays: 1 },
        Status: 'Enabled',
      },
      { Prefix: 'kept/', NoncurrentVersionExpiration: { NoncurrentDays: 35 }, Status: 'Enabled' },
      {
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
        ExpiredObjectDeleteMarker: true,
        Status: 'Enabled',
      },
    ]);
  });

  it.each([
    ['the generated address', {}, 'https://*.execute-api.eu-central-1.'],
    [
      'a name of its own',
      {
        domain: { name: 'letters.example.org', certificateArn: 'arn:aws:acm:eu-central-1:123456789012:certificate/a' },
      },
      'https://letters.example.org',
    ],
  ])('are brought and shown from the site by %s', (_, parameters, origin) => {
    const { CorsConfiguration } = only(templates(parameters).data, 'AWS::S3::Bucket').Properties as {
      CorsConfiguration: { CorsRules: { AllowedMethods: string[]; AllowedOrigins: unknown[] }[] };
    };
    expect(CorsConfiguration.CorsRules.map(({ AllowedMethods }) => AllowedMethods)).toEqual([['POST', 'GET']]);
    expect(JSON.stringify(CorsConfiguration.CorsRules[0]?.AllowedOrigins)).toContain(origin);
  });
});
