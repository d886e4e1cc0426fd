export interface Patience {
  readonly after: (ms: number, act: () => void) => () => void;
}

export const realPatience: Patience = {
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
