type Named<Key extends string> = Readonly<Record<Key, string>>;

/** Words of what narrows a list, and of the order it comes in. */
export type ListTexts = Named<
  | 'mine' | 'narrow' | 'stage' | 'forum' | 'sector' | 'any' | 'overdue' | 'onlyMine' | 'byDue' | 'show' | 'clear' | 'byForum'
  /** A page that holds nothing, with more to look at behind it. */
  | 'goOn' | 'nothingSoFar'
  /** Leads on a narrow screen below the list. */
  | 'otherLists'
>;
