import { documentClient } from './adapters/aws/clients.ts';
import { environment } from './adapters/aws/environment.ts';
import { nightsOnDemand } from './adapters/aws/nights-on-demand.ts';
import { nightStore } from './adapters/table/night-store.ts';

/** What is kept of each night. */
export const nightPorts = () => ({
  nights: nightStore(documentClient(), environment('TABLE_NAME')),
  nightContents: nightsOnDemand(environment('FILES_BUCKET')),
});
