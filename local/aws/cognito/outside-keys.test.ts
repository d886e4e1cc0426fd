import { once } from 'node:events';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { expect, it, onTestFinished } from 'vitest';
import { freePort } from '../../kit/free-port.ts';
import { outsideKeys } from './outside-keys.ts';

it('keys of an issuer elsewhere are found when it answers; that it does not is no fault of the token', async () => {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}/realms/staff/`;
  const [known, unknown] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  const sign = (kid: string, { privateKey }: typeof known) =>
    new SignJWT({}).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
  const keys = outsideKeys(issuer);
  const check = async (token: Promise<string>) => jwtVerify(await token, keys);
  await expect(check(sign('1', known))).rejects.toThrow('cannot be read');

  const jwks = { keys: [{ ...(await exportJWK(known.publicKey)), kid: '1', alg: 'RS256' }] };
  let name = 'https://somebody.example.org';
  const server = createServer(({ url }, response) => {
    response.end(
      JSON.stringify(
        url === '/realms/staff/.well-known/openid-configuration' ? { issuer: name, jwks_uri: `${issuer}keys` } : jwks,
      ),
    );
  }).listen(port, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  await expect(check(sign('1', known))).rejects.toThrow('cannot be read');
  name = issuer;
  await check(sign('1', known));
  await expect(check(sign('2', unknown))).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' });
});
