import type { Aggregate } from '#core/project/project.ts';
import type { Result } from '#core/kernel/result.ts';
import type { ChangePorts } from '#core/project/change-project.ts';
import { previewEmails } from '#core/project/preview-emails.ts';
import type { Email } from '#core/kernel/ports.ts';
import { reviewPage } from '#pages/components/sheet.tsx';
import type { FormPorts } from '../kit/kept-form.ts';
import { previewsOf } from '../kit/previews.ts';
import { staffForm, type Judged, type StaffForm } from '../kit/review-flow.ts';

type Ready<About, Request> = StaffForm<About, Request, readonly Email[], Aggregate>;

/** A form that changes a project: what the change does is played through for the emails it will send. */
type ProjectForm<About, Request> = Omit<Ready<About, Request>, 'foresee' | 'perform' | 'review'> &
  Partial<Pick<Ready<About, Request>, 'review'>> & {
    readonly act: (on: ChangePorts, judged: Judged<About, Request>) => Promise<Result<Aggregate>>;
    /** Whether the page it leads to offers to take it back. */
    readonly undo?: true;
  };

export function projectForm<About, Request>(
  ports: ChangePorts & FormPorts,
  { act, undo, ...form }: ProjectForm<About, Request>,
): ReturnType<typeof staffForm<About, Request, readonly Email[], Aggregate>> {
  return staffForm<About, Request, readonly Email[], Aggregate>(ports, {
    review: ({ about, typed }, emails) => reviewPage(form.sheet(about), { typed, emails: previewsOf(emails) }),
    ...form,
    foresee: (judged) => previewEmails(ports, judged.visit.now, (on) => act(on, judged)),
    perform: (judged) => act(undo ? ports : { ...ports, undoMs: 0 }, judged),
  });
}
