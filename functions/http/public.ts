import { IdempotencyKey } from '#core/contracts/letter-of-intent.ts';
import { fail, ok } from '#core/domain/result.ts';
import { submitLetter } from '#core/use-cases/submit-letter.ts';
import { linkPorts, tablePorts } from '../ports.ts';
import { count } from '../observe.ts';
import openapi from './openapi/openapi.json' with { type: 'json' };
import { httpFunction } from './http-function.ts';
import { asset } from './pages/asset.ts';
import { json } from './responses.ts';
import type { Handlers } from './api.ts';

const ports = { ...tablePorts(), ...linkPorts() };

const handlers: Handlers = {
  listZones: async () => {
    const zones = await ports.reference.zones();
    return ok({ zones: zones.map(({ zoneId, country, names }) => ({ zoneId, country, names })) });
  },
  submitLetter: async ({ body, header, now, sourceIp }) => {
    const key = IdempotencyKey.safeParse(header('idempotency-key'));
    if (!key.success) return fail({ kind: 'invalid', issues: [{ path: 'header.idempotency-key', code: 'invalid_format' }] });
    const submitted = await submitLetter(ports, { letter: body, idempotencyKey: key.data, sourceIp, now });
    if (submitted.ok) count('LettersSubmitted');
    return submitted;
  },
};

/** Anonymous: a letter of intent comes in; the zones it can be for; what the API is. */
export const handler = httpFunction({ handlers }, {
  'GET /assets/{name}': (event) => Promise.resolve(asset(event)),
  'GET /openapi.json': () => Promise.resolve(json(200, openapi)),
});
