import type { JSX } from 'preact';
import type { ProjectView } from '#core/api/views.ts';
import { dateText, fill, textsOf } from '#core/texts/index.ts';
import { duplicatesTexts } from '#core/texts/areas/duplicates.ts';
import { officeTexts } from '#core/texts/areas/office.ts';
import { Table } from '../components/facts.tsx';
import { Button } from '../components/form.tsx';
import type { Frame } from '../frame.ts';
import { actionAddress, historyAddress, projectAddress } from './addresses.ts';
import { stateName } from './names.ts';

interface Props {
  readonly frame: Frame;
  readonly view: ProjectView;
}

export function Duplicates({ frame, view }: Props): JSX.Element | null {
  const { language } = frame;
  const words = duplicatesTexts(language);
  const { project, actions } = officeTexts(language);
  const { duplicates = [], allowedActions, projectId } = view;
  if (duplicates.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.heading}</h2>
      <p class="govuk-body">{words.text}</p>
      <Table
        frame={frame}
        caption={words.heading}
        captionHidden
        columns={[
          { text: words.project },
          { text: words.alike },
          { text: words.contact },
          { text: project.state },
          { text: project.receivedOn },
        ]}
        rows={duplicates.map((one) => [
          <a key={one.projectId} class="govuk-link" href={projectAddress(one.projectId)}>
            {one.number} · {one.company}
          </a>,
          words[one.by],
          one.sameContact ? words.same : words.other,
          `${textsOf(language).stages[one.stage]} · ${stateName(frame, one)}`,
          dateText(language, one.receivedOn),
        ])}
      />
      {allowedActions.includes('merge') && (
        <Button kind="secondary" href={actionAddress(projectId, 'merge')}>
          {actions.merge.title}
        </Button>
      )}
    </>
  );
}

export function Merged({ frame, view: { mergedInto, merged = [] } }: Props): JSX.Element | null {
  const words = duplicatesTexts(frame.language);
  if (mergedInto === undefined && merged.length === 0) return null;
  return (
    <div class="govuk-inset-text">
      {mergedInto && (
        <p class="govuk-body">
          <a class="govuk-link" href={projectAddress(mergedInto.projectId)}>
            {fill(words.into, { number: mergedInto.number })}
          </a>
        </p>
      )}
      {merged.length > 0 && <p class="govuk-body">{words.from}</p>}
      {merged.length > 0 && (
        <ul class="govuk-list">
          {merged.map(({ projectId, number }) => (
            <li key={projectId}>
              <a class="govuk-link" href={projectAddress(projectId)}>
                {number}
              </a>{' '}
              ·{' '}
              <a class="govuk-link" href={historyAddress(projectId)}>
                {number}: {words.history}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
