import type { JSX } from 'preact';
import type { ProjectView } from '#core/api/views.ts';
import type { UtilityNeed } from '#core/kernel/common.ts';
import type { LineNeedView } from '#core/lines/view-needs.ts';
import { needTexts } from '#core/texts/areas/needs.ts';
import { capital } from '#core/texts/capital.ts';
import { numberText, shortDateText, textsOf } from '#core/texts/index.ts';
import { needText } from '#core/texts/need-text.ts';
import { Table } from '../../components/facts.tsx';
import type { Frame } from '../../frame.ts';
import { careAddress, lineAddress } from '../addresses.ts';

interface Props {
  readonly frame: Frame;
  readonly view: ProjectView;
}

function Name({ frame: { language }, view, need }: Props & { readonly need: LineNeedView }): JSX.Element {
  const { lineId, names, utility, by } = need;
  const kind = textsOf(language).utilities[utility];
  return (
    <>
      {lineId === undefined ? (
        capital(language, kind)
      ) : (
        <a class="govuk-link" href={lineAddress(view.zoneId, lineId)}>
          {names?.[language] ?? lineId}
        </a>
      )}
      <span class="news__day">
        {[...(lineId === undefined ? [] : [kind]), ...(by === undefined ? [needTexts(language).fromLetter] : [])].join(
          ', ',
        )}
      </span>
    </>
  );
}

/** By when it is needed; whoever may say it is led there. */
function Day({ frame, view, need: { by, lineId } }: Props & { readonly need: LineNeedView }): JSX.Element {
  const { language, words } = frame;
  return (
    <>
      {by === undefined ? '–' : shortDateText(language, by)}
      {lineId !== undefined && view.allowedActions.includes('say-need') && (
        <>
          {' '}
          <a class="govuk-link" href={careAddress(view.projectId, 'say-need', lineId)}>
            {words.change}
            <span class="govuk-visually-hidden"> ({needTexts(language).by})</span>
          </a>
        </>
      )}
    </>
  );
}

function readyText({ language }: Frame, { report }: LineNeedView): string {
  const words = needTexts(language);
  if (report?.state === 'ready') return words.isReady;
  return report?.state === 'committed' ? shortDateText(language, report.readyBy) : words.noDay;
}

/** Which lines of the zone the project waits for, how much it needs of each and by when. */
export function NeedsSection({ frame, view }: Props): JSX.Element | null {
  const { language } = frame;
  const words = needTexts(language);
  const { lineNeeds, projectId } = view;
  const may = view.allowedActions.includes('say-need');
  if (lineNeeds.length === 0 && !may) return null;
  return (
    <section id="needs">
      <Table
        frame={frame}
        caption={words.title}
        columns={[
          { text: words.line },
          { text: words.stage },
          { text: words.capacity },
          { text: words.by },
          { text: words.ready },
          { text: words.late, numeric: true },
        ]}
        rows={lineNeeds.map((need) => [
          <Name key="name" frame={frame} view={view} need={need} />,
          textsOf(language).stages[need.stage],
          need.capacity === undefined
            ? '–'
            : needText(language, { unit: need.unit as UtilityNeed['unit'], amount: need.capacity }),
          <Day key="by" frame={frame} view={view} need={need} />,
          readyText(frame, need),
          need.late === undefined ? (
            '–'
          ) : (
            <strong key="late" class="late">
              {numberText(language, need.late)}
            </strong>
          ),
        ])}
      />
      {may && (
        <p class="govuk-body">
          <a class="govuk-link" href={careAddress(projectId, 'say-need')}>
            {words.say}
          </a>
          {lineNeeds.some(({ by }) => by !== undefined) && (
            <>
              {' · '}
              <a class="govuk-link" href={careAddress(projectId, 'remove-need')}>
                {words.remove}
              </a>
            </>
          )}
        </p>
      )}
    </section>
  );
}
