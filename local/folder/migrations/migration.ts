export interface Work {
  readonly dataDir: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly now: Date;
}

/** Broken off anywhere it can be done again, from its beginning; done again it changes nothing. */
export interface Migration {
  readonly to: number;
  readonly name: string;
  /** @returns what it did, in a line. */
  readonly run: (work: Work) => Promise<string>;
}
