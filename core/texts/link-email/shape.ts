/** An email that brings somebody their link. */
export interface LinkEmailText {
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly action: string;
}

/** Both kinds: to go on with a letter that is not handed in yet, and to a project (`{number}`). */
export interface LinkEmailTexts {
  readonly draft: LinkEmailText;
  readonly project: LinkEmailText;
}
