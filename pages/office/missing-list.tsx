import type { JSX } from 'preact';
import type { ProjectView } from '#core/api/views.ts';
import { assignmentKinds, type AssignmentKind } from '#core/stages/facts.ts';
import { documentKinds } from '#core/documents/document-kind.ts';
import { utilities, type Utility } from '#core/kernel/common.ts';
import { documentTexts } from '#core/texts/areas/documents.ts';
import { fill, textsOf, type Texts } from '#core/texts/index.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import type { Frame } from '../frame.ts';

const isKind = (name: string): name is AssignmentKind => (assignmentKinds as readonly string[]).includes(name);
const isUtility = (name: string): name is Utility => (utilities as readonly string[]).includes(name);

const nameIn = (texts: Texts, name: string): string =>
  isKind(name) ? texts.assignments[name].name : isUtility(name) ? texts.utilities[name] : name;

const documentNameIn = ({ language }: Frame, name: string): string =>
  documentTexts(language).names[documentKinds.find((one) => one === name) ?? 'other'];

export function MissingList({
  frame,
  missing,
}: {
  readonly frame: Frame;
  readonly missing: ProjectView['missing'];
}): JSX.Element {
  const texts = textsOf(frame.language);
  return (
    <ul class="govuk-list govuk-list--bullet">
      {missing.map(({ what, name }) => (
        <li key={what + name}>
          {fill(texts.missing[what], {
            name: what === 'being-scanned' || what === 'document' ? documentNameIn(frame, name) : nameIn(texts, name),
          })}
        </li>
      ))}
    </ul>
  );
}

export function Missing({ frame, missing }: Parameters<typeof MissingList>[0]): JSX.Element | null {
  if (missing.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{officeTexts(frame.language).project.missing}</h2>
      <MissingList frame={frame} missing={missing} />
    </>
  );
}
