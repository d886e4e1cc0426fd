/** What must be ended, in the order it was begun. */
export interface Closers {
  add(close: () => unknown): void;
  /** Ends all, last begun first, each whatever became of the others; throws the first fault at the end. */
  close(): Promise<void>;
}

export function makeClosers(): Closers {
  const stack: (() => unknown)[] = [];
  return {
    add: (close) => void stack.push(close),
    async close() {
      const faults: unknown[] = [];
      for (let close = stack.pop(); close; close = stack.pop()) {
        try {
          await close();
        } catch (error) {
          faults.push(error);
        }
      }
      if (faults.length > 0) throw faults[0];
    },
  };
}
