/** The key of a data folder, for services that a test opens by themselves. */
export const testSigner = { accessKeyId: 'local', secret: 'a-secret-of-the-test', region: 'eu-central-1' };

/** As the SDK's clients take it. */
export const testCredentials = { accessKeyId: testSigner.accessKeyId, secretAccessKey: testSigner.secret };
