import { BadRequestException, MessageRejected, SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Emails } from '#core/kernel/ports.ts';
import { senderOf } from './sender.ts';
import { lean, withoutNeedless } from './lean.ts';

/** Programs that answer for absent people leave such emails alone. Source: RFC 3834. */
const automatic = [
  { Name: 'Auto-Submitted', Value: 'auto-generated' },
  { Name: 'X-Auto-Response-Suppress', Value: 'OOF, AutoReply' },
];

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** An address or domain that is not verified yet (the sandbox, fresh DKIM records) may be in an hour; the rest stays refused. */
const isForGood = (error: unknown): error is Error =>
  error instanceof BadRequestException || (error instanceof MessageRejected && !/not verified/i.test(error.message));

/** SES. Each email carries its row of the outbox as tags, by which its delivery events find the way back. */
export function emailClient(from: string, configurationSet: string): Emails {
  const client = withoutNeedless(new SESv2Client(lean));
  return {
    send: async ({ sender, to, cc = [], replyTo, subject, text, html, language, notice, row }) => {
      try {
        await client.send(
          new SendEmailCommand({
            FromEmailAddress: senderOf(sender, from),
            Destination: { ToAddresses: [to], ...(cc.length > 0 && { CcAddresses: [...cc] }) },
            ReplyToAddresses: [replyTo],
            ConfigurationSetName: configurationSet,
            Content: {
              Simple: { Subject: utf8(subject), Body: { Text: utf8(text), Html: utf8(html) }, Headers: automatic },
            },
            EmailTags: [
              { Name: 'language', Value: language },
              { Name: 'notice', Value: notice },
              { Name: 'lane', Value: row.laneId },
              { Name: 'row', Value: row.rowId },
            ],
          }),
        );
        return 'sent';
      } catch (error) {
        if (isForGood(error)) return { refused: error.name };
        throw error;
      }
    },
  };
}
