/** What a step works on: a folder that no host runs on. */
export interface Work {
  readonly dataDir: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly now: Date;
}

/**
 * One step from a format to the next. Broken off anywhere it can be done again, from its beginning; done again it changes nothing.
 */
export interface Migration {
  /** The format that the folder has when all steps to it are done. */
  readonly to: number;
  readonly name: string;
  /** @returns what it did, in a line. */
  readonly run: (work: Work) => Promise<string>;
}
