export const testSigner = { accessKeyId: 'local', secret: 'a-secret-of-the-test', region: 'eu-central-1' };

export const testCredentials = { accessKeyId: testSigner.accessKeyId, secretAccessKey: testSigner.secret };
