import { publicOperations } from '#core/api/public-operations.ts';
import { IdempotencyKey } from '#core/letter/letter-of-intent.ts';
import { fail, ok } from '#core/kernel/result.ts';
import { submitLetter } from '#core/letter/submit-letter.ts';
import { linkPorts, tablePorts } from '../ports.ts';
import { count } from '../observe.ts';
import openapi from './openapi/openapi.json' with { type: 'json' };
import { httpFunction } from './http-function.ts';
import { asset } from '#pages/public/asset.ts';
import { elsewhere } from '#pages/public/elsewhere.ts';
import { publicPages } from '#pages/public/figures/handler.ts';
import { another, save, sendAnother, sendLink } from '#pages/letter/save/handler.ts';
import { begin, goOn, post, step, type LetterPorts } from '#pages/letter/steps/handler.ts';
import { servePage } from '#pages/kit/serve-page.ts';
import type { Reply, Visit } from '#pages/kit/visit.ts';
import { json } from './responses.ts';
import type { Handlers, HttpEvent } from './api.ts';

const ports = { ...tablePorts(), ...linkPorts() };

const handlers: Handlers<typeof publicOperations> = {
  listZones: async () => {
    const zones = await ports.reference.zones();
    return ok({ zones: zones.map(({ zoneId, country, names, forums }) => ({ zoneId, country, names, forums })) });
  },
  submitLetter: async ({ body, header, now, sourceIp }) => {
    const key = IdempotencyKey.safeParse(header('idempotency-key'));
    if (!key.success)
      return fail({ kind: 'invalid', issues: [{ path: 'header.idempotency-key', code: 'invalid_format' }] });
    const submitted = await submitLetter(ports, { letter: body, idempotencyKey: key.data, sourceIp, now });
    if (submitted.ok) count('LettersSubmitted');
    return submitted;
  },
};

const page = (draw: (ports_: LetterPorts, visit: Visit) => Promise<Reply> | Reply) => (event: HttpEvent) =>
  servePage(event, (visit) => draw(ports, visit));

const open = publicPages(ports);

export const handler = httpFunction<'public'>(
  { operations: publicOperations, handlers },
  {
    'GET /': (event) => servePage(event, open.start),
    'POST /letter': page(begin),
    'GET /letter/{draft}': page(goOn),
    'GET /letter/{draft}/save': page(save),
    'POST /letter/{draft}/save': page(sendLink),
    'GET /letter/{draft}/{step}': page(step),
    'POST /letter/{draft}/{step}': page(post),
    'GET /another-link': page(another),
    'POST /another-link': page(sendAnother),
    'GET /figures': (event) => servePage(event, open.figures),
    'GET /figures.csv': (event) => servePage(event, open.csv),
    'GET /figures.xlsx': (event) => servePage(event, open.xlsx),
    'GET /assets/{name}': (event) => Promise.resolve(asset(event)),
    $default: (event) => Promise.resolve(elsewhere(event)),
    'GET /openapi.json': () => Promise.resolve(json(200, openapi)),
  },
);
