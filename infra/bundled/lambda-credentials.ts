/**
 * Takes the place of `@aws-sdk/credential-provider-node` in a bundle: Lambda hands a function its credentials in
 * these three variables, so the SDK's other ways (profiles, SSO, processes, web identity, container and instance
 * metadata: about 110 KiB) can never be taken there.
 *
 * @throws when the variables are missing, as the SDK's own provider does.
 */
export const defaultProvider = () => () => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
    return Promise.reject(new Error('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set'));
  }
  return Promise.resolve({
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
  });
};
