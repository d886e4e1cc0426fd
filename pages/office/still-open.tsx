import type { JSX } from 'preact';
import type { AssignmentView, ProjectView } from '#core/api/views.ts';
import { documentKinds } from '#core/documents/document-kind.ts';
import { capital } from '#core/texts/capital.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { endlessText, isEndless, suspendedText } from '../components/until.tsx';
import { holdForm } from '../documents/page.tsx';
import type { Frame } from '../frame.ts';
import { assignmentAddress, originalAddress } from './addresses.ts';
import { choiceName } from './assignment/decision-fields.tsx';
import { dueText } from './due-text.ts';
import { Missing } from './missing-list.tsx';
import { holderName, nameOf, type Parties } from './names.ts';
import { EntryList } from './work-list/entry-list.tsx';

interface StillOpenProps {
  readonly frame: Frame;
  readonly view: ProjectView;
  readonly parties: Parties;
  /** The assignment that is shown beside. */
  readonly but?: string | undefined;
}

/** What the office holds now and the reader may answer: the next thing to do, then the investor's questions. */
export const nextOf = ({ assignments, holders }: ProjectView): readonly AssignmentView[] => {
  const own = assignments.filter(
    ({ holder, allowedOutcomes }) => holder.kind === 'office' && allowedOutcomes.length > 0,
  );
  return [
    ...own.filter(({ assignmentId }) => holders.some((one) => one.assignmentId === assignmentId)),
    ...own.filter(({ kind }) => kind === 'question'),
  ];
};

/** What is needed and lies with the office on paper, ticked where it is missed. */
function Originals({ frame, view }: StillOpenProps): JSX.Element | null {
  const lacking = view.missing.flatMap(({ what, name }) =>
    what === 'signed-letter' ? [what] : what === 'document' ? [name] : [],
  );
  const kinds = documentKinds.filter((kind) => lacking.includes(kind));
  if (kinds.length === 0 || !view.allowedActions.includes('hold-original')) return null;
  return holdForm(frame, originalAddress(view.projectId), kinds, 'project');
}

/** What else the reader may answer: above all what came on paper. */
function ToDo({ frame, view, parties, but }: StillOpenProps): JSX.Element | null {
  const { project: words } = officeTexts(frame.language);
  const next = nextOf(view);
  const others = view.assignments.filter((one) => one.allowedOutcomes.length > 0 && !next.includes(one));
  const open = [...next.slice(1), ...others].filter(({ assignmentId }) => assignmentId !== but);
  const isStaffAtWork = view.allowedActions.includes('answer');
  if (!isStaffAtWork || view.phase === 'entering' || (next.length === 1 && open.length === 0)) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.todo}</h2>
      <EntryList
        frame={frame}
        empty={words.nothing}
        entries={open.map((one) => ({
          answers: one.allowedOutcomes.map((outcome) => ({
            href: assignmentAddress(one.assignmentId, outcome),
            text: choiceName(frame, one, outcome),
          })),
          key: one.assignmentId,
          href: assignmentAddress(one.assignmentId),
          name: capital(frame.language, nameOf(frame, one)),
          hint: holderName(frame, one.holder, parties),
          due: isEndless(one)
            ? endlessText(frame)
            : one.pausedUntil === undefined
              ? dueText(frame, one.due)
              : suspendedText(frame, one.pausedUntil),
          overdue: one.overdue && one.pausedUntil === undefined && !isEndless(one),
        }))}
      />
    </>
  );
}

/** What the stage still needs, and what of it the reader can put right here: originals on paper, answers on paper. */
export const StillOpen = (props: StillOpenProps): JSX.Element => (
  <>
    <Missing frame={props.frame} missing={props.view.missing} />
    <Originals {...props} />
    <ToDo {...props} />
  </>
);
