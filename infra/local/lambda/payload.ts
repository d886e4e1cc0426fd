/** Lambda's limit for a synchronous payload, either way. Source: Lambda quotas. */
export const payloadLimit = 6_291_556;

/** What a value becomes on its way through Lambda: JSON, so no dates, no undefined, no class; nothing becomes null. */
export function throughJson(value: unknown): { readonly value: unknown; readonly bytes: number } {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return { value: null, bytes: 4 };
  return { value: JSON.parse(text) as unknown, bytes: Buffer.byteLength(text) };
}
