import { requestHandler } from './request-handler.ts';
import { RequestSigner } from './request-signer.ts';

/** What is given to a client whose requests have no query and no stream (decision 0082). */
export const lean = { requestHandler, signerConstructor: RequestSigner } as const;

interface Client {
  readonly middlewareStack: { readonly remove: (name: string) => boolean };
}

/** They write for a log that nobody keeps, tell AWS which program asks, and look for loops of functions that call one another. */
const needless = ['loggerMiddleware', 'getUserAgentMiddleware', 'recursionDetectionMiddleware'];

export function withoutNeedless<Of extends Client>(client: Of): Of {
  for (const name of needless) client.middlewareStack.remove(name);
  return client;
}
