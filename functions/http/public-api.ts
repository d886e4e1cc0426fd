import { publicOperations } from '#core/api/public-operations.ts';
import { IdempotencyKey } from '#core/letter/letter-of-intent.ts';
import { findPlots, viewRegister } from '#core/plots/find-plots.ts';
import { proposeItem } from '#core/showcase/propose.ts';
import { listShowcase } from '#core/showcase/view-showcase.ts';
import { fail, ok } from '#core/kernel/result.ts';
import { submitLetter } from '#core/letter/submit-letter.ts';
import { count } from '../observe.ts';
import type { Api, Handlers } from './api.ts';
import type { PublicPorts } from './public.ts';

export function publicApi(ports: PublicPorts): Api<typeof publicOperations> {
  const handlers: Handlers<typeof publicOperations> = {
    listZones: async ({ now }) => {
      const [zones, register] = await Promise.all([ports.reference.zones(), viewRegister(ports, now)]);
      return ok({
        zones: zones.map(({ zoneId, country, names, forums }) => ({ zoneId, country, names, forums })),
        register: [...register],
      });
    },
    findPlots: async ({ query, now }) => ok(await findPlots(ports, query, now)),
    listShowcase: async ({ query, now }) => ok(await listShowcase(ports, query, now)),
    proposeItem: ({ params, body, now, sourceIp }) => proposeItem(ports, { ...params, request: body, sourceIp, now }),
    submitLetter: async ({ body, header, now, sourceIp }) => {
      const key = IdempotencyKey.safeParse(header('idempotency-key'));
      if (!key.success)
        return fail({ kind: 'invalid', issues: [{ path: 'header.idempotency-key', code: 'invalid_format' }] });
      const plot = body.plotId === undefined ? undefined : await ports.plots.find(body.plotId);
      if (body.plotId !== undefined && plot?.zoneId !== body.zoneId)
        return fail({ kind: 'invalid', issues: [{ path: 'plotId', code: 'custom' }] });
      const submitted = await submitLetter(ports, { letter: body, idempotencyKey: key.data, sourceIp, now });
      if (submitted.ok) count('LettersSubmitted');
      return submitted;
    },
  };

  return { operations: publicOperations, handlers };
}
