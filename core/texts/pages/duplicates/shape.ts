type Named<Key extends string> = Readonly<Record<Key, string>>;

/** Words about letters that seem to be one and the same project. */
export type DuplicatesTexts = Named<
  | 'heading' | 'text' | 'project' | 'alike' | 'number' | 'name' | 'contact' | 'same' | 'other' | 'which' | 'none'
  /** `{number}` */
  | 'into'
  | 'from' | 'history'
>;
