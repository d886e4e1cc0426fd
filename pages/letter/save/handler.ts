import * as z from 'zod/mini';
import { Email, line } from '#core/kernel/common.ts';
import { ok, type Failure } from '#core/kernel/result.ts';
import { issueText } from '#core/texts/areas/problems.ts';
import { keptUntil } from '#core/letter/draft-days.ts';
import { askForLink, sendDraftLink, sendSubmittedLink } from '#core/letter/letter-drafts.ts';
import {
  anotherLinkPage,
  anotherLinkSheet,
  savePage,
  saveSheet,
  type SaveProps,
} from '#pages/letter/check/sent-pages.tsx';
import type { Frame } from '#pages/frame.ts';
import { readForm } from '../../kit/form.ts';
import { keptNowhere } from '../../kit/kept-form.ts';
import { reviewFlow, type ReviewedForm } from '../../kit/review-flow.ts';
import { redirect, problem, type Reply, type Visit } from '../../kit/visit.ts';
import { linkIn, pathOf, sourceOf, withDraft } from '../draft-visit.ts';
import type { LetterPorts } from '../steps/handler.ts';

const Address = z.object({ email: Email });
type Address = z.infer<typeof Address>;
const Asking = z.object({
  number: z.optional(
    z.pipe(
      line(40),
      z.transform((text) => text.toUpperCase()),
    ),
  ),
  email: Email,
});
type Asking = z.infer<typeof Asking>;

/** A form that asks for an email: done at once, and kept nowhere. */
const askingForm = <About extends { readonly frame: Frame }, Request>(
  form: Omit<ReviewedForm<About, Request, undefined, unknown, Visit>, 'kept' | 'foresee' | 'words'>,
) =>
  reviewFlow<About, Request, undefined, unknown, Visit>(keptNowhere, {
    ...form,
    kept: () => ({ name: '' }),
    foresee: async () => Promise.resolve(ok(undefined)),
    words: ({ kind }: Failure, { frame: { language } }) =>
      kind === 'too-many' ? issueText(language, 'too-many-emails') : undefined,
  });

type Saving = Omit<SaveProps, 'form'> & { readonly known?: string | undefined };

const saveForm = (ports: LetterPorts) =>
  askingForm<Saving, Address>({
    sheet: saveSheet,
    begin: ({ known }) => [['email', known ?? '']],
    page: (about, form) => savePage({ ...about, form }),
    read: (typed, about) => readForm(Address, typed, saveSheet(about).fields),
    perform: ({ about: { frame }, request: { email: address }, visit }) =>
      sendDraftLink(ports, {
        link: linkIn(visit),
        address,
        language: frame.language,
        sourceIp: sourceOf(visit),
        now: visit.now,
      }),
    done: ({ path }) => `${path}/save?sent`,
  });

export const save = (ports: LetterPorts, visit: Visit): Promise<Reply> =>
  withDraft(ports, visit, (draft) => {
    const { address, fields } = draft;
    return saveForm(ports).shown(visit, {
      frame: visit.frame(),
      path: pathOf(visit),
      isSent: visit.query.has('sent') && address !== undefined,
      address,
      until: keptUntil(draft),
      known: address ?? fields['contact.email']?.[0],
    });
  });

export const sendLink = (ports: LetterPorts, visit: Visit): Promise<Reply> =>
  withDraft(
    ports,
    visit,
    () => saveForm(ports).posted(visit, { frame: visit.frame(), path: pathOf(visit), isSent: false }),
    async () => {
      const sent = await sendSubmittedLink(ports, { link: linkIn(visit), now: visit.now });
      return sent.ok ? redirect(`${pathOf(visit)}?sent`) : problem(sent.failure);
    },
  );

const anotherForm = (ports: LetterPorts) =>
  askingForm<{ readonly frame: Frame; readonly isSent: boolean }, Asking>({
    sheet: anotherLinkSheet,
    page: (about, form) => anotherLinkPage({ ...about, form }),
    read: (typed, about) => readForm(Asking, typed, anotherLinkSheet(about).fields),
    perform: ({ request: { number, email: address }, visit }) =>
      askForLink(ports, { number, address, sourceIp: sourceOf(visit), now: visit.now }),
    done: () => '/another-link?sent',
  });

export const another = (ports: LetterPorts, visit: Visit): Promise<Reply> =>
  anotherForm(ports).shown(visit, { frame: visit.frame(), isSent: visit.query.has('sent') });

export const sendAnother = (ports: LetterPorts, visit: Visit): Promise<Reply> =>
  anotherForm(ports).posted(visit, { frame: visit.frame(), isSent: false });
