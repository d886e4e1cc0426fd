import type { ComponentChildren, JSX } from 'preact';
import type { AdminZoneView } from '#core/people/administration.ts';
import { auditKinds } from '#core/people/audit.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { Notification } from '../components/facts.tsx';
import type { Frame } from '../frame.ts';
import { Layout } from '../layout.tsx';
import { homeAddress } from './addresses.ts';

interface Props {
  readonly frame: Frame;
  readonly zone: AdminZoneView['zone'];
  readonly title: string;
  readonly text?: string | undefined;
  /** What was changed just now, as it is called among changes. */
  readonly done: string | undefined;
  readonly children: ComponentChildren;
}

/** A page of what an administrator has set for a zone. */
export function SettingPage({ frame, zone, title, text, done, children }: Props): JSX.Element {
  const { language } = frame;
  const kind = auditKinds.find((one) => one === done);
  return (
    <Layout frame={frame} title={title} back={homeAddress} wide>
      {kind && <Notification frame={frame}>{adminTexts(language).what[kind]}</Notification>}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{zone.names[language]}</span>
        {title}
      </h1>
      {text !== undefined && <p class="govuk-body">{text}</p>}
      {children}
    </Layout>
  );
}
