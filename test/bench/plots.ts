import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { findPlots, viewRegister } from '#core/plots/find-plots.ts';
import type { Plot } from '#core/plots/plot.ts';
import { keys } from '#functions/adapters/table/keys.ts';
import { countPlots } from '#functions/adapters/table/count-plots.ts';
import { plotStore } from '#functions/adapters/table/plot-store.ts';
import { referenceStore } from '#functions/adapters/table/reference-store.ts';
import { seed } from '#local/seeding/seed.ts';
import { figure, medianMs, type Figure } from './figure.ts';
import { meteredTable } from './table.ts';

const sizes = [100, 100_000] as const;
const now = Date.parse('2025-12-12T09:00:00+05:00');
const registerId = 'aqtobe';
const wish = { hectares: 3, powerKw: 4000, rail: 'true', by: '2026-11-16', sector: 'food' } as const;

const plot = (at: number): Plot => ({
  plotId: `aqtobe-${String(at)}`,
  registerId,
  zoneId: 'aqtobe',
  cadastre: `02-036-098-${String(at)}`,
  hectares: 1 + ((at * 7) % 500) / 100,
  ownership: 'state',
  typed: { state: at % 3 === 0 ? 'free' : 'contract' },
  lines: {
    power: { distanceMetres: 120, spare: 5000, point: 'L-3', from: '2025-11-01', asOf: '2025-12-01' },
    rail: { distanceMetres: 900, from: '2025-11-01', asOf: '2025-12-01' },
  },
  version: 1,
});

/** What the finder and the register read, however many plots a zone has. */
export async function benchPlots(): Promise<readonly Figure[]> {
  const table = await meteredTable();
  const { client, tableName } = table;
  try {
    await seed({ client, tableName, now, demo: false });
    const figures: Figure[] = [];
    let made = 0;
    for (const size of sizes) {
      for (; made < size; made += 25)
        await client.send(
          new BatchWriteCommand({
            RequestItems: {
              [tableName]: Array.from({ length: 25 }, (_, at) => plot(made + at)).map((one) => ({
                PutRequest: { Item: { ...keys.plotBySize(registerId, one.hectares, one.plotId), ...one } },
              })),
            },
          }),
        );
      await countPlots(client, tableName, registerId);
      const ports = { plots: plotStore(client, tableName), reference: referenceStore(client, tableName) };
      const find = () => findPlots(ports, wish, now);
      const view = () => viewRegister(ports, now);
      // A zone's setting is trusted a while: it is read before.
      await find();
      const name = `${String(size)} plots`;
      figures.push(
        figure(`finder, ${name}`, (await table.consumed(find)).readUnits, 'read units'),
        figure(`finder, ${name}`, await medianMs(20, find), 'ms'),
        figure(`register of zones, ${name}`, (await table.consumed(view)).readUnits, 'read units'),
        figure(`register of zones, ${name}`, await medianMs(20, view), 'ms'),
      );
    }
    return figures;
  } finally {
    await table.stop();
  }
}
