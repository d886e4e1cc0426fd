/** Waits for somebody, and no longer. A test gives its own, so that nobody waits for real. */
export interface Patience {
  /** Does something in so many ms, unless what this returns is called before. */
  readonly after: (ms: number, act: () => void) => () => void;
}

/** By the machine's own timers. */
export const realPatience: Patience = {
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
