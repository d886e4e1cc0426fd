import { documentClient } from './adapters/aws/clients.ts';
import { environment } from './adapters/aws/environment.ts';
import { namedStore, nightStore } from './adapters/table/night-store.ts';
import { timetablePorts } from './ports.ts';

/** What the public page of open data reads. */
export const openDataPorts = () => ({
  ...timetablePorts(),
  named: namedStore(documentClient(), environment('TABLE_NAME')),
  nights: nightStore(documentClient(), environment('TABLE_NAME')),
});
