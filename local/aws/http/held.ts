export interface Held {
  /** Takes some; false, and nothing is taken, when the sender or all together would have too much. */
  readonly take: (amount: number) => boolean;
  readonly giveBack: () => void;
}

interface Most {
  readonly each: number;
  readonly all: number;
}

/** Nothing is kept of a sender who holds nothing. */
export function openHeld({ each, all }: Most): (sender: string) => Held {
  const bySender = new Map<string, number>();
  let total = 0;
  const move = (sender: string, amount: number): void => {
    total += amount;
    const now = (bySender.get(sender) ?? 0) + amount;
    if (now > 0) bySender.set(sender, now);
    else bySender.delete(sender);
  };
  return (sender) => {
    let own = 0;
    return {
      take(amount) {
        if (total + amount > all || (bySender.get(sender) ?? 0) + amount > each) return false;
        own += amount;
        move(sender, amount);
        return true;
      },
      giveBack() {
        move(sender, -own);
        own = 0;
      },
    };
  };
}
