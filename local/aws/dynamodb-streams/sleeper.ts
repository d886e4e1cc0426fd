/** Sleep that a wake ends at once; a wake while nobody sleeps ends the next sleep. */
export function makeSleeper(): { sleep(length: number): Promise<boolean>; wake(): void } {
  let woken = false;
  let end: (() => void) | undefined;
  return {
    /** Resolves after `length` ms with false, or at a wake with true. */
    async sleep(length) {
      if (!woken) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, length);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      end = undefined;
      const result = woken;
      woken = false;
      return result;
    },
    wake() {
      woken = true;
      end?.();
    },
  };
}
