import type { JSX } from 'preact';
import { careTexts } from '#core/texts/areas/care.ts';
import { dateText, fill } from '#core/texts/index.ts';
import type { StaleProject } from '#core/work/stale.ts';
import { Notification, Table } from '../../components/facts.tsx';
import { Button, Form } from '../../components/form.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { listAddress, projectAddress, staleAddress } from '../addresses.ts';

interface StaleProps {
  readonly frame: Frame;
  readonly zone: { readonly zoneId: string; readonly name: string };
  readonly projects: readonly StaleProject[];
  readonly isDone: boolean;
}

/** Projects that nobody has verified for long, each with the button that says that all is as it stands. */
export function stalePage({ frame, zone, projects, isDone }: StaleProps): JSX.Element {
  const { language } = frame;
  const words = careTexts(language);
  return (
    <Layout
      frame={frame}
      title={`${words.staleTitle} · ${zone.name}`}
      back={listAddress(zone.zoneId, { by: 'tasks', holder: 'office' })}
      wide
    >
      {isDone && <Notification frame={frame}>{words.done.verify}</Notification>}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{zone.name}</span>
        {words.staleTitle}
      </h1>
      <p class="govuk-body">{projects.length === 0 ? words.noneStale : words.staleText}</p>
      {projects.length > 0 && (
        <Table
          frame={frame}
          caption={words.staleTitle}
          columns={[{ text: words.number }, { text: words.verified }, { text: words.verify }]}
          rows={projects.map(({ projectId, number, company, since, never }) => [
            <a key="project" class="govuk-link" href={projectAddress(projectId)}>
              {number} · {company}
            </a>,
            fill(never ? words.staleNever : words.staleSince, { date: dateText(language, since) }),
            <Form key="verify" frame={frame} action={staleAddress(zone.zoneId)}>
              <input type="hidden" name="project" value={projectId} />
              <Button kind="secondary">
                {words.verify}
                <span class="govuk-visually-hidden"> · {number}</span>
              </Button>
            </Form>,
          ])}
        />
      )}
    </Layout>
  );
}
