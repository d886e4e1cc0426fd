import type { JSX } from 'preact';
import type { AdminZoneView } from '#core/people/administration.ts';
import { auditKinds } from '#core/people/audit.ts';
import type { Forum } from '#core/reference/reference.ts';
import { dateText } from '#core/texts/index.ts';
import { adminTexts } from '#core/texts/areas/admin.ts';
import { Notification, Table } from '../../components/facts.tsx';
import { seenNumber } from '../../components/fields.tsx';
import { Button } from '../../components/form.tsx';
import type { Sheet } from '../../components/sheet.tsx';
import type { Frame } from '../../frame.ts';
import { Layout } from '../../layout.tsx';
import { homeAddress, zonePageAddress } from '../addresses.ts';
import { nameFields } from '../person/role-fields.ts';

interface Props {
  readonly frame: Frame;
  readonly view: AdminZoneView;
}

export function forumsPage({
  frame,
  view: { zone },
  done,
}: Props & { readonly done?: string | undefined }): JSX.Element {
  const { language } = frame;
  const {
    forums: words,
    parties: { name },
    what,
  } = adminTexts(language);
  const kind = auditKinds.find((one) => one === done);
  return (
    <Layout frame={frame} title={words.title} back={homeAddress} wide>
      {kind && <Notification frame={frame}>{what[kind]}</Notification>}
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{zone.names[language]}</span>
        {words.title}
      </h1>
      <p class="govuk-body">{words.text}</p>
      <Button href={zonePageAddress(zone.zoneId, '/forum')}>{words.add}</Button>
      <Table
        frame={frame}
        caption={words.title}
        captionHidden
        empty={words.none}
        columns={[{ text: name }, { text: words.firstDay }, { text: words.lastDay }]}
        rows={zone.forums
          .toSorted((a, b) => (a.firstDay < b.firstDay ? 1 : -1))
          .map(({ forumId, names, firstDay, lastDay }) => [
            <a class="govuk-link" href={zonePageAddress(zone.zoneId, '/forum', { forum: forumId })}>
              {names[language]}
            </a>,
            dateText(language, firstDay),
            dateText(language, lastDay),
          ])}
      />
    </Layout>
  );
}

export function forumSheet({ frame, view: { zone }, forum }: Props & { readonly forum?: Forum | undefined }): Sheet {
  const { language } = frame;
  const { forums: words } = adminTexts(language);
  return {
    frame,
    title: forum ? words.edit : words.add,
    caption: (forum ?? zone).names[language],
    back: zonePageAddress(zone.zoneId, '/forums'),
    address: zonePageAddress(zone.zoneId, '/forum', { forum: forum?.forumId }),
    button: frame.words.save,
    fields: [
      ...nameFields(language),
      { name: 'firstDay', kind: 'date', label: words.firstDay },
      { name: 'lastDay', kind: 'date', label: words.lastDay },
      ...(forum ? [seenNumber('version')] : []),
    ],
  };
}
