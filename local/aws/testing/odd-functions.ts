export const echo = (event: unknown) => ({ event, at: new Date(0), none: undefined, list: [undefined] });
export const nothing = () => undefined;
export const look = (_: unknown, context: { getRemainingTimeInMillis(): number }) => ({
  ...context,
  left: context.getRemainingTimeInMillis(),
});
export const rejects = () => Promise.reject(Object.assign(new Error('bad row'), { name: 'Poisoned' }));
export const throws = () => {
  throw new TypeError('x');
};
export const throwsText = () => Promise.reject('text');
export const hangs = () => new Promise(() => undefined);
export const exits = () => process.exit(1);
export const large = () => 'x'.repeat(7_000_000);
export const prints = (event: unknown) => {
  process.stdout.write(`printed ${JSON.stringify(event)}\n`);
  return process.env;
};
export const notAFunction = 7;
