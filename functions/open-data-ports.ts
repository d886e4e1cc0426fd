import { documentClient } from './adapters/aws/clients.ts';
import { environment } from './adapters/aws/environment.ts';
import { nightsOnDemand } from './adapters/aws/files-on-demand.ts';
import { namedStore, nightStore } from './adapters/table/night-store.ts';
import { timetablePorts } from './ports.ts';

const store = () => nightStore(documentClient(), environment('TABLE_NAME'));

/** What the public page of open data reads. */
export const openDataPorts = () => ({
  ...timetablePorts(),
  named: namedStore(documentClient(), environment('TABLE_NAME')),
  nights: store(),
});

/** What is kept of each night. */
export const nightPorts = () => ({ nights: store(), nightContents: nightsOnDemand(environment('FILES_BUCKET')) });
