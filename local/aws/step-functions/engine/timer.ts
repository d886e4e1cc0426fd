/** The longest a timer sleeps before it looks at the clock again: the host's clock may have been set meanwhile. */
const longest = 60_000;

/** Wakes the engine at the earliest moment anything waits for. One timer, however many wait. */
export class Timer {
  readonly #now: () => number;
  readonly #fire: () => void;
  #timer: NodeJS.Timeout | undefined;
  #at = Infinity;

  constructor(now: () => number, fire: () => void) {
    this.#now = now;
    this.#fire = fire;
  }

  /** Makes sure that the timer fires at a moment, or before. */
  arm(at: number | undefined): void {
    if (at === undefined || (this.#timer !== undefined && at >= this.#at)) return;
    clearTimeout(this.#timer);
    this.#at = at;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#fire();
      },
      Math.min(Math.max(at - this.#now(), 0), longest),
    );
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
