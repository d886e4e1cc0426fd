import * as z from 'zod/mini';
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Forecasts, ForecastStart } from '#core/figures/forecasts.ts';
import { DateText } from '#core/kernel/common.ts';
import { keys } from './keys.ts';
import { queryAll } from './query-all.ts';

/** Projects in one item (ours): some 190 KB of the 400 that an item may have. */
const inPart = 2500;

/** A project by the place of its facts, without their names: half as long. */
const Packed = z.tuple([z.string(), DateText, DateText, z.nullable(DateText), z.nullable(DateText)]);
type Packed = z.infer<typeof Packed>;

const Part = z.object({ month: z.string(), on: DateText, starts: z.array(Packed) });

const packed = ({ projectId, expected, planned, half, fourInFive }: ForecastStart): Packed => [
  projectId,
  expected,
  planned,
  half ?? null,
  fourInFive ?? null,
];

const unpacked = ([projectId, expected, planned, half, fourInFive]: Packed): ForecastStart => ({
  projectId,
  expected,
  planned,
  ...(half !== null && { half }),
  ...(fourInFive !== null && { fourInFive }),
});

/** For whoever looks, and has no right to write. */
export const keptForecasts = (client: DynamoDBDocumentClient, TableName: string): Pick<Forecasts, 'since'> => ({
  since: async (zoneId, month) => {
    const { PK, SK } = keys.forecasts(zoneId, month, 0);
    const items = await queryAll(client, {
      TableName,
      KeyConditionExpression: 'PK = :pk AND SK >= :from',
      ExpressionAttributeValues: { ':pk': PK, ':from': SK },
    });
    const parts = Map.groupBy(
      items.map((item) => Part.parse(item)),
      (part) => part.month,
    );
    return [...parts].map(([of, some]) => ({
      zoneId,
      month: of,
      on: some[0]?.on ?? `${of}-01`,
      starts: some.flatMap(({ starts }) => starts.map(unpacked)),
    }));
  },
});

export const forecastStore = (client: DynamoDBDocumentClient, TableName: string): Forecasts => ({
  ...keptForecasts(client, TableName),
  isKept: async (zoneId, month) => {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: keys.forecasts(zoneId, month, 0), ProjectionExpression: 'PK' }),
    );
    return Item !== undefined;
  },
  // The first part, by which the month is kept, comes last: a run that breaks off does it again.
  keep: async ({ zoneId, month, on, starts }) => {
    const parts = Math.max(1, Math.ceil(starts.length / inPart));
    for (let part = parts - 1; part >= 0; part -= 1)
      await client.send(
        new PutCommand({
          TableName,
          Item: {
            ...keys.forecasts(zoneId, month, part),
            month,
            on,
            starts: starts.slice(part * inPart, (part + 1) * inPart).map(packed),
          },
        }),
      );
  },
});
