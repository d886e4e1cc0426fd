import * as z from 'zod/mini';
import { Email, line } from '#core/kernel/common.ts';
import { letterTexts } from '#core/texts/areas/letter.ts';
import { keptUntil } from '#core/letter/draft-days.ts';
import { askForLink, sendDraftLink, sendSubmittedLink } from '#core/letter/letter-drafts.ts';
import { formState, type FormState } from '#pages/components/form-state.ts';
import { anotherLinkPage, savePage } from '#pages/letter/check/sent-pages.tsx';
import { check, formWithErrors } from '../../kit/check.ts';
import { present, textIn } from '../../kit/values.ts';
import { redirect, problem, render, type Reply, type Visit } from '../../kit/visit.ts';
import { linkIn, pathOf, sourceOf, withDraft } from '../draft-visit.ts';
import type { LetterPorts } from '../steps/handler.ts';

const Address = z.object({ email: Email });
const Asking = z.object({
  number: z.optional(
    z.pipe(
      line(40),
      z.transform((text) => text.toUpperCase()),
    ),
  ),
  email: Email,
});

/** What was typed, with the word that no more emails go out just now. */
const tooManyEmails = ({ fields, frame }: Visit): FormState =>
  formWithErrors(frame().language, fields, [{ path: '', code: 'too-many-emails' }], {});

/** Where the link to go on is to be sent: the address of the contact, if it is there already. */
export const save = (ports: LetterPorts, visit: Visit): Promise<Reply> =>
  withDraft(ports, visit, (draft) => {
    const { address, fields } = draft;
    const form = formState([['email', address ?? fields['contact.email']?.[0] ?? '']]);
    return render(
      savePage({
        frame: visit.frame(),
        form,
        isSent: visit.query.has('sent') && address !== undefined,
        path: pathOf(visit),
        address,
        until: keptUntil(draft),
      }),
    );
  });

/** Sends the link to the draft; when that was handed in, the link to its project. */
export const sendLink = (ports: LetterPorts, visit: Visit): Promise<Reply> =>
  withDraft(
    ports,
    visit,
    async () => {
      const frame = visit.frame();
      const address = check(Address, present({ email: textIn(visit.fields, 'email') }));
      if (!address.ok) {
        const form = formWithErrors(frame.language, visit.fields, address.issues, {
          email: letterTexts(frame.language).labels.email,
        });
        return render(savePage({ frame, form, isSent: false, path: pathOf(visit) }), 400);
      }
      const sent = await sendDraftLink(ports, {
        link: linkIn(visit),
        address: address.value.email,
        language: frame.language,
        sourceIp: sourceOf(visit),
        now: visit.now,
      });
      if (sent.ok) return redirect(`${pathOf(visit)}/save?sent`);
      return sent.failure.kind === 'too-many'
        ? render(savePage({ frame, form: tooManyEmails(visit), isSent: false, path: pathOf(visit) }), 429)
        : problem(sent.failure);
    },
    async () => {
      const sent = await sendSubmittedLink(ports, { link: linkIn(visit), now: visit.now });
      return sent.ok ? redirect(`${pathOf(visit)}?sent`) : problem(sent.failure);
    },
  );

export const another = ({ frame, query }: Visit): Reply =>
  render(anotherLinkPage({ frame: frame(), form: formState(), isSent: query.has('sent') }));

export async function sendAnother(ports: LetterPorts, visit: Visit): Promise<Reply> {
  const frame = visit.frame();
  const words = letterTexts(frame.language).another;
  const asked = check(
    Asking,
    present({ number: textIn(visit.fields, 'number'), email: textIn(visit.fields, 'email') }),
  );
  if (!asked.ok) {
    const form = formWithErrors(frame.language, visit.fields, asked.issues, {
      number: words.number,
      email: words.email,
    });
    return render(anotherLinkPage({ frame, form, isSent: false }), 400);
  }
  const { number, email } = asked.value;
  const sent = await askForLink(ports, { number, address: email, sourceIp: sourceOf(visit), now: visit.now });
  if (sent.ok) return redirect('/another-link?sent');
  return sent.failure.kind === 'too-many'
    ? render(anotherLinkPage({ frame, form: tooManyEmails(visit), isSent: false }), 429)
    : problem(sent.failure);
}
