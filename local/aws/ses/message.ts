export interface Email {
  /** Grows with each email. */
  readonly id: string;
  readonly messageId: string;
  /** Host's time, ISO 8601. */
  readonly at: string;
  readonly from: string;
  /** Addresses, joined by ", ". */
  readonly to: string;
  readonly cc?: string;
  readonly bcc?: string;
  readonly replyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly language?: string;
  readonly notice?: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Addresses of the text, in order, each once. */
  readonly links: readonly string[];
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly configurationSet?: string;
  /** What the mail server said when it refused the email for good; it counts as a bounce. */
  readonly refused?: string;
  /** Its file cannot be read as an email: what stands here says so and is nobody's words. */
  readonly broken?: true;
  /** When its words were erased, host's time; text, HTML and links are empty since. */
  readonly erasedAt?: string;
}

export type Draft = Omit<Email, 'id' | 'messageId' | 'at' | 'erasedAt'>;

export function linksOf(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"'\])}]+/g) ?? [];
  return [...new Set(found.map((link) => link.replace(/[.,;:!?…»]+$/, '')))];
}

/** `Name <a@b>` or `a@b`: the address alone. */
export const addressOf = (mailbox: string): string => (/<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox).trim();
