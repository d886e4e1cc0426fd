/**
 * Takes the place of `@smithy/core/event-streams` (about 18 KiB) in a bundle. The SDK loads it only for operations
 * that answer with a stream of events; DynamoDB, Step Functions, SES, S3 and Secrets Manager have none that we call.
 */
export function EventStreamSerde(): never {
  throw new Error('Event streams are left out of the bundle: see infra/bundling.ts');
}

export const eventStreamSerdeProvider = EventStreamSerde;

/** S3's client prepares them when it is made. */
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;
