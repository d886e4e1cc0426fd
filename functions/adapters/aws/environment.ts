/** A variable the manifest promises this function. Throws when it is missing: the host is set up wrongly. */
export function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`Environment variable ${name} is missing`);
  return value;
}
