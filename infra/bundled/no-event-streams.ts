/** For `@smithy/core/event-streams` (about 18 KiB), which only operations that answer with a stream of events use. */
export function EventStreamSerde(): never {
  throw new Error('Event streams are left out of the bundle: see infra/bundling.ts');
}

export const eventStreamSerdeProvider = EventStreamSerde;

/** S3's client prepares them when it is made. */
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;
