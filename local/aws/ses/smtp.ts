import { createTransport } from 'nodemailer';
import type { Draft } from './message.ts';

/** Passes an email on. Resolves to what the mail server said when it refused for good; rejects when it cannot take it now. */
export interface Delivery {
  deliver(draft: Draft): Promise<string | undefined>;
  close(): void;
}

const own = /^(from|to|cc|bcc|subject|reply-to|mime-version|content-.*|date|message-id)$/i;

/** Delivery by SMTP. @param url like `smtps://user:password@mail.example.org` */
export function smtpDelivery(url: string): Delivery {
  const transport = createTransport(url, {});
  return {
    async deliver({ from, to, cc, bcc, replyTo, subject, text, html, headers }) {
      const kept = headers.filter(({ name }) => !own.test(name)).map(({ name, value }) => ({ key: name, value }));
      try {
        await transport.sendMail({ from, to, cc, bcc, replyTo, subject, text, html, headers: kept });
        return undefined;
      } catch (error) {
        if (isRefusal(error)) return error.message;
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

/** A 5xx answer to the recipient or the message; one to the log-in is for an operator to mend. */
const isRefusal = (error: unknown): error is Error =>
  error instanceof Error &&
  'responseCode' in error &&
  Number(error.responseCode) >= 500 &&
  'command' in error &&
  /^(RCPT TO|DATA)/.test(String(error.command));
