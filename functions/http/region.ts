import { viewPipeline } from '#core/use-cases/view-pipeline.ts';
import { documentClient } from '../adapters/aws/clients.ts';
import { environment } from '../adapters/aws/environment.ts';
import { countStore } from '../adapters/table/count-store.ts';
import { referenceStore } from '../adapters/table/reference-store.ts';
import { authenticate } from './authenticate.ts';
import { httpFunction } from './http-function.ts';

const client = documentClient();
const table = environment('TABLE_NAME');
const ports = { reference: referenceStore(client, table), counts: countStore(client, table) };

/** Leadership looks at the pipeline: this function has no right to write. */
export const handler = httpFunction({
  handlers: { viewPipeline: ({ query, actor }) => viewPipeline(ports, { actor, zoneId: query.zone }) },
  authenticate: (event) => authenticate(ports, event),
});
