/** For `@aws-sdk/endpoint-cache` (8 KiB with its containers), which the table's client fills only where endpoints are discovered. */
export class EndpointCache {
  get(): never {
    throw new Error('Endpoints are not discovered: see infra/bundling.ts');
  }
}
